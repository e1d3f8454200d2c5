using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Api;

/// <summary>Slack refused a call or could not be asked.</summary>
/// <param name="error">Slack's code, such as <c>channel_not_found</c>, or one of <see cref="SlackErrors"/>.</param>
internal sealed class SlackApiException(string error, ChatFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : ChatException(fault, message, retryAfter, inner)
{
    public string Error { get; } = error;

    /// <summary>The whole answer, for the methods that say more than one code.</summary>
    public System.Text.Json.JsonElement? Answer { get; init; }
}
