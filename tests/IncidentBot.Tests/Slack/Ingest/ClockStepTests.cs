using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>The machine's clock is set while the program runs.</summary>
[Collection(ProgramCollection.Name)]
public sealed class ClockStepTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SteppingClock _clock = new();
    private readonly List<SlackPost> _posts = [];
    private SlackWorkspace _slack = null!;
    private HeardProgram _program = null!;
    private SaidInRoom _said = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await HeardProgram.WorkspaceAsync();
        _program = await HeardProgram.StartAsync(_slack, _folder.FullPath, _clock);
        _said = new(_slack);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _slack.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    public async Task A_request_may_be_signed_five_minutes_from_now_and_no_more(int seconds, int status)
    {
        // Never at the end of a second, in which the next one might begin.
        while (_clock.GetUtcNow().Millisecond > 500) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(status, await AnswerAsync(_said.Post(1), seconds));
        await _program.SettlesAsync();
        Assert.Equal(status == 200 ? 1 : 0, (await _program.TextsAsync()).Count);
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

        await _program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, 200).Select(SaidInRoom.Text), await _program.TextsAsync());
        _program.Faults.AreNone();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task While_the_clock_is_wrong_nothing_is_acknowledged_and_afterwards_all_is_heard(int hours)
    {
        await HearsAsync(0, 10);
        _clock.Step(TimeSpan.FromHours(hours));
        Assert.Equal(401, await AnswerAsync(_said.Post(10), -hours * 3600));
        _clock.Step(TimeSpan.FromHours(-hours));
        await HearsAsync(10, 20);

        await _program.SettlesAsync();
        Assert.Equal(Enumerable.Range(0, 20).Select(SaidInRoom.Text), await _program.TextsAsync());
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
        await _program.CommandAsync($"update {words}");
        await _slack.UntilAsync(() => _slack.Messages(HeardProgram.Room).Any(message => message.Words.Contains(words, StringComparison.Ordinal)), $"“{words}” is said in the room");
    }

    private async Task HearsAsync(int first, int end)
    {
        for (var number = first; number < end; number++)
        {
            var post = _said.Post(number);
            _posts.Add(post);
            Assert.Equal(200, await AnswerAsync(post, 0));
        }
    }

    /// <param name="seconds">From the program's clock to Slack's.</param>
    private async Task<int> AnswerAsync(SlackPost post, int seconds)
    {
        using var connection = await RawConnection.OpenAsync(_program.Url);
        return (await connection.AskAsync((post with { SignedAt = _clock.GetUtcNow().ToUnixTimeSeconds() + seconds }).ToBytes()))!.Status;
    }

    private async Task StartsAgainAsync()
    {
        await _program.DisposeAsync();
        _program = await HeardProgram.StartAsync(_slack, _folder.FullPath, _clock);
    }
}
