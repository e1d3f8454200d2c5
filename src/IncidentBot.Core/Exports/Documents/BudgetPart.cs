using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Exports.Documents;

/// <summary>What the incident took of an SLO's error budget. Shares are of the whole budget: 1 is all of it.</summary>
public sealed record BudgetPart(string Slo, string Window, MeasuredCostPart? Measured, string? Unmeasured, StatedCostPart? Stated, double? Left, DateTime? LeftMeasuredAt, string? LeftUnknown, double NotCounted, bool IsPast, double? ExhaustedInSeconds, SetAsidePart? SetAside)
{
    public static BudgetPart Of(IncidentBudget budget) => new(
        budget.Slo, budget.Window,
        budget.Measured is { } measured ? new(measured.Share, measured.BadShare, PeriodPart.Of(measured.When), measured.At.UtcDateTime) : null, budget.Unmeasured,
        budget.Stated is { } stated ? new(stated.Share, stated.BadShare, PeriodPart.Of(stated.When), stated.By.Name, stated.At.UtcDateTime) : null,
        budget.Left, budget.MeasuredAt?.UtcDateTime, budget.Unknown, budget.Unseen, budget.IsPast, budget.ExhaustedIn?.TotalSeconds,
        budget.SetAside is { } aside ? new(aside.Reason, aside.By.Name, aside.At.UtcDateTime) : null);
}

public sealed record MeasuredCostPart(double? BudgetShare, double? BadShare, PeriodPart Impact, DateTime MeasuredAt);

public sealed record StatedCostPart(double? BudgetShare, double BadShare, PeriodPart Impact, string StatedBy, DateTime StatedAt);

public sealed record SetAsidePart(string Reason, string SetAsideBy, DateTime SetAsideAt);

public sealed record PeriodPart(DateTime From, DateTime To)
{
    public static PeriodPart Of(Period period) => new(period.From.UtcDateTime, period.To.UtcDateTime);
}
