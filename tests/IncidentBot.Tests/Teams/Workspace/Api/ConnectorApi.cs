using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.Login;
using IncidentBot.Tests.Teams.Workspace.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>The Connector's REST API. learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</summary>
public sealed class ConnectorApi(TeamsState state, WorkspaceOptions options, LoginServer login, FaultyServer server, SentMessages messages, Rosters rosters)
{
    private readonly RateLimits _limits = new(state);

    /// <summary>How often it was called too often.</summary>
    public int Throttled => _limits.Refused;

    public void Map(WebApplication app, string prefix)
    {
        var conversations = $"{prefix}v3/conversations";
        Route("POST", conversations, "create", call => messages.Create(call.Body));
        Route("POST", conversations + "/{conversation}/activities", "send", call => messages.Send(call.Conversation, call.Body, call.IsTargeted), writes: true);
        Route("POST", conversations + "/{conversation}/activities/{activity}", "send", call => messages.Reply(call.Conversation, call.Activity, call.Body, call.IsTargeted), writes: true);
        Route("PUT", conversations + "/{conversation}/activities/{activity}", "update", call => messages.Update(call.Conversation, call.Activity, call.Body), writes: true);
        Route("DELETE", conversations + "/{conversation}/activities/{activity}", "delete", call => messages.Delete(call.Conversation, call.Activity), writes: true);
        Route("PUT", conversations + "/{conversation}/activities/{activity}/reactions/{reaction}", "react", call => messages.React(call.Conversation, call.Activity, call.Value("reaction"), on: true), writes: true);
        Route("DELETE", conversations + "/{conversation}/activities/{activity}/reactions/{reaction}", "react", call => messages.React(call.Conversation, call.Activity, call.Value("reaction"), on: false), writes: true);
        Route("GET", conversations + "/{conversation}/members", "members", call => rosters.All(call.Conversation));
        Route("GET", conversations + "/{conversation}/pagedmembers", "members", call => rosters.Page(call.Conversation, call.Query("pageSize"), call.Query("continuationToken")));
        Route("GET", conversations + "/{conversation}/members/{member}", "member", call => rosters.One(call.Conversation, call.Value("member")));
        Route("GET", prefix + "v3/teams/{team}", "team", call => rosters.Team(call.Value("team")));
        Route("GET", prefix + "v3/teams/{team}/conversations", "channels", call => rosters.Channels(call.Value("team")));

        void Route(string method, string pattern, string operation, Func<ConnectorCall, Answer> answer, bool writes = false) =>
            app.MapMethods(pattern, [method], context => server.HandleAsync(context, operation, body => Answered(new(context, body), answer, writes)));
    }

    private Answer Answered(ConnectorCall call, Func<ConnectorCall, Answer> answer, bool writes)
    {
        lock (state.Gate)
        {
            login.Check(call.Authorization, LoginServer.BotScope);
            if (writes && options.LimitsRates && _limits.Refuses(call.Conversation.Split(';')[0]) is { } wait)
                return Answer.Refused(429, "Throttled", "Too many requests") with { RetryAfter = wait.ToString(CultureInfo.InvariantCulture) };
            return answer(call);
        }
    }
}

/// <summary>A call with its parts.</summary>
public sealed class ConnectorCall(HttpContext context, JsonNode? body)
{
    public JsonNode? Body => body;

    public string? Authorization => context.Request.Headers.Authorization;

    public string Conversation => Value("conversation");

    public string Activity => Value("activity");

    public bool IsTargeted => Query("isTargetedActivity") == "true";

    /// <summary>From the path. Kestrel leaves an escaped slash as it is; everything else is unescaped already.</summary>
    public string Value(string name) => ((string)context.Request.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public string? Query(string name) => context.Request.Query[name];
}
