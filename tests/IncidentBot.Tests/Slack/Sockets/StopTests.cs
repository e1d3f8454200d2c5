using System.Text.Json.Nodes;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>The program stops while sockets are open or opening.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task What_was_begun_is_acknowledged_then_the_socket_is_closed()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var storing = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Take = (_, _) => storing.Task;
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1");
        await SocketsUnderTest.UntilAsync(() => !sockets.Taken.IsEmpty, "it is being stored");
        var stopping = sockets.StopAsync();
        storing.SetResult(null);
        Assert.Equal("e1", await slack.AcknowledgedAsync());
        Assert.Null(await slack.HearAsync());
        slack.Break();
        await stopping;
    }

    [Fact]
    public async Task What_is_not_stored_in_time_is_not_acknowledged()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { FinishWithin = Soon });
        var storing = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Take = (_, _) => storing.Task;
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1");
        await SocketsUnderTest.UntilAsync(() => !sockets.Taken.IsEmpty, "it is being stored");
        var stopping = sockets.StopAsync();
        Assert.Null(await slack.HearAsync());
        await stopping;
        storing.SetResult(null);
    }

    [Fact]
    public async Task A_peer_that_does_not_close_is_not_waited_for()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick);
        await sockets.Server.NextLiveAsync(); // and never reads
        await SocketsUnderTest.UntilAsync(() => sockets.States.Live == 1, "it is live");
        await sockets.StopAsync().WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(0, sockets.States.Live);
    }

    [Fact]
    public async Task An_opening_is_given_up()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick);
        await sockets.Server.NextAsync(); // and never says hello
        await sockets.StopAsync().WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(1, sockets.Server.Asked);
    }

    [Fact]
    public async Task A_pause_is_given_up()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(new(), adjust: server => server.Answer = _ => """{"ok":false,"error":"invalid_auth"}""");
        await SocketsUnderTest.UntilAsync(() => sockets.Fault?.Contains("invalid_auth", StringComparison.Ordinal) is true, "it is refused");
        await sockets.StopAsync().WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
