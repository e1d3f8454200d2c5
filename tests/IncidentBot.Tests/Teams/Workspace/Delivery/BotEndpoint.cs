using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Login;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>How the bot answered: null for a connection that failed.</summary>
public sealed record BotAnswer(HttpStatusCode? Status, JsonNode? Body = null)
{
    public bool Acked => Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;
}

/// <summary>Posts activities to the bot, with a token as the Connector signs it.</summary>
public sealed class BotEndpoint(TeamsState state, WorkspaceOptions options, OpenId openId, Uri bot) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = options.AckWithin }) { Timeout = options.AckWithin };

    public AckClock Clock { get; } = new();

    public Task<BotAnswer> PostAsync(JsonObject activity) =>
        PostAsync(activity.ToJsonString(), options.Anonymous ? null : $"Bearer {openId.Current.Sign(new ActivityToken(options.AppId, (string?)activity["serviceUrl"]).ToClaims())}");

    /// <param name="authorization">The header to the letter.</param>
    public async Task<BotAnswer> PostAsync(string body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "api/messages")) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request);
            var said = await response.Content.ReadAsStringAsync();
            Clock.Took(TimeProvider.System.GetElapsedTime(began));
            return new(response.StatusCode, Read(said));
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            return new(null);
        }
    }

    public void Dispose() => _http.Dispose();

    private JsonNode? Read(string said)
    {
        if (said.Length == 0) return null;
        try
        {
            return JsonNode.Parse(said);
        }
        catch (JsonException)
        {
            state.Violations.Enqueue($"An answer is no JSON: {said}");
            return null;
        }
    }
}
