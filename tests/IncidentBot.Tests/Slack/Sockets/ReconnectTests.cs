using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>How sockets come and go.</summary>
public sealed class ReconnectTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_ready_from_the_first_hello_on()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slack = await sockets.Server.NextAsync();
        Assert.Contains("No socket to Slack is open", sockets.Fault, StringComparison.Ordinal);
        await slack.SayAsync("""{"type":"hello"}""");
        await SocketsUnderTest.UntilAsync(() => sockets.Fault is null, "it is ready");
    }

    [Fact]
    public async Task The_second_socket_is_opened_ten_seconds_after_the_first()
    {
        var time = new FakeTimeProvider();
        await using var sockets = await SocketsUnderTest.StartAsync(new(), time);
        var first = await sockets.Server.NextLiveAsync();
        await SocketsUnderTest.UntilAsync(() => sockets.States.Live == 1, "the first is live");
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, sockets.Server.Asked);
        time.Advance(TimeSpan.FromSeconds(0.2));
        var second = await sockets.Server.NextLiveAsync();
        await SocketsUnderTest.UntilAsync(() => sockets.States.Live == 2, "the second is live");
        await Task.WhenAll(sockets.StopAsync(), first.GoneAsync(), second.GoneAsync());
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public async Task A_socket_that_Slack_rotates_is_closed_only_when_the_next_is_live(string reason)
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var old = await sockets.Server.NextLiveAsync();
        await old.AskToLeaveAsync(reason);
        var next = await sockets.Server.NextAsync();
        await old.DeliverAsync("e1");
        Assert.Equal("e1", await old.AcknowledgedAsync());
        Assert.Equal(1, sockets.States.Live);
        await next.SayAsync("""{"type":"hello"}""");
        Assert.Null(await old.HearAsync());
        Assert.Null(sockets.Fault);
        await next.DeliverAsync("e2");
        Assert.Equal("e2", await next.AcknowledgedAsync());
    }

    [Fact]
    public async Task A_rotated_socket_still_acknowledges_what_it_has_begun()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var storing = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Take = (_, _) => storing.Task;
        var old = await sockets.Server.NextLiveAsync();
        await old.DeliverAsync("e1");
        await SocketsUnderTest.UntilAsync(() => !sockets.Taken.IsEmpty, "it is being stored");
        await old.AskToLeaveAsync("refresh_requested");
        var next = await sockets.Server.NextLiveAsync();
        await next.DeliverAsync("e2");
        await SocketsUnderTest.UntilAsync(() => sockets.Taken.Count == 2, "the next is in use");
        storing.SetResult(null);
        Assert.Equal("e1", await old.AcknowledgedAsync());
        Assert.Null(await old.HearAsync());
    }

    [Fact]
    public async Task A_socket_that_breaks_is_opened_again_and_the_history_is_read()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var first = await sockets.Server.NextLiveAsync();
        await AskedForHistoryAsync(sockets); // at the first hello
        first.Break();
        var next = await sockets.Server.NextLiveAsync();
        await next.DeliverAsync("e1");
        Assert.Equal("e1", await next.AcknowledgedAsync());
        await AskedForHistoryAsync(sockets);
    }

    [Fact]
    public async Task After_a_rotation_there_is_nothing_to_read_until_a_socket_breaks()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var old = await sockets.Server.NextLiveAsync();
        await AskedForHistoryAsync(sockets);
        await old.AskToLeaveAsync("warning");
        var next = await sockets.Server.NextLiveAsync();
        Assert.Null(await old.HearAsync());
        next.Break();
        await sockets.Server.NextLiveAsync();
        await AskedForHistoryAsync(sockets);
        Assert.Null(sockets.History.Next());
    }

    [Fact]
    public async Task A_peer_that_is_gone_without_a_word_is_noticed()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { KeepAlive = TimeSpan.FromMilliseconds(200) });
        await sockets.Server.NextLiveAsync(); // and never reads again, so that no ping is answered
        await sockets.Server.NextLiveAsync();
    }

    [Fact]
    public async Task A_peer_that_is_there_and_silent_is_kept()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { KeepAlive = TimeSpan.FromMilliseconds(50) });
        var slack = await sockets.Server.NextLiveAsync();
        var listening = slack.HearAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Ct); // ten times the time between pings
        await slack.DeliverAsync("e1");
        Assert.Equal("""{"envelope_id":"e1"}""", await listening);
        Assert.Equal(1, sockets.Server.Asked);
    }

    [Fact]
    public async Task A_socket_over_which_nothing_comes_for_long_is_replaced()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { Quiet = TimeSpan.FromMilliseconds(300) });
        var old = await sockets.Server.NextLiveAsync();
        await sockets.Server.NextLiveAsync();
        Assert.Null(await old.HearAsync());
    }

    [Fact]
    public async Task One_that_gives_no_hello_is_given_up()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { OpenWithin = TimeSpan.FromMilliseconds(300) });
        await sockets.Server.NextAsync();
        await sockets.Server.NextAsync();
        Assert.NotNull(sockets.Fault);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("too_many_websockets")]
    [InlineData("link_disabled")]
    public async Task A_disconnect_before_the_hello_is_tried_again(string reason)
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var first = await sockets.Server.NextAsync();
        await first.AskToLeaveAsync(reason);
        Assert.Null(await first.HearAsync());
        await sockets.Server.NextLiveAsync();
        await SocketsUnderTest.UntilAsync(() => sockets.Fault is null, "it is ready");
    }

    [Fact]
    public async Task With_too_many_sockets_ours_is_closed_before_another_is_opened()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { FirstLongPause = TimeSpan.FromDays(1), LongestLongPause = TimeSpan.FromDays(1) });
        var old = await sockets.Server.NextLiveAsync();
        await old.AskToLeaveAsync("too_many_websockets");
        Assert.Null(await old.HearAsync());
        Assert.Equal(1, sockets.Server.Asked);
        old.Break();
        await SocketsUnderTest.UntilAsync(() => sockets.Fault?.Contains("Stop other programs", StringComparison.Ordinal) is true, "it says so");
    }

    [Theory]
    [InlineData("invalid_auth", "Slack:AppToken")]
    [InlineData("account_inactive", "Slack:AppToken")]
    [InlineData("missing_scope", "connections:write")]
    [InlineData("link_disabled", "Socket Mode is switched off")]
    public async Task What_only_somebody_can_mend_is_said_and_not_tried_fast(string error, string sentence)
    {
        var time = new FakeTimeProvider();
        await using var sockets = await SocketsUnderTest.StartAsync(new() { Apart = TimeSpan.FromDays(1) }, time, server => server.Answer = _ => $$"""{"ok":false,"error":"{{error}}"}""");
        await SocketsUnderTest.UntilAsync(() => sockets.Fault?.Contains(sentence, StringComparison.Ordinal) is true, "it says so");
        Assert.DoesNotContain("xapp-test", sockets.Fault, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, sockets.Server.Asked);
        await SocketsUnderTest.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return sockets.Server.Asked == 2;
        }, "it is tried again");
    }

    [Theory]
    [InlineData("""{"ok":true,"url":"wss://"}""")]
    [InlineData("""{"ok":true,"url":"http://127.0.0.1:1/link"}""")]
    [InlineData("""{"ok":true,"url":"ws://slack.example/link?ticket=secret"}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":false,"error":"internal_error"}""")]
    [InlineData("<html>")]
    public async Task An_address_that_is_none_is_asked_for_again(string answer)
    {
        await using var sockets = await SocketsUnderTest.StartAsync(adjust: server => server.Answer = asked => asked < 4 ? answer : null);
        await sockets.Server.NextLiveAsync();
        await SocketsUnderTest.UntilAsync(() => sockets.Fault is null, "it is ready");
        Assert.Equal(4, sockets.Server.Asked);
    }

    private static async Task AskedForHistoryAsync(SocketsUnderTest sockets)
    {
        await sockets.History.WaitAsync(Ct).WaitAsync(PeerSocket.Patience, TimeProvider.System);
        Assert.Equal(new("slack:T1"), sockets.History.Next());
    }
}
