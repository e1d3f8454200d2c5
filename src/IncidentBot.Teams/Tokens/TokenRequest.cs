using System.Net;
using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;
using IncidentBot.Teams.Api;

namespace IncidentBot.Teams.Tokens;

/// <summary>One request for a token and its answer. No exception of it names a secret or a token.</summary>
internal sealed class TokenRequest(IHttpClientFactory clients, TimeProvider time)
{
    /// <param name="who">Names the service in a failure, e.g. <c>Entra</c>.</param>
    /// <exception cref="TokenException">No token came.</exception>
    public async Task<IssuedToken> SendAsync(HttpRequestMessage request, string who, Func<JsonElement?, string> explain, CancellationToken ct)
    {
        var asked = time.GetTimestamp();
        var (status, wait, body) = await AskAsync(request, who, ct);
        if (status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError || status is HttpStatusCode.RequestTimeout)
            throw new TokenException($"{who} gives the bot no token now (HTTP {(int)status}).", false, wait ?? RetryAfter.Usual);
        if (status is not HttpStatusCode.OK) throw new TokenException($"{who} does not give the bot a token (HTTP {(int)status}). {explain(body)}", true);
        if (body?.Text("access_token") is not { Length: > 0 } token) throw new TokenException($"{who} answered without a token.", false, RetryAfter.Usual);
        return new(token, Lifetime(body.Value), asked);
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Wait, JsonElement? Body)> AskAsync(HttpRequestMessage request, string who, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(TeamsHttp.Login);
            using var response = await client.SendAsync(request, ct);
            return (response.StatusCode, RetryAfter.Of(response.Headers, time.GetUtcNow()), WellFormedJson.ReadObject(await response.Content.ReadAsByteArrayAsync(ct)));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TeamsHttp.NoAnswer(failure) is { } why)
        {
            throw new TokenException($"{who} gave no answer when the bot asked for a token: {why}.", false, inner: failure);
        }
    }

    // Seconds, as a number from Entra and as text from a managed identity; App Service tells the time of the end alone.
    private TimeSpan Lifetime(JsonElement body)
    {
        if (Number(body, "expires_in") is { } seconds) return TimeSpan.FromSeconds(seconds);
        return Number(body, "expires_on") is { } end ? DateTimeOffset.FromUnixTimeSeconds(end) - time.GetUtcNow() : TimeSpan.Zero;
    }

    private static long? Number(JsonElement body, string name) =>
        body.Part(name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value
        && long.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000_000_000 ? number : null;
}
