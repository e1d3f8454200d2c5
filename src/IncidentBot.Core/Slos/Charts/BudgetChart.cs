using System.Text.Json.Serialization;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>What is left of an SLO's error budget over its window, with the incidents of the window: all that a picture of it shows, and the same in words.</summary>
public sealed record BudgetChart
{
    private const int Most = 3;

    public required string Slo { get; init; }

    /// <summary>Window, objective and method.</summary>
    public required string About { get; init; }

    /// <summary><c>41 % left</c></summary>
    public required string Figure { get; init; }

    /// <summary>What the picture shows, for who cannot see it.</summary>
    public required string Alt { get; init; }

    /// <summary>The part of a calendar window that is to come included.</summary>
    public required Period Window { get; init; }

    /// <summary>IANA zone of the times on it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What is left, earliest first; between two runs nothing is known. A run may be one point.</summary>
    public required IReadOnlyList<IReadOnlyList<BudgetPoint>> Runs { get; init; }

    /// <summary>Earliest first.</summary>
    public required IReadOnlyList<ChartMark> Marks { get; init; }

    /// <summary>Two charts with the same mark tell the same, though the one may be of a later time.</summary>
    [JsonIgnore]
    public string Mark => string.Join('\n', [Slo, About, Figure, .. Marks.Select(mark => mark.Name)]);

    /// <summary>Of the SLOs of whose window an incident took something, most first; no more than people look at.</summary>
    public static IReadOnlyList<BudgetChart> OfIncident(SloLedger slos, Incident incident, DateTimeOffset at) =>
    [
        .. (from slo in slos.Slos
            let state = slos.StateOf(slo)
            let report = BudgetReport.Of(slo, state, slos.ChargesOf(slo), at)
            let share = report.Incidents.FirstOrDefault(share => share.Incident == incident.Id)
            where share is not null
            orderby share.Took descending
            select Of(report, state, incident) into chart
            where chart is not null
            select chart).Take(Most),
    ];

    /// <summary>Null where it is not known what is left: there is nothing to show then.</summary>
    /// <param name="incident">The one that it is shown for, with its times; null: for none.</param>
    /// <param name="timeZone">Of the times where it is shown for no incident; null: UTC.</param>
    public static BudgetChart? Of(BudgetReport report, SloState? state, Incident? incident, string? timeZone = null)
    {
        if (report is not { Left: { } left, Method: { } method }) return null;
        var reading = method is BudgetMethod.Measured ? state?.Reading : null;
        var window = reading is null || reading.Window.From >= report.Window.From ? report.Window : report.Window with { From = reading.Window.From };
        var runs = method switch
        {
            BudgetMethod.Measured => MeasuredCourse.Of(reading, window, report.At, left),
            BudgetMethod.Estimated => StatedCourse.Of(report, window),
        };
        var zone = Zones.NameOf(incident is null ? timeZone : incident.TimeZone);
        return new()
        {
            Slo = report.Slo.Name,
            About = ChartCards.About(report, method),
            Figure = ChartCards.Figure(left),
            Alt = ChartCards.Alt(report, method, left, window, runs, incident?.Id, zone),
            Window = window,
            TimeZone = zone,
            Runs = runs,
            Marks = [.. report.Incidents.Select(share => MarkOf(share, window, incident?.Id)).OrderBy(mark => mark.When.From)],
        };
    }

    private static ChartMark MarkOf(IncidentShare share, Period window, IncidentId? current) =>
        new(share.When.And(window), ChartCards.NameOf(share, current), share.Incident == current);
}

/// <param name="Left">1 is the whole budget; negative when more was spent.</param>
public readonly record struct BudgetPoint(DateTimeOffset At, double Left);

/// <summary>An incident of the window.</summary>
/// <param name="Current">The one that the chart is shown for.</param>
public sealed record ChartMark(Period When, string Name, bool Current);
