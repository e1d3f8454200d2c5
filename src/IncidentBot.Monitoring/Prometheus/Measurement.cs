using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Monitoring.Prometheus;

/// <summary>What was counted in a period.</summary>
/// <param name="Course">In steps, oldest first; those without samples are left out.</param>
/// <param name="Covered">The part that there are samples of, to a step; null: all of it, or that cannot be told.</param>
internal sealed record Measurement(Counted Counted, IReadOnlyList<SloStep> Course, Period? Covered);
