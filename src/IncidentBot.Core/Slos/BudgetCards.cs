using System.Globalization;
using Humanizer;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos;

/// <summary>Error budgets in words: the figures always say how they were come by.</summary>
internal static class BudgetCards
{
    /// <summary>Further ahead than this, when a budget is used up tells nobody anything.</summary>
    private static readonly TimeSpan Foreseeable = TimeSpan.FromDays(90);

    public const string Heading = "Error budget";

    /// <summary>Less than this reads as nothing.</summary>
    public const double Nothing = 0.00005;

    public static string Budget(SloWindow window) => window.Kind switch
    {
        SloWindowKind.Rolling => $"the {window.Days.ToString(CultureInfo.InvariantCulture)}-day budget",
        SloWindowKind.CalendarMonth => "the month's budget",
        SloWindowKind.CalendarQuarter => "the quarter's budget",
    };

    /// <summary><c>18.4 %</c>, <c>0.37 %</c>: as exact as it is of use.</summary>
    public static string Percent(double share) => Math.Abs(share * 100) switch
    {
        0 => "0 %",
        < 0.005 => "under 0.01 %",
        < 1 => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %",
        _ => $"{(share * 100).ToString("0.#", CultureInfo.InvariantCulture)} %",
    };

    /// <summary><c>41 % left</c>, <c>nothing left (12 % over)</c></summary>
    public static string Left(double left) => left switch
    {
        <= -0.005 => $"nothing left ({Whole(-left)} over)",
        < Nothing => "nothing left",
        < 0.1 => $"{Percent(left)} left",
        _ => $"{Whole(left)} left",
    };

    /// <summary><c>, exhausted in 9 days at this rate</c>; empty where that is not foreseeable.</summary>
    public static string Exhausted(TimeSpan? exhaustedIn) => exhaustedIn is { Ticks: > 0 } length && length <= Foreseeable ? $", exhausted in {Roughly(length)} at this rate" : "";

    /// <summary>What the incident took and what is left, in one or two sentences.</summary>
    /// <param name="moment">How a time is shown there.</param>
    public static RichText Line(IncidentBudget budget, Func<DateTimeOffset, RichText> moment)
    {
        var left = budget.Left is { } share ? $"{Left(share)}{Exhausted(budget.ExhaustedIn)}" : null;
        if (Cost(budget, moment) is { } cost) return left is null ? cost + $". What is left is unknown: {Unknown(budget)}" : cost + $", {left}.";
        var cause = budget.Unmeasured is { } why ? $" What this incident took of it could not be measured: {why}" : "";
        return left is null
            ? RichText.Of($"what is left of {budget.Window} is unknown: {Unknown(budget)}{cause}")
            : RichText.Of($"{left.Replace(" left", $" of {budget.Window} left", StringComparison.Ordinal)} ({How(budget, moment)}).{cause}");
    }

    /// <summary>The same for files and pages.</summary>
    public static string Line(IncidentBudget budget, string? zone) => Line(budget, at => Words.Moment(at, zone)).ToPlainText();

    /// <summary>Two with the same figures look the same: when they were measured is not one.</summary>
    public static string Figures(IncidentBudget budget) => Line(budget, _ => RichText.Empty).ToPlainText();

    /// <summary>The figures of a person and of the monitoring, side by side; null where there is neither.</summary>
    private static RichText? Cost(IncidentBudget budget, Func<DateTimeOffset, RichText> moment) => budget switch
    {
        { Measured: { Share: { } measured } by, Stated: { Share: { } stated } person } when Percent(measured) != Percent(stated) => RichText.Of($"spent {Percent(measured)} of {budget.Window} (measured at {moment(by.At)}; {person.By.Name} stated {Percent(stated)})"),
        { Measured: { Share: { } measured } by } => RichText.Of($"spent {Percent(measured)} of {budget.Window} (measured at {moment(by.At)})"),
        { Stated: { Share: { } stated } person } => RichText.Of($"spent {Percent(stated)} of {budget.Window} (estimated by {person.By.Name}{(budget.Unmeasured is { } why ? $"; not measured: {why.TrimEnd('.')}" : "")})"),
        { Measured: { Share: null } by } => RichText.Of($"what it spent of {budget.Window} is not known any more: users were hit until {moment(by.When.To)}"),
        { Stated: { Share: null } person } => RichText.Of($"what it spent of {budget.Window} is not known any more: users were hit until {moment(person.When.To)}"),
        _ => null,
    };

    private static RichText How(IncidentBudget budget, Func<DateTimeOffset, RichText> moment) => budget.MeasuredAt is { } at ? RichText.Of($"measured at {moment(at)}") : "by what people stated";

    private static string Unknown(IncidentBudget budget) => budget.Unknown ?? "nothing was measured yet.";

    /// <summary>Whom it hit and when, by whom it is known: what the figures come from.</summary>
    public static IEnumerable<RichText> Methods(IncidentBudget budget, Func<DateTimeOffset, RichText> moment)
    {
        if (budget.Measured is { } measured) yield return RichText.Of($"Measured at {moment(measured.At)}: {(measured.BadShare is { } bad ? $"{Percent(bad)} was bad" : "nothing was asked of it")} from {moment(measured.When.From)} to {moment(measured.When.To)} ({Words.Duration(measured.When.Length)}){Of(measured.Share, budget)}.");
        else if (budget.Unmeasured is { } why) yield return $"Not measured: {why}";
        if (budget.Stated is { } stated) yield return RichText.Of($"Stated by {stated.By.Name}: {Percent(stated.BadShare)} was hit from {moment(stated.When.From)} to {moment(stated.When.To)} ({Words.Duration(stated.When.Length)}){Of(stated.Share, budget)}.");
        if (budget.SetAside is { } aside) yield return PublishGateCards.SetAside(aside);
        if (budget is { Measured: null, Unmeasured: null, Stated: null }) yield return "Nobody has stated what it cost, and it was not measured.";
    }

    /// <inheritdoc cref="Methods(IncidentBudget, Func{DateTimeOffset, RichText})" />
    public static IEnumerable<string> Methods(IncidentBudget budget, string? zone) => Methods(budget, at => Words.Moment(at, zone)).Select(method => method.ToPlainText());

    /// <summary>As blocks of a card; none where there is no budget to tell of.</summary>
    public static IEnumerable<CardBlock> Blocks(Incident incident) => incident.Budgets.Count == 0
        ? []
        : [new Heading(Heading, 2), new Facts([.. incident.Budgets.Select(budget => new LabelledText(budget.Slo, Line(budget, at => RichText.Of($"{RichText.Moment(at)}"))))])];

    private static string Of(double? share, IncidentBudget budget) => share is { } known ? $", {Percent(known)} of {budget.Window}" : "";

    private static string Whole(double share) => $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)} %";

    /// <summary>In one unit: more would change with every measurement.</summary>
    private static string Roughly(TimeSpan length) => length.Humanize(precision: 1, minUnit: TimeUnit.Minute, maxUnit: TimeUnit.Day, culture: Words.Culture);
}
