using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace IncidentBot.Slack.Api;

/// <summary>Slack's Web API (https://docs.slack.dev/apis/web-api/): one call, its answer, or what Slack says is wrong.</summary>
internal sealed class SlackApi(SlackOptions options, SlackWire wire, Pacing pacing, TokenHealth token, TimeProvider time, ILogger<SlackApi> log)
{
    private readonly ResiliencePipeline _reading = SlackReads.Repeating(time);

    /// <summary>What is wrong with the bot token, in a sentence for an operator; null when all is well.</summary>
    public string? TokenFault => token.Fault;

    /// <summary>The scopes that the bot token has, as the last answer told; null: none told yet.</summary>
    public IReadOnlyList<string>? Scopes { get; private set; }

    /// <summary>Calls a method with the bot token.</summary>
    /// <returns>The whole answer, in which <c>ok</c> is true.</returns>
    public Task<JsonElement> CallAsync(string method, SlackArguments arguments, CancellationToken ct) => SlackReads.Contains(method)
        ? _reading.ExecuteAsync(async stop => await CallOnceAsync(method, arguments, stop), ct).AsTask()
        : CallOnceAsync(method, arguments, ct);

    /// <summary>Calls a method with the app token, which opens sockets.</summary>
    public async Task<JsonElement> CallAppAsync(string method, SlackArguments arguments, CancellationToken ct) =>
        (await AskAsync(method, options.AppToken ?? throw new InvalidOperationException("There is no app token."), arguments, ct)).Answer;

    /// <summary>Calls a method for page after page; a page may be empty and not be the last.</summary>
    public IAsyncEnumerable<JsonElement> PagesAsync(string method, SlackArguments arguments, CancellationToken ct) =>
        SlackPages.ReadAsync(arguments, page => CallAsync(method, page, ct));

    private async Task<JsonElement> CallOnceAsync(string method, SlackArguments arguments, CancellationToken ct)
    {
        await pacing.EnterAsync(method, arguments["channel"]?.ToString(), ct);
        try
        {
            var (answer, scopes) = await AskAsync(method, options.BotToken, arguments, ct);
            Scopes = scopes ?? Scopes;
            token.Worked(method);
            return answer;
        }
        catch (SlackApiException refused)
        {
            token.Failed(method, refused);
            if (SlackErrors.AsksToWait(refused.Error) && refused.RetryAfter is { } wait) pacing.Close(method, wait);
            throw;
        }
    }

    private async Task<(JsonElement Answer, IReadOnlyList<string>? Scopes)> AskAsync(string method, string bearer, SlackArguments arguments, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiBaseUrl, method)) { Content = new FormUrlEncodedContent(arguments.ToForm()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var answer = await wire.SendAsync(request, method, ct);
        if (answer.Json() is not { } body || !body.TryGetProperty("ok", out var ok)) throw SlackRefusal.WithoutJson(method, answer);
        if (ok.ValueKind is not JsonValueKind.True) throw SlackRefusal.Of(method, answer, body);
        if (body.Text("warning") is { } warning) log.LogDebug("Slack warns about {Method}: {Warning}", method, warning);
        return (body, answer.Scopes);
    }
}
