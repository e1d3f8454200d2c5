using System.Net;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>Microsoft Graph refused a request or could not be asked.</summary>
/// <param name="status">Null: no answer came.</param>
internal sealed class GraphException(HttpStatusCode? status, ChatFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : ChatException(fault, message, retryAfter, inner)
{
    public HttpStatusCode? Status { get; } = status;

    /// <summary>The app has no permission there.</summary>
    public bool NoConsent => Status is HttpStatusCode.Forbidden;
}
