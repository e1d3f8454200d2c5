using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tests.Slack.Workspace.Delivery;

/// <summary>The sockets of the app. https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
public sealed class SocketMode(WorkspaceState state, WorkspaceOptions options, AckClock clock) : IWayIn
{
    private readonly ConcurrentDictionary<string, byte> _tickets = new();
    private readonly List<SocketLink> _links = [];
    private int _next;
    private int _opened;

    /// <summary>The connections that take envelopes.</summary>
    public IReadOnlyList<SocketLink> Links
    {
        get
        {
            lock (_links) return [.. _links.Where(link => link.TakesEnvelopes)];
        }
    }

    /// <summary>How many connections there were, ever.</summary>
    public int Opened => _opened;

    /// <summary>The address for one connection, once.</summary>
    public string NewAddress(HttpRequest request)
    {
        var ticket = state.NewId("ticket");
        _tickets[ticket] = 0;
        return $"ws://{request.Host}/link/?ticket={ticket}&app_id={WorkspaceState.AppId}";
    }

    /// <summary>One connection, until it ends.</summary>
    public async Task AcceptAsync(HttpContext context)
    {
        if (!_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            state.Violations.Enqueue("A socket was opened with a ticket that was used before");
            return;
        }
        await using var link = await SocketLink.AcceptAsync(context, options, clock, state);
        Interlocked.Increment(ref _opened);
        bool tooMany;
        int count;
        lock (_links)
        {
            _links.Add(link);
            count = _links.Count(known => known.IsOpen);
            tooMany = count > options.MaxConnections;
        }
        if (tooMany) link.Disconnect("too_many_websockets");
        else link.Hello(count);
        await link.RunAsync();
        lock (_links) _links.Remove(link);
    }

    public Task<Answer> SendAsync(Envelope envelope, int attempt, string reason)
    {
        var links = Links;
        if (links.Count == 0) return Task.FromResult(new Answer(false, Reason: "connection_failed"));
        var link = links[(Interlocked.Increment(ref _next) & int.MaxValue) % links.Count];
        var frame = new JsonObject
        {
            ["envelope_id"] = Guid.NewGuid().ToString(),
            ["payload"] = envelope.Payload.DeepClone(),
            ["type"] = envelope.Kind,
            ["accepts_response_payload"] = envelope.Accepts,
        };
        if (envelope.Kind == "events_api") (frame["retry_attempt"], frame["retry_reason"]) = (attempt, reason);
        return link.SendAsync(envelope, frame);
    }

    /// <summary>Slack renews every connection: it asks, and closes a little later.</summary>
    public int Refresh(string reason = "refresh_requested")
    {
        var links = Links;
        foreach (var link in links) link.Disconnect(reason);
        return links.Count;
    }

    /// <summary>Every connection breaks in the middle of a frame.</summary>
    public async Task CutMidFrameAsync()
    {
        foreach (var link in Links) await link.CutMidFrameAsync();
    }

    /// <summary>Every connection goes silent without being closed.</summary>
    public void GoHalfOpen()
    {
        foreach (var link in Links) link.GoSilent();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opened} sockets opened, {Links.Count} open");
}
