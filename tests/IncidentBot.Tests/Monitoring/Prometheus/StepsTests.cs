using IncidentBot.Core.Slos;
using IncidentBot.Monitoring.Prometheus;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

public sealed class StepsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(28, 240, 168)]
    [InlineData(30, 240, 180)]
    [InlineData(7, 60, 168)]
    [InlineData(92, 720, 184)]
    [InlineData(365, 2880, 182)]
    public void A_window_has_100_to_200_round_steps(int days, int minutes, int count)
    {
        var steps = Steps.Of(new(Start, Start.AddDays(days)));
        Assert.Equal((TimeSpan.FromMinutes(minutes), count), (steps.Step, steps.Count));
    }

    [Fact]
    public void No_step_is_too_short_for_two_scrapes()
    {
        Assert.Equal((Steps.Shortest, 5, TimeSpan.FromMinutes(4)), StepOf(29));
        Assert.Equal((Steps.Shortest, 0, TimeSpan.FromMinutes(4)), StepOf(4));

        static (TimeSpan, int, TimeSpan) StepOf(int minutes) => Steps.Of(new(Start, Start.AddMinutes(minutes))) is var steps ? (steps.Step, steps.Count, steps.Rest.Length) : default;
    }

    [Fact]
    public void Times_are_on_whole_seconds()
    {
        var steps = Steps.Of(new(Start.AddMilliseconds(700), Start.AddMinutes(29).AddMilliseconds(200)));
        Assert.Equal(new Period(Start, Start.AddMinutes(29)), steps.Whole);
        Assert.Equal(new Period(Start, Start.AddMinutes(5)), steps.EndingAt(steps.First));
    }
}
