using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>Posts to the app's addresses, signed. https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
public sealed class HttpSender(WorkspaceState state, WorkspaceOptions options, AckClock clock, Uri app) : IWayIn, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = options.AckWithin }) { Timeout = options.AckWithin };

    public async Task<Answer> SendAsync(Envelope envelope, int attempt, string reason)
    {
        var (path, body, type) = Written(envelope);
        using var request = Signed(path, body, type);
        if (attempt > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", attempt.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason);
        }
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request);
            var said = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode) return new(false, Reason: "http_error");
            clock.Took(TimeProvider.System.GetElapsedTime(began), envelope);
            return new(true, Read(envelope, response, said));
        }
        catch (TaskCanceledException)
        {
            clock.Late(envelope, "not in time");
            return new(false, Reason: "http_timeout");
        }
        catch (HttpRequestException)
        {
            return new(false, Reason: "connection_failed");
        }
    }

    /// <summary>Any request with a right signature.</summary>
    public HttpRequestMessage Signed(string path, string body, string type)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.SigningSecret), Encoding.UTF8.GetBytes($"v0:{time}:{body}"));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, path)) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}");
        return request;
    }

    public void Dispose() => _http.Dispose();

    private static (string Path, string Body, string Type) Written(Envelope envelope) => envelope.Kind switch
    {
        "events_api" => ("/slack/events", envelope.Payload.ToJsonString(), "application/json"),
        "slash_commands" => ("/slack/commands", Form(envelope.Payload.Select(field => (field.Key, (string?)field.Value ?? ""))), "application/x-www-form-urlencoded"),
        _ => ("/slack/interactions", Form([("payload", envelope.Payload.ToJsonString())]), "application/x-www-form-urlencoded"),
    };

    private static string Form(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));

    private JsonNode? Read(Envelope envelope, HttpResponseMessage response, string said)
    {
        if (said.Length == 0) return null;
        if (response.Content.Headers.ContentType?.MediaType is not "application/json") return JsonValue.Create(said);
        try
        {
            return JsonNode.Parse(said);
        }
        catch (JsonException)
        {
            state.Violations.Enqueue($"{envelope.Name} was answered with something that is not the JSON it says it is");
            return null;
        }
    }
}
