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
        var left = budget.Left is { } share ? $"{Left(share)}{(budget.IsPast ? " now" : "")}{Exhausted(budget.ExhaustedIn)}" : null;
        if (Cost(budget, moment) is { } cost)
        {
            if (left is null) return cost + $". What is left is unknown: {Unknown(budget)}";
            return cost + (budget.Unseen >= Nothing ? RichText.Of($", {left} ({How(budget, moment)}).") : $", {left}.");
        }
        var cause = budget.Unmeasured is { } why ? $" What this incident took of it could not be measured: {why}" : "";
        return left is null
            ? RichText.Of($"what is left of {budget.Window} is unknown: {Unknown(budget)}{cause}")
            : RichText.Of($"{left.Replace(" left", $" of {budget.Window} left", StringComparison.Ordinal)} ({How(budget, moment)}).{cause}");
    }

    /// <summary>The same for files and pages.</summary>
    public static string Line(IncidentBudget budget, string? zone) => Line(budget, at => Words.Moment(at, zone)).ToPlainText();

    /// <summary>Two with the same figures look the same: when they were measured is not one, nor are times and numbers in why there is none, for they are others at every try.</summary>
    public static string Figures(IncidentBudget budget) => Line(budget with { Unknown = WithoutNumbers(budget.Unknown), Unmeasured = WithoutNumbers(budget.Unmeasured) }, _ => RichText.Empty).ToPlainText();

    private static string? WithoutNumbers(string? why) => why is null ? null : string.Concat(why.Where(character => !char.IsDigit(character)));

    /// <summary>What a measured figure does not contain.</summary>
    public static string Besides(double unseen) => unseen >= Nothing ? $"; incidents took another {Percent(unseen)} that is not in it" : "";

    /// <summary>The figures of a person and of the monitoring, side by side, as what the incident did; null where there is neither.</summary>
    private static RichText? Cost(IncidentBudget budget, Func<DateTimeOffset, RichText> moment) => budget switch
    {
        { Measured: { Share: { } measured } by, Stated: { Share: { } stated } person } when Percent(measured) != Percent(stated) => RichText.Of($"spent {Percent(measured)} of {Budget(budget)} (measured at {moment(by.At)}{NotSince(budget)}; {person.By.Name} stated {Percent(stated)})"),
        { Measured: { Share: { } measured } by } => RichText.Of($"spent {Percent(measured)} of {Budget(budget)} (measured at {moment(by.At)}{NotSince(budget)})"),
        { Stated: { Share: { } stated } person } => RichText.Of($"spent {Percent(stated)} of {Budget(budget)} (estimated by {person.By.Name}{(budget.Unmeasured is { } why ? $"; not measured: {why.TrimEnd('.')}" : "")})"),
        { Measured: { BadShare: null } by } => RichText.Of($"spent an unknown share of {budget.Window} (nothing was counted from {moment(by.When.From)} to {moment(by.When.To)})"),
        { Measured: { Share: null } by } => Older(budget, by.When, moment),
        { Stated: { Share: null } person } => Older(budget, person.When, moment),
        _ => null,
    };

    private static string NotSince(IncidentBudget budget) => budget.Unmeasured is { } why ? $"; the last try gave nothing: {why.TrimEnd('.')}" : "";

    private static RichText Older(IncidentBudget budget, Period when, Func<DateTimeOffset, RichText> moment) => RichText.Of($"spent nothing of {budget.Window} as it is now (users were hit before, until {moment(when.To)})");

    private static string Budget(IncidentBudget budget) => budget.IsPast ? $"{budget.Window} of that time" : budget.Window;

    private static RichText How(IncidentBudget budget, Func<DateTimeOffset, RichText> moment) => budget.MeasuredAt is { } at ? RichText.Of($"measured at {moment(at)}{Besides(budget.Unseen)}") : "by what people stated";

    private static string Unknown(IncidentBudget budget) => budget.Unknown ?? "nothing was measured yet.";

    /// <summary>Whom it hit and when, by whom it is known: what the figures come from.</summary>
    public static IEnumerable<RichText> Methods(IncidentBudget budget, Func<DateTimeOffset, RichText> moment)
    {
        if (budget.Measured is { } measured) yield return RichText.Of($"Measured at {moment(measured.At)}: {(measured.BadShare is { } bad ? $"{Percent(bad)} was bad" : "nothing was counted")} from {moment(measured.When.From)} to {moment(measured.When.To)} ({Words.Duration(measured.When.Length)}){Of(measured.Share, budget)}.");
        if (budget.Unmeasured is { } why) yield return budget.Measured is null ? $"Not measured: {why}" : $"The last try to measure it gave nothing: {why}";
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
