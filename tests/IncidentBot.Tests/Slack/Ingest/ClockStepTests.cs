using IncidentBot.Tests.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>The machine's clock is set while the program runs.</summary>
[Collection(ProgramCollection.Name)]
public sealed class ClockStepTests : OneHeardProgram
{
    private readonly SteppingClock _clock = new();
    private readonly List<SlackPost> _posts = [];

    private protected override TimeProvider Clock => _clock;

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    public async Task A_request_may_be_signed_five_minutes_from_now_and_no_more(int seconds, int status)
    {
        // Never at the end of a second, in which the next one might begin.
        while (_clock.GetUtcNow().Millisecond > 500) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(status, await AnswerAsync(Said.Post(1), seconds));
        await Program.SettlesAsync();
        Assert.Equal(status == 200 ? 1 : 0, (await Program.TextsAsync()).Count);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public async Task Steps_of_an_hour_change_no_order_and_lose_nothing(int first, int second)
    {
        await HearsAsync(0, 50);
        _clock.Step(TimeSpan.FromHours(first));
        await HearsAsync(50, 100);
        await StartsAgainAsync();
        await HearsAsync(100, 150);
        _clock.Step(TimeSpan.FromHours(second));
        await HearsAsync(150, 200);
        await StartsAgainAsync();
        foreach (var post in _posts) Assert.Equal(200, await AnswerAsync(post.Retried(1), 0)); // all of them once more

        await Program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, 200).Select(SaidInRoom.Text), await Program.TextsAsync());
        Program.Faults.AreNone();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task While_the_clock_is_wrong_nothing_is_acknowledged_and_afterwards_all_is_heard(int hours)
    {
        await HearsAsync(0, 10);
        _clock.Step(TimeSpan.FromHours(hours));
        Assert.Equal(401, await AnswerAsync(Said.Post(10), -hours * 3600));
        _clock.Step(TimeSpan.FromHours(-hours));
        await HearsAsync(10, 20);

        await Program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, 20).Select(SaidInRoom.Text), await Program.TextsAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task The_bot_goes_on_talking_after_a_step(int hours)
    {
        await UpdateAsync("we look at it");
        _clock.Step(TimeSpan.FromHours(hours));
        await UpdateAsync("we rolled it back");
    }

    private async Task UpdateAsync(string words)
    {
        await Program.CommandAsync($"update {words}");
        await Slack.UntilAsync(() => Slack.Messages(HeardProgram.Room).Any(message => message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is said in the room");
    }

    private async Task HearsAsync(int first, int end)
    {
        for (var number = first; number < end; number++)
        {
            var post = Said.Post(number);
            _posts.Add(post);
            Assert.Equal(200, await AnswerAsync(post, 0));
        }
    }

    /// <param name="seconds">From the program's clock to Slack's.</param>
    private async Task<int> AnswerAsync(SlackPost post, int seconds)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        return (await connection.AskAsync((post with { SignedAt = _clock.GetUtcNow().ToUnixTimeSeconds() + seconds }).ToBytes()))!.Status;
    }

    private async Task StartsAgainAsync()
    {
        await Program.DisposeAsync();
        await StartAsync();
    }
}
