namespace IncidentBot.Core.Slos;

/// <summary>Over what an objective holds.</summary>
/// <param name="Days">Of a rolling window; 0 for the others.</param>
/// <param name="TimeZone">IANA zone in which calendar windows begin.</param>
public sealed record SloWindow(SloWindowKind Kind, int Days = 0, string TimeZone = "Etc/UTC")
{
    public static SloWindow Rolling(int days) => new(SloWindowKind.Rolling, days);
}

public enum SloWindowKind
{
    /// <summary>The last so many days, at any moment.</summary>
    Rolling,

    CalendarMonth,

    CalendarQuarter,
}
