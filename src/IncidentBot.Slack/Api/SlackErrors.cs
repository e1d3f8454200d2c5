using System.Collections.Frozen;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Api;

/// <summary>What Slack's error codes mean for whoever asked. The codes stand on each method's page under https://docs.slack.dev/reference/methods.</summary>
internal static class SlackErrors
{
    /// <summary>Our own code: no answer came, or one that is not Slack's.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>Of a 429, which may come without a body.</summary>
    public const string RateLimited = "ratelimited";

    public const string MissingScope = "missing_scope";

    private static readonly FrozenSet<string> Limits = FrozenSet.Create(RateLimited, "rate_limited", "message_limit_exceeded");

    private static readonly FrozenSet<string> Token = FrozenSet.Create(
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type", "two_factor_setup_required",
        "team_access_not_granted", "accesslimited", MissingScope);

    private static readonly FrozenSet<string> Passing = FrozenSet.Create(
        NoAnswer, "internal_error", "fatal_error", "service_unavailable", "request_timeout", "fetch_members_failed", "invalid_cursor",
        "team_added_to_org", "org_login_required", "external_channel_migrating");

    private static readonly FrozenSet<string> Lost = FrozenSet.Create(
        "message_not_found", "channel_not_found", "is_archived", "thread_not_found", "cannot_reply_to_message", "is_inactive",
        "edit_window_closed", "cant_update_message", "not_in_channel", "user_not_in_channel", "user_not_found", "users_not_found",
        "user_not_visible", "user_disabled", "cannot_dm_bot");

    // Without these something is less comfortable, or people are told at once why it could not be done: no reason to hold up all that is to be said after it.
    private static readonly FrozenSet<string> NotWorthWaiting = FrozenSet.Create(
        "reactions.add", "pins.add", "bookmarks.add", "bookmarks.edit", "bookmarks.list", "views.publish", "conversations.create", "conversations.info",
        "conversations.invite", "conversations.join", "conversations.members", "conversations.setPurpose", "conversations.setTopic", "users.conversations",
        "usergroups.list", "usergroups.users.list");

    /// <summary>Slack asks for a pause.</summary>
    public static bool AsksToWait(string error) => Limits.Contains(error);

    /// <summary>The token is wrong or may not do this. Somebody can mend that, so what was to be said waits.</summary>
    public static bool IsOfToken(string error) => Token.Contains(error);

    /// <summary>What to make of a method's error. A wrong token is temporary: nothing may be lost because it was wrong for an hour.</summary>
    public static ChatFault FaultOf(string method, string error) =>
        error == MissingScope && NotWorthWaiting.Contains(method) ? ChatFault.Refused
        : AsksToWait(error) || IsOfToken(error) || Passing.Contains(error) ? ChatFault.Temporary
        : Lost.Contains(error) ? ChatFault.Gone
        : ChatFault.Refused;
}
