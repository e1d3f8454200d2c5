namespace IncidentBot.Core.Slos.Budgets;

/// <summary>What incidents took of a window's budget.</summary>
internal static class SharesOfIncidents
{
    /// <param name="past">What of the window is over.</param>
    /// <param name="reading">Null: it was not measured.</param>
    public static (IReadOnlyList<IncidentShare> Shares, bool Reduced) Of(Slo slo, Period past, IReadOnlyList<ChargedIncident> charged, Traffic traffic, SloReading? reading)
    {
        if (charged.Count == 0) return ([], false);
        Figure[] figures = [.. charged.Select(one => one.Figure)];
        var seen = past.And(reading?.Seen ?? past);
        var counts = ChargedTime.Of(figures, seen, traffic.Changes);
        var before = ChargedTime.Of(figures, past with { To = seen.From }, traffic.Changes);
        var after = ChargedTime.Of(figures, past with { From = seen.To }, traffic.Changes);
        var reduced = reading is not null && Reduce(counts, figures, reading.Counted.Bad);
        var budget = traffic.Whole * (double)slo.Allowed;
        return ([.. charged.Select((one, index) => new IncidentShare(one.Charge.Incident, past.And(one.Figure.When), counts[index] / budget, one.Figure.Method)
        {
            Unseen = (before[index] + after[index]) / budget,
            Measured = one.Measured?.Within(past) / budget,
            Estimated = one.Estimated?.Within(past) / budget,
            Private = one.Charge.Private,
        })], reduced);
    }

    /// <summary>Fits them into what was measured in all: what people stated into what the measured ones leave.</summary>
    private static bool Reduce(double[] counts, Figure[] figures, double whole)
    {
        var (measured, stated) = (Sum(BudgetMethod.Measured), Sum(BudgetMethod.Estimated));
        if (measured + stated <= whole) return false;
        var (ofMeasured, ofStated) = (measured > whole ? whole / measured : 1, stated > 0 ? Math.Max(0, whole - measured) / stated : 1);
        for (var index = 0; index < counts.Length; index++) counts[index] *= figures[index].Method == BudgetMethod.Measured ? ofMeasured : ofStated;
        return true;

        double Sum(BudgetMethod method) => counts.Where((_, index) => figures[index].Method == method).Sum();
    }
}
