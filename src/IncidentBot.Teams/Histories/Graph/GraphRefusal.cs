using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Histories.Graph;

/// <summary>Makes an exception of an answer that is no success (learn.microsoft.com/graph/errors, learn.microsoft.com/graph/throttling).</summary>
internal static class GraphRefusal
{
    private const int LongestCode = 100;

    /// <param name="what">Names the request, e.g. <c>the replies of a thread</c>.</param>
    public static GraphException Of(string what, HttpStatusCode status, HttpResponseHeaders headers, JsonElement? body, DateTimeOffset now)
    {
        var code = Excerpt.Of(body?.Part("error")?.Text("code") ?? "no code", LongestCode);
        var words = $"Microsoft Graph refused to give {what}: {(int)status} {code}.";
        return status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(status, ChatFault.Temporary, words, RetryAfter.Of(headers, now)),
            HttpStatusCode.Unauthorized => new(status, ChatFault.Temporary, $"{words} The bot's token is not accepted there; \"check teams\" says more."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(status, ChatFault.Gone, words),
            _ => new(status, ChatFault.Refused, words),
        };
    }
}
