using System.Collections;
using System.Reflection;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

public sealed class OutwardTests
{
    private static readonly string Secret = new SecretMaker(7).Make("github-token");

    /// <summary>Ids and keys that the bot or a platform gives, no words of people.</summary>
    private static readonly string[] NoWords = ["Id", "Thread", "TimeZone", "RoomName", "Name of Person", "How", "Known", "DraftMark", "ShownCharts", "Key", "Mark", "Into of Merging", "Workspace"];

    [Theory]
    [InlineData(typeof(Incident))]
    [InlineData(typeof(Postmortem))]
    [InlineData(typeof(ActionItem))]
    [InlineData(typeof(TimelineEntry))]
    public void No_word_that_a_person_wrote_leaves_with_a_secret(Type type)
    {
        var (left, outward) = Left(Pasted(Filled.Of(type), type.Name)!, byRole: false);
        Assert.Equal([], Secrets(left, type.Name).Distinct());
        Assert.Equal(1, outward.Secrets);
    }

    [Theory]
    [InlineData(typeof(Incident))]
    [InlineData(typeof(Postmortem))]
    [InlineData(typeof(ActionItem))]
    [InlineData(typeof(TimelineEntry))]
    public void By_role_no_name_leaves(Type type)
    {
        var left = Left(Filled.Of(type), byRole: true).Left;
        Assert.DoesNotContain("\"some Name\"", Filled.Holds(left), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_keeps_an_address_that_opens()
    {
        var entry = Some.Entry() with { Files = [new("dump.txt", $"https://files.example/dump.txt?token={Secret}")] };
        Assert.Equal("https://files.example/dump.txt?token=masked", Outward.Of(Some.Incident(), null, [], [entry]).Timeline[0].Files[0].Url);
    }

    private static (object Left, Outward Whole) Left(object said, bool byRole)
    {
        var outward = Outward.Of(said as Incident ?? Some.Incident(), said as Postmortem, said is ActionItem item ? [item] : [], said is TimelineEntry entry ? [entry] : [], byRole: byRole);
        return (said switch { Incident => outward.Incident, Postmortem => outward.Review!, ActionItem => outward.Items[0], _ => outward.Timeline[0] }, outward);
    }

    /// <summary>The object with the secret in each of its texts.</summary>
    private static object? Pasted(object? value, string path)
    {
        if (value is string text) return IsWords(path) ? $"{text} {Secret}" : text;
        if (value is null or ValueType) return value;
        if (value is IList list)
        {
            for (var i = 0; i < list.Count; i++) list[i] = Pasted(list[i], path);
            return value;
        }
        foreach (var property in Members(value)) property.SetValue(value, Pasted(property.GetValue(value), PathOf(property)));
        return value;
    }

    private static IEnumerable<string> Secrets(object? value, string path) => value switch
    {
        string text => text.Contains(Secret, StringComparison.Ordinal) ? [path] : [],
        null or ValueType => [],
        IEnumerable items => items.Cast<object?>().SelectMany(item => Secrets(item, path)),
        _ => Members(value).SelectMany(property => Secrets(property.GetValue(value), PathOf(property))),
    };

    private static IEnumerable<PropertyInfo> Members(object value) => value.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);

    private static string PathOf(PropertyInfo property) => $"{property.Name} of {property.DeclaringType!.Name}";

    private static bool IsWords(string path) => !NoWords.Contains(path) && !NoWords.Contains(path.Split(' ')[0]);
}
