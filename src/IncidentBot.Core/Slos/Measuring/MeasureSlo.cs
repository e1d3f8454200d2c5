using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Measuring;

/// <summary>Measure an SLO over its window so far and, when an incident is named, while users were hit; answered by <see cref="SloMeasured"/> or <see cref="SloNotMeasured"/>.</summary>
/// <param name="Place">Where the answer is heard: the incident's room, or the place that the SLO is told of in.</param>
/// <param name="Window">To now at the latest.</param>
/// <param name="Impact">Null together with the incident, or while nobody knows when users were hit.</param>
public sealed record MeasureSlo(string Slo, Place Place, Period Window, IncidentId? Incident = null, Period? Impact = null) : Errand(Place.Channel.Workspace)
{
    /// <remarks>One after another, however many there are: a slow Prometheus holds up measuring, and nothing else.</remarks>
    public override string OrderKey => "measure";

    public override ChatEvent NotDone(DateTimeOffset at, string why) => new SloNotMeasured(at, MeasuringBy.In(In), Place, Slo, Incident, why);
}

/// <param name="Reading">Of the window; null when that could not be read: <paramref name="Unread"/> tells why.</param>
/// <param name="Impact">Of the time in which users were hit; null when that was not asked or could not be read.</param>
/// <param name="Unread">Why something that was asked is missing, as a sentence; null: nothing is.</param>
public sealed record SloMeasured(DateTimeOffset At, Person By, Place Place, string Slo, SloReading? Reading, IncidentId? Incident, Measured? Impact, string? Unread) : ChatEvent(At, By, Place);

/// <summary>It could not be measured at all.</summary>
/// <param name="Why">As a sentence, with what to do.</param>
public sealed record SloNotMeasured(DateTimeOffset At, Person By, Place Place, string Slo, IncidentId? Incident, string Why) : ChatEvent(At, By, Place);

/// <summary>Who measures, where a person stands otherwise.</summary>
public static class MeasuringBy
{
    public static Person In(string workspace) => new(new(workspace, "monitoring"), "the monitoring");
}
