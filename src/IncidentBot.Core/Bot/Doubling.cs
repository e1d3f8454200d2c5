namespace IncidentBot.Core.Bot;

/// <summary>Waits that grow with each failure in a row.</summary>
public static class Doubling
{
    /// <param name="times">How often the first wait has been doubled.</param>
    public static TimeSpan Of(TimeSpan first, int times, TimeSpan longest) => TimeSpan.FromTicks(Math.Min(longest.Ticks, first.Ticks << Math.Min(times, 16)));
}
