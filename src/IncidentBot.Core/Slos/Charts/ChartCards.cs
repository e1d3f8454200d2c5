using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>The words on a chart, and those that stand for it.</summary>
public static class ChartCards
{
    private const int MostNamed = 5;
    private const string Private = "private";

    /// <summary>Said with the picture.</summary>
    public static RichText Comment(BudgetChart chart) => RichText.Of($"{RichText.Bold(chart.Slo)}: {chart.Figure}");

    /// <summary>Said in its place.</summary>
    public static Card InPlaceOfPicture(BudgetChart chart) => Card.Of(RichText.Of($"{chart.Alt}"));

    public static string FileName(BudgetChart chart) => $"error-budget-{string.Concat(chart.Slo.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'))}.png";

    public static string Figure(double left) => BudgetCards.Left(left);

    public static string About(BudgetReport report, BudgetMethod method) => $"Error budget of {WindowOf(report)} · {Objective(report.Slo)} · {MethodWord(method)}";

    public static string Tick(double left) => (left * 100).ToString("0 '%';−0 '%'", CultureInfo.InvariantCulture);

    public static string Times(string? zone) => $"Times in {Zones.NameOf(zone)}";

    public static string NoData => "no data";

    public static string Group(int count) => $"{count.ToString(CultureInfo.InvariantCulture)} incidents";

    /// <summary>A private incident has no name outside of its own room.</summary>
    public static string NameOf(IncidentShare share, IncidentId? current) => share.Private && share.Incident != current ? Private : share.Incident.Label;

    public static string Alt(BudgetReport report, BudgetMethod method, double left, Period window, IReadOnlyList<IReadOnlyList<BudgetPoint>> runs, IncidentId? current, string zone)
    {
        var gaps = runs.Zip(runs.Skip(1), (before, after) => after[0].At - before[^1].At).Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap);
        string[] sentences =
        [
            $"Error budget of {report.Slo.Name}, {Objective(report.Slo)} over {WindowOf(report)}: {Figure(left)}, {MethodWord(method)}.",
            $"The chart runs from {Day(window.From, zone)} to {Day(window.To, zone)} ({zone}).",
            Incidents(report, current),
            gaps > TimeSpan.Zero ? $"No data for {Words.Duration(gaps)} of it." : "",
        ];
        return Excerpt.Of(string.Join(' ', sentences.Where(sentence => sentence.Length > 0)), ChatImage.LongestAltText - 1);
    }

    private static string Incidents(BudgetReport report, IncidentId? current)
    {
        if (report.Incidents.Count == 0) return "No incident of the window is charged.";
        var named = report.Incidents.OrderByDescending(share => share.Incident == current).ThenByDescending(share => share.Took).Take(MostNamed)
            .Select(share => $"{(NameOf(share, current) is Private ? "a private incident" : share.Incident.Label)} took {BudgetCards.Percent(share.Took)}");
        var more = report.Incidents.Count - MostNamed;
        return $"Of it {string.Join(", ", named)}{(more > 0 ? $" and {more.ToString(CultureInfo.InvariantCulture)} more took the rest of what is charged" : "")}.";
    }

    private static string WindowOf(BudgetReport report) => report.Slo.Window.Kind switch
    {
        SloWindowKind.Rolling => report.Slo.Window.Days == 1 ? "the last day" : $"the last {Words.Days(report.Slo.Window.Days)}",
        SloWindowKind.CalendarMonth => Beginning(report).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        SloWindowKind.CalendarQuarter => $"Q{((Beginning(report).Month + 2) / 3).ToString(CultureInfo.InvariantCulture)} {Beginning(report).ToString("yyyy", CultureInfo.InvariantCulture)}",
    };

    private static DateTimeOffset Beginning(BudgetReport report) => Zones.Local(report.Window.From, report.Slo.Window.TimeZone);

    private static string Objective(Slo slo) => $"objective {(slo.Objective * 100).ToString("0.########", CultureInfo.InvariantCulture)} %";

    private static string MethodWord(BudgetMethod method) => method switch
    {
        BudgetMethod.Measured => "measured",
        BudgetMethod.Estimated => "stated by people",
    };

    private static string Day(DateTimeOffset at, string zone) => Words.Date(Zones.DateIn(at, zone));
}
