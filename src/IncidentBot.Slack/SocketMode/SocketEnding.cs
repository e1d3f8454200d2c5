using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.SocketMode;

/// <summary>From the one that needs nothing to those that only somebody's doing can mend.</summary>
internal enum EndingKind
{
    /// <summary>Slack rotates the connection and keeps it open for a moment.</summary>
    Rotation,

    /// <summary>The connection broke, or could not be made.</summary>
    Failed,

    /// <summary>There are more sockets of the app than Slack allows.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off for the app.</summary>
    SwitchedOff,

    /// <summary>Slack does not accept the app token.</summary>
    TokenRefused,
}

/// <summary>Why a socket is no longer of use, or could not be opened.</summary>
/// <param name="Why">In words for a log and for an operator.</param>
/// <param name="RetryAfter">How long Slack asked to wait.</param>
internal sealed record SocketEnding(EndingKind Kind, string Why, TimeSpan? RetryAfter = null)
{
    private static readonly HashSet<string> OfToken = ["user_removed_from_team", "team_disabled", "app_is_disabled"];

    /// <summary>Of the reason in a <c>disconnect</c> frame; those that we do not know are rotations.</summary>
    public static SocketEnding Asked(string reason) => reason switch
    {
        "link_disabled" => new(EndingKind.SwitchedOff, "Socket Mode is switched off for the app. Switch it on on the app's page \"Socket Mode\"."),
        "too_many_websockets" => TooMany,
        _ => new(EndingKind.Rotation, $"Slack asked for another socket ({reason})."),
    };

    /// <summary>Of a refused or failed <c>apps.connections.open</c>. <see href="https://docs.slack.dev/reference/methods/apps.connections.open"/></summary>
    public static SocketEnding Of(SlackApiException refused) => refused.Error switch
    {
        "too_many_websockets" => TooMany,
        "link_disabled" or "socket_mode_not_enabled" or "socket_mode_disabled" => Asked("link_disabled"),
        var error when SlackErrors.IsOfToken(error) || OfToken.Contains(error) =>
            new(EndingKind.TokenRefused, $"Slack does not accept the app token ({error}). Put an app-level token with the scope connections:write into Slack:AppToken and start again."),
        _ => new(EndingKind.Failed, refused.Message, refused.RetryAfter),
    };

    private static SocketEnding TooMany => new(EndingKind.TooMany, "Slack has as many sockets of the app open as it allows. Stop other programs that use its app token.");
}
