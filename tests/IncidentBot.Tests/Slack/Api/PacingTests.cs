using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Api;

public sealed class PacingTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    private FakeTimeProvider Clock => _test.Clock;

    private Pacing Pacing => _test.Get<Pacing>();

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Sun, 22 Nov 2026 14:00:20 GMT", 20)]
    [InlineData("Sun, 22 Nov 2026 13:00:00 GMT", 1)]
    [InlineData(null, 10)]
    [InlineData("soon", 10)]
    [InlineData("86400", 900)]
    public async Task Slack_says_how_long_to_wait_in_more_than_one_way(string? header, int seconds)
    {
        _test.Slack.On("chat.update", () => Limited(header));

        var refused = await _test.RefusedAsync("chat.update");

        Assert.Equal((SlackErrors.RateLimited, ChatFault.Temporary, TimeSpan.FromSeconds(seconds)), (refused.Error, refused.Fault, refused.RetryAfter!.Value));
    }

    [Fact]
    public async Task After_a_wish_to_wait_nothing_of_that_method_goes_out_before_its_time()
    {
        _test.Slack.On("users.info", () => Limited("30"), () => Json(Ok));
        _test.Slack.On("views.publish", Ok);
        await _test.RefusedAsync("users.info");

        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(10), (await _test.RefusedAsync("users.info")).RetryAfter);
        await _test.CallAsync("views.publish");
        Assert.Single(_test.Slack.To("users.info"));

        Clock.Advance(TimeSpan.FromSeconds(10));
        await _test.CallAsync("users.info");
        Assert.Equal(2, _test.Slack.To("users.info").Count());
    }

    [Fact]
    public async Task A_short_rest_is_waited_for()
    {
        Pacing.Close("users.info", TimeSpan.FromSeconds(2));
        var entered = Enter("users.info");
        Assert.False(entered.IsCompleted);

        Clock.Advance(TimeSpan.FromSeconds(2));

        await entered;
    }

    [Fact]
    public async Task Who_waits_for_a_turn_while_the_method_is_closed_does_not_go_out()
    {
        for (var i = 0; i < 4; i++) await Enter("chat.postMessage", "C1");
        var waiting = Enter("chat.postMessage", "C1");
        Pacing.Close("chat.postMessage", TimeSpan.FromSeconds(30));

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(29), (await Assert.ThrowsAsync<SlackApiException>(() => waiting)).RetryAfter);
    }

    [Fact]
    public async Task A_limit_that_comes_with_a_200_counts_too()
    {
        _test.Slack.On("chat.postMessage", Refusal("rate_limited"));

        await _test.RefusedAsync("chat.postMessage");

        Assert.Equal(RetryAfter.Usual, (await _test.RefusedAsync("chat.postMessage")).RetryAfter);
        Assert.Single(_test.Slack.Calls);
    }

    [Fact]
    public async Task After_a_burst_a_channel_gets_one_message_a_second()
    {
        var posts = Enumerable.Range(0, 6).Select(_ => Enter("chat.postMessage", "C1")).ToList();
        Assert.Equal(4, posts.Count(post => post.IsCompleted));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, posts.Count(post => post.IsCompleted));

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(posts);
    }

    [Fact]
    public async Task Channels_do_not_wait_for_one_another()
    {
        for (var i = 0; i < 4; i++) await Enter("chat.postMessage", "C1");

        Assert.False(Enter("chat.update", "C1").IsCompleted);
        Assert.True(Enter("chat.postMessage", "C2").IsCompleted);
    }

    [Fact]
    public async Task Who_would_wait_long_is_told_how_long_and_takes_no_turn()
    {
        for (var i = 0; i < 6; i++) _ = Enter("chat.postMessage", "C1");

        for (var i = 0; i < 3; i++)
            Assert.Equal(TimeSpan.FromSeconds(3), (await Assert.ThrowsAsync<SlackApiException>(() => Enter("chat.postMessage", "C1"))).RetryAfter);

        Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(Enter("chat.postMessage", "C1").IsCompleted);
    }

    [Fact]
    public void Histories_are_read_within_their_tier()
    {
        var reads = Enumerable.Range(0, 50).Select(_ => Enter("conversations.history")).ToList();
        var atOnce = reads.Count(read => read.IsCompletedSuccessfully);

        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.InRange(atOnce, 1, SlackRate.Tier3PerMinute / 4);
        Assert.Equal(SlackRate.Tier3PerMinute / 2, reads.Count(read => read.IsCompletedSuccessfully) - atOnce);
    }

    public void Dispose() => _test.Dispose();

    private Task Enter(string method, string? channel = null) => Pacing.EnterAsync(method, channel, SlackUnderTest.Ct);
}
