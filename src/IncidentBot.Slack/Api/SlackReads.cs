using System.Collections.Frozen;

namespace IncidentBot.Slack.Api;

/// <summary>The methods that change nothing, so that a call whose answer got lost may simply be made again.</summary>
internal static class SlackReads
{
    private static readonly FrozenSet<string> Methods = FrozenSet.Create(
        "auth.test", "conversations.history", "conversations.info", "conversations.list", "conversations.members", "conversations.replies",
        "usergroups.list", "usergroups.users.list", "users.conversations", "users.info", "bookmarks.list");

    public static bool Contains(string method) => Methods.Contains(method);
}
