using IncidentBot.Teams.Api;
using Xunit;

namespace IncidentBot.Tests.Teams.Api;

public sealed class TurnsTests
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(2);

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1800, 3600)]
    public void No_more_messages_than_Teams_allows_fall_into_any_time(int calls, int seconds) => Keeps(ConnectorLimits.Writes, calls, seconds, 1900);

    [Theory]
    [InlineData(14, 1)]
    [InlineData(16, 2)]
    [InlineData(120, 30)]
    [InlineData(3600, 3600)]
    public void Nor_more_reads(int calls, int seconds) => Keeps(ConnectorLimits.Reads, calls, seconds, 3700);

    [Theory]
    [InlineData(50, 1)]
    public void Nor_more_calls_in_a_tenant(int calls, int seconds) => Keeps(ConnectorLimits.OfTenant, calls, seconds, 200);

    [Fact]
    public void The_last_of_a_burst_goes_at_once_and_one_more_waits()
    {
        var turns = new Turns(ConnectorLimits.Writes);

        Assert.All(Enumerable.Range(0, 7), _ => Assert.Equal(TimeSpan.Zero, turns.Take(TimeSpan.Zero, ConnectorLimits.Patience)));
        Assert.Equal(TimeSpan.FromSeconds(1), turns.Take(TimeSpan.Zero, ConnectorLimits.Patience));
    }

    [Fact]
    public void Who_would_wait_long_takes_no_turn()
    {
        var turns = new Turns([new(1, TimeSpan.FromSeconds(10))]);
        turns.Take(TimeSpan.Zero, ConnectorLimits.Patience);

        Assert.Equal(TimeSpan.FromSeconds(10), turns.Take(TimeSpan.Zero, ConnectorLimits.Patience));
        Assert.Equal(TimeSpan.FromSeconds(1), turns.Take(TimeSpan.FromSeconds(9), ConnectorLimits.Patience));
    }

    private static void Keeps(IReadOnlyList<CallLimit> limits, int calls, int seconds, int sent)
    {
        var turns = new Turns(limits);
        var times = Enumerable.Range(0, sent).Select(_ => turns.Take(TimeSpan.Zero, Ever)).ToList();

        for (var index = calls; index < sent; index++) Assert.True(times[index] - times[index - calls] >= TimeSpan.FromSeconds(seconds), $"{calls + 1} within {times[index] - times[index - calls]}");
    }
}
