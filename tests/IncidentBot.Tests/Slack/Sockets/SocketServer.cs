using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>Slack's end of the sockets, by hand: nothing is said on them that the test does not say.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<PeerSocket> _opened = Channel.CreateUnbounded<PeerSocket>();
    private readonly List<string> _tickets = [];

    private SocketServer(WebApplication app) => _app = app;

    public Uri ApiUrl => new(_app.Urls.Single() + "/api/");

    /// <summary>What <c>apps.connections.open</c> answers when it is asked; null: an address.</summary>
    public Func<int, string?> Answer { get; set; } = _ => null;

    /// <summary>The tickets that were given, each for one socket.</summary>
    public int Asked { get; private set; }

    public static async Task<SocketServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new SocketServer(builder.Build());
        server._app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.Zero });
        server._app.MapPost("/api/apps.connections.open", server.Open);
        server._app.MapPost("/api/auth.test", () => """{"ok":true,"team_id":"T1","user_id":"U1","bot_id":"B1","url":"https://example.slack.com/"}""");
        server._app.Map("/link", server.AcceptAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next socket that is opened.</summary>
    public async Task<PeerSocket> NextAsync() => await _opened.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(PeerSocket.Patience);

    /// <summary>The next socket, live.</summary>
    public async Task<PeerSocket> NextLiveAsync()
    {
        var socket = await NextAsync();
        await socket.SayAsync("""{"type":"hello","num_connections":1}""");
        return socket;
    }

    /// <summary>A socket was opened that nobody has asked about yet.</summary>
    public bool HasAnother => _opened.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private string Open(HttpRequest request)
    {
        Assert.Equal("Bearer xapp-test", request.Headers.Authorization);
        lock (_tickets)
        {
            Asked++;
            if (Answer(Asked) is { } answer) return answer;
            var ticket = $"ticket{Asked}";
            _tickets.Add(ticket);
            return $$"""{"ok":true,"url":"ws://{{request.Host}}/link?ticket={{ticket}}"}""";
        }
    }

    private async Task AcceptAsync(HttpContext context)
    {
        lock (_tickets)
        {
            if (!_tickets.Remove(context.Request.Query["ticket"].ToString()))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var peer = new PeerSocket(socket, context.Abort);
        await using var gone = context.RequestAborted.Register(peer.Gone);
        await _opened.Writer.WriteAsync(peer, TestContext.Current.CancellationToken);
        await peer.Ended;
    }
}
