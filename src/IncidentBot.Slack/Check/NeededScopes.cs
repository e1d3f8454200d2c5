namespace IncidentBot.Slack.Check;

/// <summary>A scope of the bot token. <see href="https://docs.slack.dev/reference/scopes"/></summary>
/// <param name="Optional">What it is for may be missing; the rest works.</param>
internal sealed record NeededScope(string Name, string For, bool Optional = false);

/// <summary>Those that <c>manifests/slack.yaml</c> asks for.</summary>
internal static class NeededScopes
{
    public static IReadOnlyList<NeededScope> All { get; } =
    [
        new("app_mentions:read", "to hear when it is mentioned"),
        new("bookmarks:write", "to bookmark the living card", Optional: true),
        new("channels:history", "to read what is said in public rooms"),
        new("channels:join", "to come into the announce channel"),
        new("channels:manage", "to open public rooms and invite people"),
        new("channels:read", "to find channels"),
        new("chat:write", "to speak"),
        new("commands", "to take /incident and the message shortcuts"),
        new("files:read", "to name posted files on the timeline"),
        new("files:write", "to post the postmortem as a file"),
        new("groups:history", "to read what is said in private rooms"),
        new("groups:read", "to find private rooms"),
        new("groups:write", "to open private rooms and invite people"),
        new("im:history", "to hear direct messages"),
        new("im:write", "to remind people directly"),
        new("pins:read", "to see what people pin"),
        new("pins:write", "to pin the living card"),
        new("reactions:read", "to see what people mark with 📌"),
        new("reactions:write", "to react"),
        new("usergroups:read", "to invite user groups", Optional: true),
        new("users:read", "to call people by their names"),
    ];

    public static IEnumerable<NeededScope> Missing(IEnumerable<string> granted) => All.ExceptBy(granted, needed => needed.Name);
}
