using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Slack.SocketMode;
using Xunit;

namespace IncidentBot.Tests.Slack.Sockets;

/// <summary>What comes over a live socket.</summary>
public sealed class EnvelopeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_envelope_is_stored_then_acknowledged()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1", """{"type":"event_callback","event_id":"Ev1"}""");
        Assert.Equal("""{"envelope_id":"e1"}""", await slack.HearAsync());
        Assert.Equal("Ev1", Assert.Single(sockets.Taken).GetProperty("event_id").GetString());
    }

    [Fact]
    public async Task An_answer_goes_with_the_acknowledgement_where_Slack_takes_one()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        sockets.Take = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["response_action"] = "clear" });
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1", takesAnswer: true);
        Assert.Equal("""{"envelope_id":"e1","payload":{"response_action":"clear"}}""", await slack.HearAsync());
        await slack.DeliverAsync("e2", takesAnswer: false);
        Assert.Equal("""{"envelope_id":"e2"}""", await slack.HearAsync());
    }

    [Fact]
    public async Task What_was_not_stored_is_not_acknowledged()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var tried = 0;
        sockets.Take = (_, _) => Interlocked.Increment(ref tried) == 1 ? throw new StoreUnavailableException("full") : Task.FromResult<JsonNode?>(null);
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1");
        await slack.DeliverAsync("e2");
        Assert.Equal("e2", await slack.AcknowledgedAsync());
        await slack.DeliverAsync("e1");
        Assert.Equal("e1", await slack.AcknowledgedAsync());
    }

    [Fact]
    public async Task What_is_slow_to_store_holds_up_nothing_else()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slow = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Take = (payload, _) => payload.TryGetProperty("slow", out var _) ? slow.Task : Task.FromResult<JsonNode?>(null);
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1", """{"slow":true}""");
        await slack.DeliverAsync("e2");
        Assert.Equal("e2", await slack.AcknowledgedAsync());
        slow.SetResult(null);
        Assert.Equal("e1", await slack.AcknowledgedAsync());
    }

    [Fact]
    public async Task A_store_that_stalls_is_no_acknowledgement()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { StoreWithin = TimeSpan.FromMilliseconds(50) });
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Take = async (payload, ct) =>
        {
            if (!payload.TryGetProperty("slow", out var _)) return null;
            await using var late = ct.Register(given.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return null;
        };
        var slack = await sockets.Server.NextLiveAsync();
        await slack.DeliverAsync("e1", """{"slow":true}""");
        await given.Task.WaitAsync(Ct);
        await slack.DeliverAsync("e2");
        Assert.Equal("e2", await slack.AcknowledgedAsync());
    }

    [Fact]
    public async Task Fragments_are_joined()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slack = await sockets.Server.NextLiveAsync();
        var text = string.Concat(Enumerable.Repeat("é🔥", 12_000));
        await slack.SayInPiecesAsync($$$"""{"envelope_id":"e1","payload":{"text":"{{{text}}}"}}""", 1021);
        Assert.Equal("e1", await slack.AcknowledgedAsync());
        Assert.Equal(text, Assert.Single(sockets.Taken).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_message_without_end_is_read_over()
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slack = await sockets.Server.NextLiveAsync();
        await slack.SayInPiecesAsync($$$"""{"envelope_id":"e1","payload":{"text":"{{{new string('x', SocketMessages.LargestMessage)}}}"}}""", 1024 * 1024);
        await slack.DeliverAsync("e2");
        Assert.Equal("e2", await slack.AcknowledgedAsync());
        Assert.Single(sockets.Taken);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"type":"hello"}""")]
    public async Task Frames_that_mean_nothing_change_nothing(string frame)
    {
        await using var sockets = await SocketsUnderTest.StartAsync();
        var slack = await sockets.Server.NextLiveAsync();
        await slack.SayAsync(frame);
        await slack.DeliverAsync("e1");
        Assert.Equal("e1", await slack.AcknowledgedAsync());
        Assert.Equal(1, sockets.States.Live);
    }

    [Fact]
    public async Task Each_is_acknowledged_on_the_socket_that_brought_it()
    {
        await using var sockets = await SocketsUnderTest.StartAsync(SocketsUnderTest.Quick with { Apart = TimeSpan.FromMilliseconds(20) });
        var first = await sockets.Server.NextLiveAsync();
        var second = await sockets.Server.NextLiveAsync();
        await second.DeliverAsync("e2");
        await first.DeliverAsync("e1");
        Assert.Equal(("e1", "e2"), (await first.AcknowledgedAsync(), await second.AcknowledgedAsync()));
    }
}
