using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Api;

/// <summary>One request to the Connector and its answer. No exception of it names an address, a token or a header.</summary>
internal sealed class ConnectorWire(IHttpClientFactory clients, TimeProvider time)
{
    /// <param name="what">Names the request in a failure, e.g. <c>a message</c>.</param>
    /// <exception cref="TeamsApiException">No answer came; whether the request arrived is unknown.</exception>
    public async Task<ConnectorAnswer> SendAsync(HttpMethod method, Uri address, JsonNode? body, string? token, string what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(BotJson.Options), Encoding.UTF8, "application/json");
        try
        {
            using var client = clients.CreateClient(TeamsHttp.Connector);
            using var response = await client.SendAsync(request, ct);
            return new(response.StatusCode, WellFormedJson.ReadObject(await response.Content.ReadAsByteArrayAsync(ct)), RetryAfter.Of(response.Headers, time.GetUtcNow()));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TeamsHttp.NoAnswer(failure) is { } why)
        {
            throw new TeamsApiException(null, "", ChatFault.Temporary, $"Teams gave no answer to {what}: {why}.", inner: failure);
        }
    }
}

/// <param name="Body">The JSON object in it; null when it is none.</param>
/// <param name="Wait">How long the answer asks to wait; null when it does not say.</param>
internal sealed record ConnectorAnswer(HttpStatusCode Status, JsonElement? Body, TimeSpan? Wait)
{
    public bool Succeeded => (int)Status is >= 200 and < 300;
}
