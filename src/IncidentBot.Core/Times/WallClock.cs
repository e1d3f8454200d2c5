namespace IncidentBot.Core.Times;

/// <summary>What the clocks of a zone showed, and when. Asks only for offsets at instants, which are never in doubt.</summary>
internal static class WallClock
{
    /// <summary>The most that .NET allows and any zone uses.</summary>
    public static readonly TimeSpan GreatestOffset = TimeSpan.FromHours(14);

    /// <summary>The instants at which the clocks showed this time, earliest first: one; none where they jumped over it; two where they were set back.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(DateTime local, TimeZoneInfo zone)
    {
        // Offsets are less than a day, so the day before and the day after, read as UTC, lie on both sides of any change near by.
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        TimeSpan[] offsets = [zone.GetUtcOffset(asUtc.AddDays(-1)), zone.GetUtcOffset(asUtc), zone.GetUtcOffset(asUtc.AddDays(1))];
        return [.. offsets.Distinct().Select(offset => new DateTimeOffset(local, offset)).Where(instant => zone.GetUtcOffset(instant) == instant.Offset).Order()];
    }

    /// <summary>The change of clocks that left this time out.</summary>
    public static Jump JumpOver(DateTime local, TimeZoneInfo zone)
    {
        var before = new DateTimeOffset(local, TimeSpan.Zero).AddDays(-1);
        var after = before.AddDays(2);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (TimeZoneInfo.ConvertTime(middle, zone).DateTime < local) before = middle;
            else after = middle;
        }
        return new(after, after.UtcDateTime + zone.GetUtcOffset(before), TimeZoneInfo.ConvertTime(after, zone).DateTime);
    }
}

/// <param name="From">What the clocks would have shown.</param>
/// <param name="To">What they showed instead.</param>
internal readonly record struct Jump(DateTimeOffset At, DateTime From, DateTime To);
