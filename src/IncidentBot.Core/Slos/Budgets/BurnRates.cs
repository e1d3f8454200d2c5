namespace IncidentBot.Core.Slos.Budgets;

/// <summary>How fast a budget is being spent: the share that was bad ÷ the share that may be, in the last 24 hours of the window or, while an incident hits users, since that began.</summary>
internal static class BurnRates
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(24);

    /// <summary>An impact that was measured, or stated, to last until so shortly before still goes on.</summary>
    private static readonly TimeSpan Running = TimeSpan.FromMinutes(5);

    /// <summary>What was measured longer ago does not tell how fast it goes now.</summary>
    private static readonly TimeSpan Recent = 2 * Usual;

    /// <summary>Null: unknown.</summary>
    /// <param name="asOf">When it was measured; else now.</param>
    public static (double Rate, DateTimeOffset Since)? Of(Slo slo, Period window, IReadOnlyList<ChargedIncident> charged, Traffic traffic, SloReading? reading, DateTimeOffset asOf, DateTimeOffset now)
    {
        var allowed = (double)slo.Allowed;
        var isOld = now - asOf > Recent;
        if (charged.Select(one => one.Figure).Where(figure => figure.When.To > (figure.Method == BudgetMethod.Measured && !isOld ? asOf : now) - Running).MaxBy(figure => figure.BadShare) is { } running) return (running.BadShare / allowed, running.When.From);
        if (isOld) return null;
        var last = new Period(window.From > asOf - Usual ? window.From : asOf - Usual, asOf);
        var bad = reading is null ? Stated(charged, last, traffic) : BadShare(reading, last);
        return bad is { } share ? (share / allowed, last.From) : null;
    }

    /// <summary>How long the rest lasts at this rate; null: to the window's end, or longer than the window is.</summary>
    /// <remarks>What falls out of a rolling window meanwhile is not given back, so it may last longer.</remarks>
    public static TimeSpan? Lasts(BudgetReport report, double rate, DateTimeOffset asOf)
    {
        if (report.Left is not { } left || !(rate > 0)) return null;
        var ends = report.Slo.Window.Kind == SloWindowKind.Rolling ? asOf + report.Window.Length : report.Window.To;
        var days = left / rate * report.Window.Length.TotalDays;
        if (days > (ends - asOf).TotalDays) return null;
        var rest = asOf + TimeSpan.FromDays(days) - report.At;
        return rest > TimeSpan.Zero ? rest : null; // by an old measurement it would be gone by now, which nobody has measured
    }

    /// <summary>What was counted; null when less than half of the time was, or nothing.</summary>
    private static double? BadShare(SloReading reading, Period last)
    {
        if (reading.Window.Length <= last.Length) return reading.Counted.Bad / reading.Counted.Total;
        var (bad, total, seconds) = (0.0, 0.0, 0.0);
        foreach (var step in reading.Course.Where(step => step.Counted.IsSound && step.When.And(last).Length > TimeSpan.Zero))
        {
            var common = step.When.And(last).Length;
            bad += step.Counted.Bad * (common / step.When.Length);
            total += step.Counted.Total * (common / step.When.Length);
            seconds += common.TotalSeconds;
        }
        return total > 0 && seconds * 2 >= last.Length.TotalSeconds ? bad / total : null;
    }

    /// <summary>What incidents were charged; null when none was: whoever states nothing does not state that all is well.</summary>
    private static double? Stated(IReadOnlyList<ChargedIncident> charged, Period last, Traffic traffic) =>
        ChargedTime.Of([.. charged.Select(one => one.Figure)], last, traffic.Changes).Sum() is > 0 and var bad && traffic.In(last) is > 0 and var all ? bad / all : null;
}
