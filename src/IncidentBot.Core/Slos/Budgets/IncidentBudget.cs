using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Slos.Budgets;

/// <summary>What an incident took of an SLO's error budget, and what is left of it, as it was known at a time. Shares are of the whole budget: 1 is all of it.</summary>
/// <param name="Slo">Its name.</param>
/// <param name="Window">The budget in words: <c>the 28-day budget</c>.</param>
public sealed record IncidentBudget(string Slo, string Window, DateTimeOffset At)
{
    /// <summary>Null: it was not measured; <see cref="Unmeasured"/> may tell why.</summary>
    public MeasuredCost? Measured { get; init; }

    public string? Unmeasured { get; init; }

    /// <summary>Null: nobody has stated it.</summary>
    public StatedCost? Stated { get; init; }

    /// <summary>Of the window's budget; negative when more than that was spent. Null: unknown, for the reason that <see cref="Unknown"/> tells.</summary>
    public double? Left { get; init; }

    /// <summary>What incidents took that was not counted, such as since the measurement: <see cref="Left"/> still contains it.</summary>
    public double Unseen { get; init; }

    /// <summary>Users were hit before the window that counts now: the incident's shares are of the budget of that time.</summary>
    public bool IsPast { get; init; }

    /// <summary>When <see cref="Left"/> was measured; null: it follows from what people stated.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    public string? Unknown { get; init; }

    /// <summary>When nothing is left, if it goes on like this; null: it is not being spent, or unknown.</summary>
    public TimeSpan? ExhaustedIn { get; init; }

    /// <summary>Why its postmortem may be published without the P0 item that the policy asks for; null: nobody has set that aside.</summary>
    public PolicyOverride? SetAside { get; init; }

    /// <summary>Of the SLOs of the incident's service, and of those that it is charged.</summary>
    /// <param name="ledger">Read for the incident, or for all. Where it has no SLO, what was known before stands.</param>
    public static IReadOnlyList<IncidentBudget> Of(Incident incident, SloLedger ledger, DateTimeOffset now) => ledger.Slos.Count == 0 ? incident.Budgets :
    [
        .. from slo in ledger.Slos
           let charge = ledger.ChargeOf(slo, incident.Id)
           where slo.IsOf(incident.Service) || charge is { Estimated: not null } or { Measured: not null }
           select Of(slo, charge, incident, ledger, now),
    ];

    private static IncidentBudget Of(Slo slo, BudgetCharge? charge, Incident incident, SloLedger ledger, DateTimeOffset now)
    {
        var report = BudgetReport.Of(slo, ledger.StateOf(slo), ledger.ChargesOf(slo), now);
        var (share, before) = (report.Incidents.FirstOrDefault(share => share.Incident == incident.Id), incident.Budgets.FirstOrDefault(other => slo.Is(other.Slo)));
        return new(slo.Name, BudgetCards.Budget(slo.Window), now)
        {
            Measured = charge?.Measured is { } measured ? new(share?.Measured ?? Known(before?.Measured, measured), BadShareOf(measured), measured.When, measured.At) : null,
            Unmeasured = charge?.Unmeasured,
            Stated = charge?.Estimated is { } stated ? new(share?.Estimated ?? Known(before?.Stated, stated), stated.BadShare, stated.When, stated.By, stated.At) : null,
            Left = report.Left,
            Unseen = report.Unseen,
            IsPast = share is null && charge?.When?.To <= report.Window.From,
            MeasuredAt = report.MeasuredAt,
            Unknown = report.Unknown,
            ExhaustedIn = report.ExhaustedIn,
            SetAside = ledger.Consequences.FirstOrDefault(one => one.Rule is PolicyRule.LargeIncident && one.Incident == incident.Id && slo.Is(one.Slo))?.Override,
        };
    }

    private static double? BadShareOf(Measured measured) => measured.Counted.Total > 0 ? measured.Counted.Bad / measured.Counted.Total : null;

    // When the window has gone on, what was told last stands, as long as it is the same that it was told of.
    private static double? Known(MeasuredCost? before, Measured measured) => before is not null && (before.BadShare, before.When) == (BadShareOf(measured), measured.When) ? before.Share : null;

    private static double? Known(StatedCost? before, Estimate stated) => before is not null && (before.BadShare, before.When) == (stated.BadShare, stated.When) ? before.Share : null;
}

/// <param name="Share">Of the window's budget; null: its window was over before anybody asked.</param>
/// <param name="BadShare">Of the interactions while it lasted; null: there were none.</param>
/// <param name="At">When it was measured.</param>
public sealed record MeasuredCost(double? Share, double? BadShare, Period When, DateTimeOffset At);

/// <inheritdoc cref="MeasuredCost" />
/// <param name="At">When it was stated.</param>
public sealed record StatedCost(double? Share, double BadShare, Period When, Person By, DateTimeOffset At);
