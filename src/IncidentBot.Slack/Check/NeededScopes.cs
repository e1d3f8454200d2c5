namespace IncidentBot.Slack.Check;

/// <summary>A scope of the bot token. <see href="https://docs.slack.dev/reference/scopes"/></summary>
/// <param name="Optional">What it is for may be missing; the rest works.</param>
internal sealed record NeededScope(string Name, string For, bool Optional = false);

/// <summary>Those that <c>manifests/slack.yaml</c> asks for.</summary>
internal static class NeededScopes
{
    public static IReadOnlyList<NeededScope> All { get; } =
    [
        new("app_mentions:read", "to take commands that mention it"),
        new("bookmarks:read", "to keep the living card bookmarked", Optional: true),
        new("bookmarks:write", "to keep the living card bookmarked", Optional: true),
        new("channels:history", "to hear and read public rooms"),
        new("channels:join", "to come into public channels"),
        new("channels:manage", "to open public rooms and ask people in"),
        new("channels:read", "to find public channels and follow them"),
        new("chat:write", "to speak"),
        new("commands", "to take /incident and the shortcuts"),
        new("files:write", "to post the postmortem as a file"),
        new("groups:history", "to hear and read private rooms"),
        new("groups:read", "to find private channels and follow them"),
        new("groups:write", "to open private rooms and ask people in"),
        new("im:history", "to hear direct messages"),
        new("im:write", "to remind people directly"),
        new("pins:read", "to see what people pin"),
        new("pins:write", "to pin the living card"),
        new("reactions:read", "to see what people mark with 📌"),
        new("reactions:write", "to acknowledge a message without a reply"),
        new("usergroups:read", "to ask user groups in", Optional: true),
        new("users:read", "to call people by their names"),
    ];

    public static IEnumerable<NeededScope> Missing(IEnumerable<string> granted) => All.ExceptBy(granted, needed => needed.Name);
}
