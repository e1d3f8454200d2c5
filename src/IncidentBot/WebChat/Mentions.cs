using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Finds <c>@name</c> in what people type.</summary>
public static partial class Mentions
{
    /// <summary>The text with names as people are called, and who is meant, in the order in which they stand. Unknown names stay words.</summary>
    public static (string Text, IReadOnlyList<Person> People) Read(string text, IEnumerable<WebPerson> people)
    {
        var byName = people.SelectMany(person => new[] { person.Id, person.Name }, (person, name) => (person, name))
            .DistinctBy(row => row.name, StringComparer.OrdinalIgnoreCase).ToDictionary(row => row.name, row => row.person, StringComparer.OrdinalIgnoreCase);
        var meant = new List<Person>();
        var named = Name().Replace(text, match =>
        {
            if (!byName.TryGetValue(match.Groups["name"].Value, out var person)) return match.Value;
            meant.Add(Workspace.PersonOf(person));
            return "@" + person.Name;
        });
        return (named, [.. meant.DistinctBy(person => person.Ref)]);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@])@(?<name>[\p{L}\p{N}_]+(-[\p{L}\p{N}_]+)*)")]
    private static partial Regex Name();
}
