using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>What is said when people state what an incident cost.</summary>
internal static class ChargeCards
{
    private const int LongestEcho = 40;
    private const int MostChoices = 100;

    public const string OneOfWhat = "1 may be one per cent or all of them. Write 1% or 100%.";

    public const string StateLabel = "State what it cost…";

    public static string ShareNotUnderstood(string text) => text.Trim().Length == 0
        ? "Say which share of users was hit, such as 37%, 0.37 or all."
        : $"“{Excerpt.Of(text.Trim(), LongestEcho)}” is not a share I can read. Write 37%, 37, 0.37 or all; none takes a figure back.";

    public static string OverAll(string text) => $"{text} is more than all of them. Write at most 100%.";

    public static string ImpactNotUnderstood(string text) => $"“{Excerpt.Of(text.Trim(), LongestEcho)}” does not say from when to when. Write both times, such as 14:02-14:31 or 2026-11-22 23:50 to 00:20.";

    public static string Reversed(DateTimeOffset from, DateTimeOffset to, string? zone) => $"That would end at {Words.Moment(to, zone)}, not after its beginning at {Words.Moment(from, zone)}. If the end is still to come, write now.";

    public static string TooLong(Slo slo, TimeSpan length, TimeSpan window) => $"That is {Words.Duration(length)}, longer than the {Words.Duration(window)} that {slo.Name} is measured over. Check the dates.";

    public const string EndMissing = "Say when it ended; now will do while it lasts.";

    public const string BeginningMissing = "Say when users began to be hit.";

    public const string SloMissing = "Choose the SLO that it is charged to.";

    public static RichText NoSlo(string prefix) => RichText.Of($"No SLO is set up, so there is no budget to charge. {SloCards.HowToSetUp(prefix)}");

    public static RichText NoSuchSlo(string name, string? nearest, IEnumerable<Slo> all) =>
        RichText.Of($"There is no SLO “{Excerpt.Of(name, LongestEcho)}”.{(nearest is null ? "" : $" Did you mean {nearest}?")} There are: {SloCards.Names(all)}.");

    public static RichText WhichSlo(Incident incident, IReadOnlyList<Slo> own, IReadOnlyList<Slo> all, string prefix) => own.Count == 0
        ? RichText.Of($"Name the SLO: {(incident.Service is { } service ? $"{service} has none of its own" : $"{incident.Id.Label} names no service")}. {RichText.Code($"{prefix} charge {all[0].Name} 37% 14:02-14:31")}; there are: {SloCards.Names(all)}.")
        : RichText.Of($"Name the SLO, there are {SloCards.Names(own)}: {RichText.Code($"{prefix} charge {own[0].Name} 37% 14:02-14:31")}");

    /// <summary>Neither the words nor the milestones tell from when to when.</summary>
    public static Card WhenMissing(Incident incident, Slo slo, string share, IEnumerable<MilestoneKind> missing, string prefix) => Card.Of(
        RichText.Of($"From when to when? Nobody has said {Words.Either(missing.Select(kind => kind.When()))}, so nothing was charged. Add the times: {RichText.Code($"{prefix} charge {slo.Name} {share} 14:02-14:31")}"),
        StateButton(incident));

    public static Button StateButton(Incident incident) => new(ChargeForm.Key, StateLabel, incident.Id.Label);

    public static string NothingStated(Slo slo, Incident incident) => $"Nobody has stated what {incident.Id.Label} cost {slo.Name}, so there is nothing to take back.";

    public static string StatedAlready(Slo slo, Incident incident) => $"That is what stands for {slo.Name} and {incident.Id.Label} already.";

    public static Card Stated(Incident incident, Slo slo, Estimate stated, Estimate? was, IncidentBudget budget)
    {
        var line = RichText.Of($"{stated.By.Name}: {incident.Id.Label} is charged to {RichText.Bold(slo.Name)}, {Told(stated, Moment)}.") + Before(was, Moment);
        return Card.Of(line + RichText.Of($" It {BudgetCards.Line(budget, Moment)}"));
    }

