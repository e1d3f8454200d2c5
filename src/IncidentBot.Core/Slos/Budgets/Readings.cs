namespace IncidentBot.Core.Slos.Budgets;

internal static class Readings
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>Whether it is one of the window that an SLO has now: of last month's, or from before the catalogue was changed, it tells nothing.</summary>
    public static bool Tells(this SloReading reading, Slo slo, Period window, DateTimeOffset now)
    {
        if (!reading.Counted.IsSound || reading.Seen.Length <= TimeSpan.Zero || reading.At <= window.From) return false;
        var begins = slo.Window.At(reading.At < now ? reading.At : now).From;
        return (reading.Window.From - begins).Duration() <= Slack + window.Length / 100;
    }
}
