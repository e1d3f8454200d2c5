using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>What the rules are held against for one SLO.</summary>
/// <param name="Window">What is spent of the SLO's window.</param>
/// <param name="Quarter">The same for the calendar quarter.</param>
/// <param name="Known">Its consequences: those that stand, and those that began in the last quarter.</param>
/// <param name="Workspace">Where the bot speaks of its own accord; null: not known (yet).</param>
public sealed record PolicyView(Slo Slo, BudgetReport Window, BudgetReport Quarter, IReadOnlyList<Consequence> Known, PolicySettings Agreed, string? Workspace)
{
    public DateTimeOffset Now => Window.At;

    /// <summary>The class of an incident; null: nobody has said.</summary>
    public Func<IncidentId, string?> ClassOf { get; init; } = _ => null;

    /// <summary>What a large incident requires is done: its postmortem is published and has a P0 item.</summary>
    public Func<IncidentId, bool> IsFulfilled { get; init; } = _ => false;

    /// <summary>Its postmortem is published, or declared unneeded: nothing more is required of it where the rule was set aside.</summary>
    public Func<IncidentId, bool> IsSettled { get; init; } = _ => false;

    /// <summary>What it was charged was taken back.</summary>
    public Func<IncidentId, bool> IsUncharged { get; init; } = _ => false;

    public IEnumerable<Consequence> Standing(PolicyRule rule) => Known.Where(one => one.Rule == rule && one.Stands);

    public Consequence? Of(PolicyRule rule, string occasion) => Known.FirstOrDefault(one => one.Rule == rule && one.Occasion == occasion);
}