    public static Card TakenBack(Incident incident, Slo slo, string by, Estimate was, IncidentBudget? budget)
    {
        var line = RichText.Of($"{by} took back what {was.By.Name} had stated for {RichText.Bold(slo.Name)} and {incident.Id.Label}: {Told(was, Moment)}.");
        return Card.Of(budget?.Measured is null ? line + " What it cost is unknown now." : line + RichText.Of($" It {BudgetCards.Line(budget, Moment)}"));
    }

    public static string Entry(Slo slo, Estimate? stated, Estimate? was, string? zone) => stated is null
        ? $"{BudgetCards.Heading} of {slo.Name}: what was stated is taken back{Before(was, at => Words.Moment(at, zone)).ToPlainText()}"
        : $"{BudgetCards.Heading} of {slo.Name}: {Told(stated, at => Words.Moment(at, zone)).ToPlainText()}{Before(was, at => Words.Moment(at, zone)).ToPlainText()}";

    /// <summary>In the review, once: nobody has stated it.</summary>
    public static Card Asked(Incident incident, IReadOnlyList<IncidentBudget> budgets, string prefix)
    {
        CardBlock[] measured = [.. budgets.Where(budget => budget.Measured is not null).Select(budget => new Paragraph(RichText.Of($"{RichText.Bold(budget.Slo)}: {BudgetCards.Methods(budget, Moment).First()}")))];
        var question = measured.Length > 0
            ? RichText.Of($"That is what the monitoring counted for {incident.Id.Label}. Only if it is wrong: which share of users was hit, from when to when?")
            : RichText.Of($"{RichText.Bold($"Which share of users was hit, from when to when?")} It tells what {incident.Id.Label} cost the error budget of {Words.Either(budgets.Select(budget => budget.Slo))}. A guess will do; the review goes on without it.");
        return new(question.ToPlainText(),
        [
            .. measured,
            new Paragraph(question + RichText.Of($" Or type {RichText.Code($"{prefix} charge {budgets[0].Slo} 37% 14:02-14:31")}")),
            new Choices([StateButton(incident)]),
        ]);
    }

    public static Form Form(Incident incident, IReadOnlyList<Slo> own, IReadOnlyList<Slo> all, Estimate? stated, string? from, string? to) => new(ChargeForm.Key, $"What {incident.Id.Label} cost", "Charge", incident.Id.Label,
    [
        new ChoiceField(ChargeForm.SloField, "SLO", [.. own.Concat(all.Where(slo => !own.Any(one => one.Is(slo.Name)))).Take(MostChoices).Select(slo => new FormOption(slo.Name, slo.Name))]) { Required = true, Initial = own is [var first, ..] ? first.Name : all is [var only] ? only.Name : null },
        new TextField(ChargeForm.ShareField, "Which share of users was hit?") { Required = true, MaxLength = 20, Hint = "Such as 37%, 0.37 or all; none takes a figure back.", Initial = stated is null ? null : BudgetCards.Percent(stated.BadShare) },
        new TextField(ChargeForm.FromField, "From when?") { MaxLength = 60, Hint = "Such as 14:02 or 2026-11-22 14:02.", Initial = from },
        new TextField(ChargeForm.ToField, "To when?") { MaxLength = 60, Hint = "Such as 14:31; now while it lasts.", Initial = to },
    ]);

    private static RichText Told(Estimate stated, Func<DateTimeOffset, RichText> moment) =>
        RichText.Of($"{BudgetCards.Percent(stated.BadShare)} hit from {moment(stated.When.From)} to {moment(stated.When.To)} ({Words.Duration(stated.When.Length)})");

    private static RichText Before(Estimate? was, Func<DateTimeOffset, RichText> moment) => was is null ? RichText.Empty : RichText.Of($" It had been {Told(was, moment)}, as {was.By.Name} stated.");

    private static RichText Moment(DateTimeOffset at) => RichText.Of($"{RichText.Moment(at)}");
}
