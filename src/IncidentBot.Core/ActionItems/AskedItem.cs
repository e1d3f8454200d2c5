using System.Text.RegularExpressions;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>The item that a command, button or form is about, as far as the person may see it.</summary>
internal static partial class AskedItem
{
    /// <summary>The first word of a command, where the item's id is expected, and what follows it.</summary>
    public static (string Label, string Words) Split(string words)
    {
        var end = words.IndexOfAny([' ', '\t', '\n', '\r']);
        return end < 0 ? (Bare(words), "") : (Bare(words[..end]), words[end..].Trim());
    }

    public static Needs NeedsOf(Place place, string words) => new() { ActionItem = IdIn(place, words) };

    public static ActionItemId? IdIn(Place place, string words) => ActionItemId.TryParse(place.Channel.Workspace, Split(words).Label);

    /// <summary>Whether words after an id name one more item.</summary>
    public static bool NamesAnother(string rest) => AnotherId().IsMatch(rest);

    /// <summary>Decides on the item that was asked for, or says that there is none.</summary>
    public static Decision Decide(ChatEvent said, string label, Situation now, Func<ActionItem, Incident, Decision> decide)
    {
        if (IdIn(said.Place, label) is not { } id) return Decision.Refuse(said, ActionItemCards.NotAnId(label, now.CommandPrefix));
        return now.ActionItem is { } item && item.Id == id && now.Incident is { } incident && item.Incident == incident.Id
            ? decide(item, incident)
            : Decision.Refuse(said, ActionItemCards.Unknown(id, now.CommandPrefix));
    }

    [GeneratedRegex(@"\bA-?[0-9]+\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnotherId();

    private static string Bare(string word) => word.Trim('#', '.', ',', ':', ';', '`', '"', '\'', '*', '(', ')');
}
