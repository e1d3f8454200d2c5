using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Slack;
using IncidentBot.Slack.SocketMode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>The bot's sockets against a <see cref="SocketServer"/>; what they take is kept in <see cref="Taken"/>.</summary>
internal sealed class SocketsUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _stopped;

    private SocketsUnderTest(SocketServer server, SocketTimings timings, TimeProvider time)
    {
        Server = server;
        var options = new SlackOptions { BotToken = "xoxb-test", AppToken = "xapp-test", ApiBaseUrl = server.ApiUrl };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(timings)
            .AddSlack(options)
            .AddSingleton<TakeDelivery>(TakeAsync)
            .BuildServiceProvider();
    }

    public SocketServer Server { get; }

    public ConcurrentQueue<JsonElement> Taken { get; } = [];

    /// <summary>What is done with a delivery beyond keeping it.</summary>
    public Func<JsonElement, CancellationToken, Task<JsonNode?>> Take { get; set; } = (_, _) => Task.FromResult<JsonNode?>(null);

    public SocketStates States => _services.GetRequiredService<SocketStates>();

    public HistoryRequests History => _services.GetRequiredService<HistoryRequests>();

    public string? Fault => _services.GetRequiredService<SlackHealth>().Fault;

    /// <summary>With short pauses, and the second socket left out, unless the test wants them otherwise.</summary>
    public static SocketTimings Quick { get; } = new()
    {
        Apart = TimeSpan.FromDays(1),
        FirstPause = TimeSpan.FromMilliseconds(10),
        LongestPause = TimeSpan.FromMilliseconds(50),
        FirstLongPause = TimeSpan.FromMilliseconds(50),
        LongestLongPause = TimeSpan.FromMilliseconds(50),
        FinishWithin = TimeSpan.FromSeconds(10),
        CloseWithin = TimeSpan.FromMilliseconds(200),
    };

    public static async Task<SocketsUnderTest> StartAsync(SocketTimings? timings = null, TimeProvider? time = null, Action<SocketServer>? adjust = null)
    {
        var server = await SocketServer.StartAsync();
        adjust?.Invoke(server);
        var sockets = new SocketsUnderTest(server, timings ?? Quick, time ?? TimeProvider.System);
        foreach (var service in sockets._services.GetServices<IHostedService>()) await service.StartAsync(TestContext.Current.CancellationToken);
        return sockets;
    }

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task UntilAsync(Func<bool> so, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!so())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < PeerSocket.Patience, what);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async Task StopAsync()
    {
        _stopped = true;
        foreach (var service in _services.GetServices<IHostedService>().Reverse()) await service.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped) await StopAsync();
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private Task<JsonNode?> TakeAsync(JsonElement payload, CancellationToken ct)
    {
        Taken.Enqueue(payload);
        return Take(payload, ct);
    }
}
