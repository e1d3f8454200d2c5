using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What the Connector wants of an activity that a bot sends; throws what it answers.</summary>
public static class ActivityRules
{
    /// <summary>Of UTF-16. learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages</summary>
    public const int MostBytes = 100 * 1024;

    private static readonly string[] TextFormats = ["plain", "markdown", "xml", "extendedmarkdown"];

    public static JsonObject Check(TeamsState state, JsonNode? body)
    {
        if (body is not JsonObject activity || (string?)activity["type"] is not { Length: > 0 } type) throw new RefusalException(400, "BadArgument", "Missing required property 'type'");
        if (activity.ToJsonString().Length * 2 > MostBytes) throw new RefusalException(413, "MessageSizeTooBig", "Message size too large.");
        if (type is "typing") return activity;
        if (type is not "message") throw new RefusalException(400, "BadArgument", $"Unknown activity type {type}");
        var text = (string?)activity["text"] ?? "";
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (text.Length == 0 && attachments.Count == 0) throw new RefusalException(400, "BadSyntax", "Activity resulted into multiple skype activities");
        if (text.Length > 0 && attachments.Count > 0) state.Violations.Enqueue("Text and card were sent in one activity, which Teams splits in two");
        if ((string?)activity["textFormat"] is { } format && !TextFormats.Contains(format)) throw new RefusalException(400, "BadArgument", $"textFormat {format}");
        Mentions(state, activity["entities"] as JsonArray, text, "the text");
        foreach (var attachment in attachments)
        {
            if (CardRules.Against(attachment) is [_, ..] wrong) throw new RefusalException(400, "BadArgument", $"The card is not valid: {string.Join("; ", wrong)}");
            Mentions(state, attachment!["content"]?["msteams"]?["entities"] as JsonArray, CardWords.Of("", attachments), "the card");
        }
        return activity;
    }

    private static void Mentions(TeamsState state, JsonArray? entities, string text, string where)
    {
        foreach (var mention in (entities ?? []).OfType<JsonObject>().Where(entity => (string?)entity["type"] == "mention"))
        {
            if ((string?)mention["text"] is not { Length: > 0 } said || !text.Contains(said, StringComparison.Ordinal)) throw new RefusalException(400, "MissingProperty", $"The mention {mention["text"]} does not stand in {where}");
            if ((string?)mention["mentioned"]?["id"] is not { } id || state.Member(id) is null) throw new RefusalException(400, "BadArgument", $"The mention {said} is of nobody: {mention["mentioned"]?["id"]}");
        }
    }
}
