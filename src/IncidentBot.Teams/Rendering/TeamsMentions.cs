using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>The people whom a card mentions: each text <c>&lt;at&gt;Name&lt;/at&gt;</c> in a <c>TextBlock</c> has an entity of the same text, or else it is nothing
/// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards).</summary>
internal sealed partial class TeamsMentions(TeamsRefs refs)
{
    private readonly Dictionary<string, (string Id, string Name)> _byText = [];

    public bool CanMention(Mention mention) => refs.MentionId(mention.Person) is not null;

    /// <summary>The text that mentions the person; their name, where they cannot be mentioned.</summary>
    public string Text(Mention mention)
    {
        if (refs.MentionId(mention.Person) is not { } id) return Literal.InMarkdown(TeamsSpans.Name(mention));
        // Two people of one name are told apart by what is not seen.
        for (var name = Markup().Replace(CleanText.Line(mention.Name), " ").Trim(); ; name += Literal.ZeroWidthSpace)
        {
            var text = $"<at>{name}</at>";
            if (_byText.TryAdd(text, (id, CleanText.Line(mention.Name))) || _byText[text].Id == id) return text;
        }
    }

    /// <summary>What a piece of a card takes of a message, with the entities of its mentions.</summary>
    public int LengthWith(JsonNode json) => CardJson.Length(json) + CardJson.Length(In(json));

    /// <summary>The entities of the mentions in a piece of a card.</summary>
    public JsonArray In(JsonNode json)
    {
        var texts = json.ToJsonString();
        return new([.. _byText.Where(one => texts.Contains(JsonValue.Create(one.Key).ToJsonString()[1..^1], StringComparison.Ordinal)).Select(one => (JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["text"] = one.Key,
            ["mentioned"] = new JsonObject { ["id"] = one.Value.Id, ["name"] = one.Value.Name },
        })]);
    }

    /// <summary>What markup could be made of: the text must stand in the Markdown to the letter.</summary>
    [GeneratedRegex(@"[<>&*_~`\[\]{}\\""!|]+", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
