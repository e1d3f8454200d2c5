using System.Net;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Api;

/// <summary>The Connector refused a call or could not be asked.</summary>
/// <param name="status">Null: no answer came, or nothing was asked.</param>
/// <param name="code">The Connector's, such as <c>BotNotInConversationRoster</c>, or empty.</param>
internal sealed class TeamsApiException(HttpStatusCode? status, string code, ChatFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : ChatException(fault, message, retryAfter, inner)
{
    public HttpStatusCode? Status { get; } = status;

    public string Code { get; } = code;
}
