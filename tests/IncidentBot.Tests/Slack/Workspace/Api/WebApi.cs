using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Delivery;
using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>The Web API: reads a call, lets go wrong what shall, answers or refuses it, and keeps a record. https://docs.slack.dev/apis/web-api</summary>
public sealed class WebApi(WorkspaceState state, WorkspaceOptions options, SocketMode sockets, IEnumerable<ApiMethod> methods)
{
    private readonly Dictionary<string, ApiMethod> _methods = methods.ToDictionary(method => method.Name);
    private readonly ConcurrentQueue<Recorded> _calls = new();

    public ApiFaults Faults { get; } = new();

    public RateLimits Limits { get; } = new(state, options.PostBurst);

    /// <summary>Every call so far, in the order of the answers.</summary>
    public IReadOnlyList<Recorded> Calls => [.. _calls];

    public IReadOnlyList<Recorded> CallsOf(string method) => [.. _calls.Where(call => call.Method == method)];

    public async Task HandleAsync(HttpContext context, string method)
    {
        var (token, arguments) = await Request.ReadAsync(context, state);
        if (Faults.Slowness > TimeSpan.Zero) await Task.Delay(Faults.Slowness, TimeProvider.System);
        var outcome = Faults.IsDown ? Drop() : await AnswerAsync();
        _calls.Enqueue(new(method, arguments, TimeProvider.System.GetUtcNow(), outcome));

        async Task<string> AnswerAsync()
        {
            switch (Faults.Take(method))
            {
                case Fault.RateLimited limited:
                    lock (state.Gate) Limits.Told(method, limited.RetryAfter);
                    return await Response.LimitedAsync(context, limited.RetryAfter);
                case Fault.ServerError { AfterDoing: var done }:
                    if (done) Done();
                    return await Response.BrokenAsync(context);
                case Fault.Dropped { AfterDoing: var done }:
                    if (done) Done();
                    return Drop();
                case Fault.Refused { Error: var error }:
                    return await Response.JsonAsync(context, Refused(new(error)), options);
                case Fault.Slow { By: var time }:
                    await Task.Delay(time, TimeProvider.System);
                    break;
            }
            if (Limit() is { } wait) return await Response.LimitedAsync(context, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            return await Response.JsonAsync(context, Done(), options);
        }

        TimeSpan? Limit()
        {
            lock (state.Gate)
            {
                if (Limits.Refuses(method) is { } wait) return wait;
                if (method != "chat.postMessage" || Limits.MayPost(arguments.GetValueOrDefault("channel", ""))) return null;
                Limits.Told(method, "1");
                return TimeSpan.FromSeconds(1);
            }
        }

        JsonObject Done()
        {
            lock (state.Gate) return Do(context.Request, method, token, arguments);
        }

        string Drop()
        {
            context.Abort();
            return "dropped";
        }
    }

    private JsonObject Do(HttpRequest request, string name, string? token, IReadOnlyDictionary<string, string> arguments)
    {
        try
        {
            if (token is null) throw new RefusalException("not_authed");
            var isApp = token == options.AppToken;
            if (!isApp && token != options.BotToken) throw new RefusalException("invalid_auth");
            if (isApp != (name == "apps.connections.open") && name != "api.test") throw new RefusalException("not_allowed_token_type");
            if (isApp) return new() { ["ok"] = true, ["url"] = sockets.NewAddress(request) };
            if (!_methods.TryGetValue(name, out var method)) throw new RefusalException("unknown_method");
            var call = new ApiCall(state, options.Scopes, name, arguments);
            call.Needs(method.Scopes);
            var answer = new JsonObject { ["ok"] = true };
            foreach (var (key, value) in method.Answer(call)) answer[key] = value?.DeepClone();
            return answer;
        }
        catch (RefusalException refusal)
        {
            return Refused(refusal);
        }
    }

    private static JsonObject Refused(RefusalException refusal)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = refusal.Error };
        if (refusal.Messages.Count > 0) answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. refusal.Messages.Select(message => JsonValue.Create(message))]) };
        foreach (var (key, value) in refusal.More) answer[key] = value?.DeepClone();
        return answer;
    }
}
