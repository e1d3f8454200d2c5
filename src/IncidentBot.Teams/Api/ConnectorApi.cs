using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Auth;
using IncidentBot.Teams.Tokens;
using Polly;

namespace IncidentBot.Teams.Api;

/// <summary>The Connector's REST API (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference): one call, its answer, or what Teams says is wrong.</summary>
internal sealed class ConnectorApi(TeamsOptions options, BotTokens tokens, ConnectorWire wire, Pacing pacing, TimeProvider time)
{
    /// <summary>Where tenants of the US government's community cloud are reached (learn.microsoft.com/microsoftteams/platform/concepts/cloud-overview).</summary>
    public static readonly Uri GovernmentCommunityCloud = new("https://smba.infra.gcc.teams.microsoft.com/teams");

    private readonly ConcurrentDictionary<string, bool> _inGovernmentCommunityCloud = [];
    private readonly ConcurrentDictionary<ConnectorLine, SemaphoreSlim> _writing = [];
    private readonly ResiliencePipeline _posting = ConnectorRepeats.OfPosts(time);
    private readonly ResiliencePipeline _others = ConnectorRepeats.OfOthers(time);
    private volatile string? _refused;

    /// <summary>Why the Connector does not listen to the bot, in a sentence for an operator; null when all is well.</summary>
    public string? Fault => tokens.Fault ?? _refused;

    /// <param name="path">Of <see cref="ConnectorAddress"/>.</param>
    /// <param name="what">Names the call in a failure, e.g. <c>a message</c>.</param>
    /// <returns>The JSON object of the answer; null where there is none.</returns>
    /// <exception cref="TeamsApiException">It was refused, or no answer came.</exception>
    public Task<JsonElement?> SendAsync(HttpMethod method, Uri serviceUrl, string path, JsonNode? body, ConnectorLine line, string what, CancellationToken ct) =>
        (method == HttpMethod.Post ? _posting : _others).ExecuteAsync(async stop => await OneByOneAsync(method, serviceUrl, path, body, line, what, stop), ct).AsTask();

    // Writes of ours must not meet in one conversation: Teams refuses one of two with 412.
    private async Task<JsonElement?> OneByOneAsync(HttpMethod method, Uri serviceUrl, string path, JsonNode? body, ConnectorLine line, string what, CancellationToken ct)
    {
        var writes = method != HttpMethod.Get;
        await pacing.EnterAsync(line, writes, ct);
        if (!writes) return await InCloudAsync(method, serviceUrl, path, body, line, what, ct);
        var turn = _writing.GetOrAdd(line, _ => new(1));
        await turn.WaitAsync(ct);
        try
        {
            return await InCloudAsync(method, serviceUrl, path, body, line, what, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<JsonElement?> InCloudAsync(HttpMethod method, Uri serviceUrl, string path, JsonNode? body, ConnectorLine line, string what, CancellationToken ct)
    {
        if (_inGovernmentCommunityCloud.ContainsKey(line.Tenant)) return await AskAsync(method, GovernmentCommunityCloud, path, body, line, what, ct);
        try
        {
            return await AskAsync(method, serviceUrl, path, body, line, what, ct);
        }
        catch (TeamsApiException elsewhere) when (elsewhere is { Status: HttpStatusCode.Forbidden, Code: ConnectorErrors.InvalidBotApiHost } && serviceUrl.Host != GovernmentCommunityCloud.Host)
        {
            var answer = await AskAsync(method, GovernmentCommunityCloud, path, body, line, what, ct);
            _inGovernmentCommunityCloud[line.Tenant] = true;
            return answer;
        }
    }

    private async Task<JsonElement?> AskAsync(HttpMethod method, Uri serviceUrl, string path, JsonNode? body, ConnectorLine line, string what, CancellationToken ct)
    {
        if (ServiceUrls.Allowed(serviceUrl.AbsoluteUri, options) is not { } allowed)
            throw new TeamsApiException(null, "", ChatFault.Refused, $"The bot does not speak to {serviceUrl.Host}: it is not among Teams:ServiceHosts.");
        var address = ConnectorAddress.Join(allowed, path);
        var token = await tokens.ForAsync(options.BotScope, ct);
        var answer = await wire.SendAsync(method, address, body, token, what, ct);
        if (answer.Status is HttpStatusCode.Unauthorized && token is not null)
        {
            tokens.Forget(options.BotScope, token);
            answer = await wire.SendAsync(method, address, body, await tokens.ForAsync(options.BotScope, ct), what, ct);
        }
        if (answer.Succeeded)
        {
            _refused = null;
            pacing.Worked(line);
            return answer.Body;
        }
        throw Refused(what, answer, line);
    }

    private TeamsApiException Refused(string what, ConnectorAnswer answer, ConnectorLine line)
    {
        var refused = ConnectorErrors.Of(what, answer.Status, answer.Body, () => answer.Wait ?? pacing.Failed(line));
        if (refused.Status is HttpStatusCode.Unauthorized) _refused = refused.Message;
        if (refused is { Status: HttpStatusCode.TooManyRequests, RetryAfter: { } wait }) pacing.Close(line, wait);
        return refused;
    }
}
