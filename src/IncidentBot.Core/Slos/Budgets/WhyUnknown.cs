namespace IncidentBot.Core.Slos.Budgets;

/// <summary>Why there is no figure, as sentences.</summary>
internal static class WhyUnknown
{
    public static string Spent(Slo slo, SloState? state, SloReading? reading) => Unmeasured(slo, state, reading) is { } why ? $"{why} No incident of this window was charged." : "Nobody has measured it, and no incident of this window was charged.";

    /// <summary>Null: it is measured, or it was set up without queries.</summary>
    public static string? Unmeasured(Slo slo, SloState? state, SloReading? reading) =>
        reading is { Counted.Total: 0 } ? "Nothing was counted in this window: there was no traffic, or the queries find none."
        : state?.Unread is { Length: > 0 } unread ? unread
        : reading is not null || !slo.Sli.IsMeasured ? null
        : state?.Reading is not null ? "It was not measured in this window yet."
        : "It was not measured yet.";
}
