using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos;

/// <summary>How the SLOs stand, for the one who asks, and for the week's digest.</summary>
internal static class SloCards
{
    private const int BarLength = 10;
    private const int MostIncidents = 20;
    private const int MostNames = 20;

    public static string HowToSetUp(string prefix) => $"Whoever runs the bot names them in the settings under Slos; {prefix} slo then shows them.";

    public static RichText NotSetUp(string prefix) => $"No SLO is set up, so there are no error budgets to show. {HowToSetUp(prefix)}";

    public static string Names(IEnumerable<Slo> slos) => slos.Select(slo => slo.Name).Order(StringComparer.OrdinalIgnoreCase).ToList() is var names && names.Count > MostNames
        ? $"{string.Join(", ", names.Take(MostNames))} and {(names.Count - MostNames).ToString(CultureInfo.InvariantCulture)} more"
        : string.Join(", ", names);

    /// <summary>What is left, as blocks; the figure stands beside it for those who do not see it.</summary>
    public static string Bar(double left)
    {
        var full = left < BudgetCards.Nothing ? 0 : Math.Clamp((int)Math.Round(left * BarLength, MidpointRounding.AwayFromZero), 1, BarLength);
        return new string('▓', full) + new string('░', BarLength - full);
    }

    /// <param name="reports">The one with least left first.</param>
    public static Card All(IReadOnlyList<BudgetReport> reports, Situation now) => new($"Error budgets: {string.Join("; ", reports.Select(report => $"{report.Slo.Name} {(report.Left is { } left ? BudgetCards.Left(left) : "unknown")}"))}",
    [
        new Heading("Error budgets"),
        new Facts([.. reports.Select(report => new LabelledText(report.Slo.Name, Line(report)))]),
        .. Standing(AskedConsequence.Standing(now)),
        new Paragraph(Of($"More about one: {Code($"{now.CommandPrefix} slo {reports[0].Slo.Name}")}")),
    ]);

    public static Card One(BudgetReport report, Situation now)
    {
        var slo = report.Slo;
        return new($"{slo.Name}: {Line(report).ToPlainText()}",
        [
            new Heading(slo.Name),
            new Facts(
            [
                new("Left", Line(report)),
                new("Objective", $"{Objective(slo)} of {(slo.Sli.Kind is SliKind.Time ? "the time" : slo.Sli.Total)}, over {Window(slo.Window)}"),
                new("Good is", slo.Sli.Good),
                new("Of", slo.Sli.Total),
                new("Service", slo.Service),
                .. slo.Owners.Count > 0 ? [new LabelledText("Owners", string.Join(", ", slo.Owners))] : Array.Empty<LabelledText>(),
                new("Window", Of($"from {Moment(report.Window.From)} to {Moment(report.Window.To)}")),
                .. report.BurnRate is { } rate ? [new LabelledText("Burn rate", Of($"{rate.ToString("0.##", CultureInfo.InvariantCulture)}{(report.BurnSince is { } since ? Of($" since {Moment(since)}") : "")} (1 would spend exactly the budget)"))] : Array.Empty<LabelledText>(),
                new("How it is known", Method(report, slo, now)),
            ]),
            new Heading("Incidents of the window", 2),
            report.Incidents.Count == 0 ? new Paragraph("None is charged to it.") : new Bullets([.. report.Incidents.OrderByDescending(share => share.Took).Take(MostIncidents).Select(share => Share(share, report.Reduced))]),
            .. report.Incidents.Count > MostIncidents ? [new Paragraph($"And {(report.Incidents.Count - MostIncidents).ToString(CultureInfo.InvariantCulture)} that took less.")] : Array.Empty<CardBlock>(),
            .. Standing(AskedConsequence.Standing(now).Where(one => slo.Is(one.Slo))),
        ]);
    }

    /// <summary>One line of the week's digest.</summary>
    public static RichText Low(BudgetReport report) => Of($"{Bold(report.Slo.Name)} {Line(report)}");

    public static Card Digest(IReadOnlyList<BudgetReport> low, string prefix) => new($"Error budgets that are low: {string.Join(", ", low.Select(report => report.Slo.Name))}",
        new Heading("Error budgets that are low"),
        new Bullets([.. low.Select(Low)]),
        new Paragraph(Of($"All of them: {Code($"{prefix} slo")}")));

    private static RichText Line(BudgetReport report) => report.Left is not { } left
        ? $"unknown: {report.Unknown ?? "nothing was measured yet."}"
        : Of($"{Bar(left)} {Bold(BudgetCards.Left(left))} of {BudgetCards.Budget(report.Slo.Window)}{BudgetCards.Exhausted(report.ExhaustedIn)} ({How(report)})");

    private static RichText How(BudgetReport report) => report.MeasuredAt is { } at ? Of($"measured at {Moment(at)}{BudgetCards.Besides(report.Unseen)}") : "stated by people";

    private static RichText Method(BudgetReport report, Slo slo, Situation now) => report.MeasuredAt is { } at
        ? Of($"measured at {Moment(at)}{(report.IsOld(now.Settings.Slos.MeasureEvery) ? ", longer ago than it should be" : "")}{(report.Unmeasured is { } why ? $"; the last try gave nothing: {why}" : "")}")
        : slo.Sli.IsMeasured ? $"not measured: {report.Unmeasured ?? "nothing was read yet."} What people stated counts." : "nothing measures it; what people stated counts";

    private static RichText Share(IncidentShare share, bool reduced)
    {
        var figures = (share.Measured, share.Estimated) switch
        {
            ({ } measured, { } stated) => $"{BudgetCards.Percent(measured)} measured, {BudgetCards.Percent(stated)} stated",
            ({ } measured, null) => $"{BudgetCards.Percent(measured)}, measured",
            (null, { } stated) => $"{BudgetCards.Percent(stated)}, stated",
            (null, null) => BudgetCards.Percent(share.Counts),
        };
        var overlap = (share.Measured ?? share.Estimated) is { } alone && BudgetCards.Percent(alone) != BudgetCards.Percent(share.Took) ? $"; {BudgetCards.Percent(share.Took)} counts, {(reduced ? "for no more was measured in all" : "the rest is charged to others")}" : "";
        return Of($"{(share.Private ? "a private incident" : share.Incident.Label)}: {figures}{overlap} ({Moment(share.When.From)}, {Words.Duration(share.When.Length)})");
    }

    private static IEnumerable<CardBlock> Standing(IEnumerable<Consequence> consequences) => consequences.ToList() is { Count: > 0 } standing
        ? [new Heading("What follows from it now", 2), new Bullets([.. standing.Select(PolicyCards.Line)])]
        : [];

    private static string Objective(Slo slo) => $"{(slo.Objective * 100).ToString("0.#####", CultureInfo.InvariantCulture)} %";

    private static string Window(SloWindow window) => window.Kind switch
    {
        SloWindowKind.Rolling => Words.Days(window.Days),
        SloWindowKind.CalendarMonth => "the calendar month",
        SloWindowKind.CalendarQuarter => "the calendar quarter",
    };
}
