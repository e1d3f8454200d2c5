using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Tests.Teams.Workspace.Api;
using IncidentBot.Tests.Teams.Workspace.Login;
using IncidentBot.Tests.Teams.Workspace.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Teams.Workspace.Graph;

/// <summary>The endpoints of Microsoft Graph that read messages with resource-specific consent. learn.microsoft.com/graph/api/channel-list-messages</summary>
public sealed partial class GraphApi(TeamsState state, LoginServer login, FaultyServer server)
{
    private const int MostInAPage = 50;

    public void Map(WebApplication app, string prefix)
    {
        var channel = prefix + "v1.0/teams/{team}/channels/{channel}";
        var chat = prefix + "v1.0/chats/{chat}";
        Get(channel, (_, where) => new(200, new JsonObject { ["id"] = where.Id, ["displayName"] = where.Name, ["membershipType"] = "standard" }));
        Get(channel + "/messages", (call, where) => Page(call, where.All.Where(message => message.IsRoot).OrderByDescending(Newest)));
        Get(channel + "/messages/{message}", (call, where) => One(where, Value(call, "message")));
        Get(channel + "/messages/{message}/replies", (call, where) => Page(call, Thread(where, Value(call, "message")).Skip(1).Reverse()));
        Get(channel + "/messages/{message}/replies/{reply}", (call, where) => One(where, Value(call, "reply")));
        Get(chat + "/messages", (call, where) => Page(call, where.All.OrderByDescending(message => call.Request.Query["$orderby"].ToString().StartsWith("lastModified", StringComparison.Ordinal) ? GraphMessage.Modified(message) : message.At)));
        Get(chat + "/messages/{message}", (call, where) => One(where, Value(call, "message")));
        Get(prefix + "v1.0/teams/{team}/permissionGrants", (_, where) => Grants("ChannelMessage.Read.Group", where));
        Get(chat + "/permissionGrants", (_, where) => Grants("ChatMessage.Read.Chat", where));

        void Get(string pattern, Func<HttpContext, Conversation, Answer> answer) => app.MapGet(pattern, context => server.HandleAsync(context, "graph", _ => Answered(context, answer)));
    }

    private Answer Answered(HttpContext call, Func<HttpContext, Conversation, Answer> answer)
    {
        lock (state.Gate)
        {
            login.Check(call.Request.Headers.Authorization, LoginServer.GraphScope);
            var where = Where(call) ?? throw new RefusalException(404, "NotFound", "Not found");
            return where.HasBot && where.TellsAll ? answer(call, where) : throw new RefusalException(403, "Forbidden", "Missing role permissions on the request. API requires one of 'ChannelMessage.Read.All, ChannelMessage.Read.Group, ChatMessage.Read.Chat'.");
        }
    }

    private Conversation? Where(HttpContext call)
    {
        if (call.Request.RouteValues.ContainsKey("chat")) return state.Chats.Find(chat => chat.Id == Value(call, "chat"));
        var team = state.Teams.Find(known => known.GroupId == Value(call, "team"));
        return call.Request.RouteValues.ContainsKey("channel") ? team?.Channels.Find(channel => channel.Id == Value(call, "channel")) : team?.Channels[0];
    }

    private static string Value(HttpContext call, string name) => (string)call.Request.RouteValues[name]!;

    // A thread moves up with its newest reply.
    private static DateTimeOffset Newest(Message root) => root.Replies.Append(root).Max(GraphMessage.Modified);

    private static IEnumerable<Message> Thread(Conversation where, string root) =>
        where.Find(root) is { IsRoot: true } ? where.All.Where(message => message.Root == root) : throw new RefusalException(404, "NotFound", "There is no such message");

    private Answer One(Conversation where, string id) => new(200, GraphMessage.Of(state, where.Find(id) ?? throw new RefusalException(404, "NotFound", "There is no such message")));

    private Answer Page(HttpContext call, IEnumerable<Message> messages)
    {
        var query = call.Request.Query;
        var size = int.TryParse(query["$top"], NumberStyles.None, CultureInfo.InvariantCulture, out var top) ? top : 20;
        if (size > MostInAPage) throw new RefusalException(400, "BadRequest", $"$top can be {MostInAPage} at most");
        var from = int.TryParse(query["$skiptoken"], NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) ? skipped : 0;
        var all = messages.Where(message => message.TargetedTo is null && Fits(query["$filter"].ToString(), message)).ToList();
        var page = new JsonObject
        {
            ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#chatMessage",
            ["@odata.count"] = Math.Min(size, Math.Max(0, all.Count - from)),
            ["value"] = new JsonArray([.. all.Skip(from).Take(size).Select(message => Written(message, withReplies: query["$expand"] == "replies"))]),
        };
        if (all.Count > from + size) page["@odata.nextLink"] = Next(call, from + size);
        return new(200, page);
    }

    private JsonObject Written(Message message, bool withReplies)
    {
        var json = GraphMessage.Of(state, message);
        if (withReplies) json["replies"] = new JsonArray([.. message.Where.All.Where(reply => reply.Root == message.Id && !reply.IsRoot).Reverse().Select(reply => GraphMessage.Of(state, reply))]);
        return json;
    }

    private static string Next(HttpContext call, int from)
    {
        var rest = call.Request.Query.Where(part => part.Key != "$skiptoken").Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value.ToString())}");
        return $"{ToWorkspace.AddressOf(call.Request)}?{string.Join('&', rest.Append($"$skiptoken={from.ToString(CultureInfo.InvariantCulture)}"))}";
    }

    private static bool Fits(string filter, Message message)
    {
        if (filter.Length == 0) return true;
        foreach (var part in filter.Split(" and "))
        {
            if (Condition().Match(part) is not { Success: true } match) throw new RefusalException(400, "BadRequest", $"The filter “{part}” is not supported");
            var time = match.Groups["name"].Value == "createdDateTime" ? message.At : GraphMessage.Modified(message);
            var than = DateTimeOffset.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if (match.Groups["how"].Value == "gt" ? time <= than : time >= than) return false;
        }
        return true;
    }

    private static Answer Grants(string permission, Conversation where) =>
        new(200, new JsonObject { ["value"] = new JsonArray(new JsonObject { ["id"] = $"grant-of-{where.Name}", ["permissionType"] = "Application", ["permission"] = permission }) });

    // Teams knows these two, with these two comparisons. learn.microsoft.com/graph/api/chat-list-messages
    [GeneratedRegex(@"^\s*(?<name>lastModifiedDateTime|createdDateTime) (?<how>gt|lt) (?<time>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();
}
