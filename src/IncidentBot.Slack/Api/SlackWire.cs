using System.Net;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Slack.Api;

/// <summary>One request to Slack and its answer. No exception of it names an address, a token or a header.</summary>
internal sealed class SlackWire(IHttpClientFactory clients, TimeProvider time)
{
    /// <param name="what">Names the request in a failure, e.g. <c>chat.postMessage</c>.</param>
    /// <exception cref="SlackApiException">No answer came; whether the request arrived is unknown.</exception>
    public async Task<SlackAnswer> SendAsync(HttpRequestMessage request, string what, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(SlackHttp.ClientName);
            using var response = await client.SendAsync(request, ct);
            var wait = RetryAfter.Of(response.Headers, time.GetUtcNow()) ?? RetryAfter.Usual;
            var scopes = response.Headers.TryGetValues("x-oauth-scopes", out var said) ? string.Join(',', said).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null;
            return new(response.StatusCode, await response.Content.ReadAsStringAsync(ct), wait, scopes);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException or IOException or Polly.ExecutionRejectedException)
        {
            var why = failure switch
            {
                HttpRequestException { HttpRequestError: var error } => $"the connection failed ({error})",
                IOException => "the connection broke",
                _ => "it took too long",
            };
            throw new SlackApiException(SlackErrors.NoAnswer, ChatFault.Temporary, $"Slack gave no answer to {what}: {why}.", inner: failure);
        }
    }
}

/// <param name="Wait">How long to wait, should the status ask for it.</param>
/// <param name="Scopes">Those of the token; null: not told.</param>
internal sealed record SlackAnswer(HttpStatusCode Status, string Body, TimeSpan Wait, IReadOnlyList<string>? Scopes)
{
    public bool AsksToWait => Status is HttpStatusCode.TooManyRequests;

    /// <summary>The JSON object in the body; null when it is none.</summary>
    public JsonElement? Json() => WellFormedJson.ReadObject(Body);
}
