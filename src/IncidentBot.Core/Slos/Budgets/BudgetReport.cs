using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>What is spent of an SLO's error budget at a moment, and by what. Shares are of the whole budget of the window: 1 is all of it.</summary>
/// <param name="Window">The whole window, its part to come included.</param>
/// <remarks>
/// Measured: bad ÷ (allowed × total of the whole window). What of the window is to come, or has no samples, is taken to be as busy as the rest, with nothing bad in it.
/// Without a measurement: the sum of what incidents were charged, so at least that much. Nothing charged is unknown and not nothing spent: whoever does not look sees no harm.
/// </remarks>
public sealed record BudgetReport(Slo Slo, DateTimeOffset At, Period Window)
{
    /// <summary>Null: how much is spent is unknown, for the reason that <see cref="Unknown"/> tells.</summary>
    public double? Spent { get; init; }

    public BudgetMethod? Method { get; init; }

    /// <summary>When <see cref="Spent"/> was measured: it is as of then, however long ago that is. Null for what people stated.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>The part of the window that was counted; null: it was not measured.</summary>
    public Period? Seen { get; init; }

    /// <summary>Why it is unknown, as a sentence.</summary>
    public string? Unknown { get; init; }

    /// <summary>Why there is no measurement, or none that is newer, as a sentence; null: there is nothing to tell.</summary>
    public string? Unmeasured { get; init; }

    /// <summary>How fast it is being spent, on average since <see cref="BurnSince"/>; 1 would spend exactly the budget by the window's end. Null: unknown.</summary>
    public double? BurnRate { get; init; }

    /// <summary>The last 24 hours before it was measured or, while an incident hits users, since that began.</summary>
    public DateTimeOffset? BurnSince { get; init; }

    /// <summary>When nothing is left, if it goes on like this; zero: nothing is left; null: that does not come about in this window, or it is unknown.</summary>
    public TimeSpan? ExhaustedIn { get; init; }

    /// <summary>What incidents of the window took, earliest first, no moment charged twice. One for which there is no figure is not among them.</summary>
    public IReadOnlyList<IncidentShare> Incidents { get; init; } = [];

    /// <summary>The incidents' figures came to more than was measured in all. The whole is right: they count for less, the stated ones first.</summary>
    public bool Reduced { get; init; }

    /// <summary>What incidents took in time that was not counted, such as since the measurement: <see cref="Spent"/> does not contain it.</summary>
    public double Unseen => Incidents.Sum(share => share.Unseen);

    /// <summary>All that is known to be spent: what was counted, and what incidents took beside it. What follows from the budget goes by it. Null: unknown.</summary>
    public double? SpentInAll => Spent + Unseen;

    /// <summary>What is left; negative when more than the budget was spent.</summary>
    public double? Left => 1 - Spent;

    /// <summary>What was measured is older than it should be: three times the usual distance, and an hour at least.</summary>
    public bool IsOld(TimeSpan measureEvery) => MeasuredAt is { } at && At - at > TimeSpan.FromTicks(Math.Max(3 * measureEvery.Ticks, TimeSpan.TicksPerHour));

    /// <param name="charges">Of any SLOs and times, in any order.</param>
    public static BudgetReport Of(Slo slo, SloState? state, IEnumerable<BudgetCharge> charges, DateTimeOffset now)
    {
        var window = slo.Window.At(now);
        var reading = state?.Reading is { } last && last.Tells(slo, window, now) ? last : null;
        var counted = reading is { Counted.Total: > 0 } ? reading : null;
        var traffic = counted is null ? Traffic.Even(window) : Traffic.Of(slo, window, counted);
        var asOf = counted?.At < now ? counted.At : now;
        var past = window with { To = now };
        var charged = ChargedIncident.Of(slo, charges, traffic, past);
        var (shares, reduced) = SharesOfIncidents.Of(slo, past, charged, traffic, counted);
        var report = new BudgetReport(slo, now, window)
        {
            Method = counted is not null ? BudgetMethod.Measured : shares.Count > 0 ? BudgetMethod.Estimated : null,
            Spent = counted is not null ? counted.Counted.Bad / ((double)slo.Allowed * traffic.Whole) : shares.Count > 0 ? shares.Sum(share => share.Counts) : null,
            MeasuredAt = counted is null ? null : asOf,
            Seen = counted?.Seen,
            Unmeasured = WhyUnknown.Unmeasured(slo, state, reading),
            Unknown = counted is null && shares.Count == 0 ? WhyUnknown.Spent(slo, state, reading) : null,
            Incidents = shares,
            Reduced = reduced,
        };
        if (report.Spent is null) return report;
        var burn = BurnRates.Of(slo, window, charged, traffic, counted, asOf, now);
        return report with
        {
            BurnRate = burn?.Rate,
            BurnSince = burn?.Since,
            ExhaustedIn = report.Left <= 0 ? TimeSpan.Zero : burn is { } fast ? BurnRates.Lasts(report, fast.Rate, asOf) : null,
        };
    }
}

/// <summary>What one incident took of the window's budget. Both figures stand where there are both.</summary>
/// <param name="Counts">The share that <see cref="BudgetReport.Spent"/> contains: what other incidents were charged for the same time is taken off.</param>
public sealed record IncidentShare(IncidentId Incident, Period When, double Counts, BudgetMethod Method)
{
    /// <summary>What it took in time that was not counted, such as since the measurement, so that <see cref="BudgetReport.Spent"/> does not contain it.</summary>
    public double Unseen { get; init; }

    /// <summary>By the monitoring; alone, as if there had been no other incident.</summary>
    public double? Measured { get; init; }

    /// <summary>By what a person stated; alone, as if there had been no other incident.</summary>
    public double? Estimated { get; init; }

    /// <summary>The incident is private: elsewhere it is not named.</summary>
    public bool Private { get; init; }

    /// <summary>All that it took so far, each moment charged once.</summary>
    public double Took => Counts + Unseen;
}
