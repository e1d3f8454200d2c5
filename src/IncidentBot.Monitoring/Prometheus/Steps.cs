using IncidentBot.Core.Slos;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>How a period is divided for its course: equal steps from its beginning, and what is left at its end.</summary>
/// <param name="Whole">On whole seconds, so that lengths and times can be written without fractions.</param>
/// <param name="Step">Round for people: a window of 28 days has 168 steps of four hours.</param>
/// <param name="Count">Of whole steps; 0: the period is too short for a course.</param>
internal sealed record Steps(Period Whole, TimeSpan Step, int Count)
{
    /// <summary>A step holds several scrapes of a usual interval; one with fewer than two counts nothing.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    private const int Most = 200;
    private static readonly int[] Minutes = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440];

    public DateTimeOffset First => Whole.From + Step;

    public DateTimeOffset Last => Whole.From + Step * Count;

    /// <summary>What is left after the last whole step.</summary>
    public Period Rest => new(Last, Whole.To);

    public static Steps Of(Period period)
    {
        var whole = new Period(Seconds(period.From), Seconds(period.To));
        var minutes = Array.Find(Minutes, minutes => whole.Length <= TimeSpan.FromMinutes(minutes) * Most);
        var step = minutes > 0 ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromDays(Math.Ceiling(whole.Length.TotalDays / Most));
        return new(whole, step, (int)(whole.Length / step));
    }

    /// <summary>The step that ends at this time.</summary>
    public Period EndingAt(DateTimeOffset end) => new(end - Step, end);

    private static DateTimeOffset Seconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
