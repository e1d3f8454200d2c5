namespace IncidentBot.Tests.Slack.Workspace;

/// <summary>Scopes of the bot token.</summary>
public static class Grants
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        "chat:write", "chat:write.public", "commands", "app_mentions:read", "channels:manage", "channels:read", "channels:join", "channels:history",
        "groups:write", "groups:read", "groups:history", "im:write", "im:history", "im:read", "mpim:history", "mpim:read", "users:read", "users:read.email", "usergroups:read", "team:read",
        "reactions:read", "reactions:write", "pins:read", "pins:write", "bookmarks:read", "bookmarks:write", "files:read", "files:write",
    };
}
