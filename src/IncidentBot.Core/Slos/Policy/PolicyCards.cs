using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Budgets;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The words about a rule that applies.</summary>
internal static class PolicyCards
{
    /// <param name="slo">Null: the catalogue no longer has it.</param>
    public static Card Told(Consequence one, Slo? slo, string prefix) => new(
        $"{Title(one)}: {Requires(one)}",
        [
            new Heading(Title(one)),
            new Paragraph(one.Status is ConsequenceStatus.Ended ? Ended(one) : Requires(one)),
            new Facts(
            [
                new("Why", Why(one, slo)),
                .. one.Because.Count > 0 && one.Incident is null ? [new LabelledText(one.Because.Count == 1 ? "Incident" : "Incidents", Labels(one))] : Array.Empty<LabelledText>(),
                new("Since", Of($"{Moment(one.Since)}")),
                .. one.Stands ? [new LabelledText("Until", Until(one)), new LabelledText("Owners", Owners(slo, one.Workspace)), new LabelledText("Acknowledged", Acknowledged(one))] : Array.Empty<LabelledText>(),
                .. one.Override is { } aside ? [new LabelledText("Set aside", Of($"by {aside.By.Name}, {Moment(aside.At)}: {aside.Reason}"))] : Array.Empty<LabelledText>(),
            ]),
            .. one.Stands ? [new Paragraph(HowTo(one, prefix)), new Choices([.. Buttons(one)])] : Array.Empty<CardBlock>(),
        ]);

    public static string Title(Consequence one) => one.Rule switch
    {
        PolicyRule.BudgetExhausted => $"Error budget spent · {one.Slo}",
        PolicyRule.LargeIncident => $"Postmortem with a P0 item required · {one.Incident?.Label}",
        PolicyRule.IncidentClass => $"P0 item for the planning required · {one.Slo}",
    };

    /// <summary>What was agreed to follow.</summary>
    public static string Requires(Consequence one) => one.Rule switch
    {
        PolicyRule.BudgetExhausted => $"As agreed, changes to what {one.Slo} depends on stop now, except urgent (P0) fixes and security fixes.",
        PolicyRule.LargeIncident => $"As agreed, {one.Incident?.Label} needs a published postmortem with at least one P0 action item for its causes.",
        PolicyRule.IncidentClass => $"As agreed, the planning for {Quarter.InWords(one.Occasion).Next} needs a P0 item against “{one.Class}”.",
    };

    public static string Why(Consequence one, Slo? slo) => one.Rule switch
    {
        PolicyRule.BudgetExhausted => $"{Percent(one.Spent)} of {Budget(slo)} was spent ({How(one)}).",
        PolicyRule.LargeIncident => $"It took {Percent(one.Spent)} of {Budget(slo)} of {one.Slo} ({Method(one.Method)}).",
        PolicyRule.IncidentClass => $"Incidents of the class “{one.Class}” took {Percent(one.Spent)} of the budget of {one.Slo} for {Quarter.InWords(one.Occasion).This} ({Method(one.Method)}).",
    };

    public static RichText Until(Consequence one) => one switch
    {
        { Rule: PolicyRule.BudgetExhausted, Until: { } until } => Of($"at least {Percent(ApplyPolicy.LeftAgain)} of the budget is left again, at the latest the new window on {Moment(until)}"),
        { Rule: PolicyRule.BudgetExhausted } => $"at least {Percent(ApplyPolicy.LeftAgain)} of the budget is left again",
        { Rule: PolicyRule.LargeIncident } => "the postmortem is published with a P0 item",
        { Rule: PolicyRule.IncidentClass, Until: { } until } => Of($"the item is planned, at the latest {Moment(until)}"),
        _ => "the item is planned",
    };

    public static RichText Ended(Consequence one) => (one.EndedBy ?? ConsequenceEnd.Within) switch
    {
        ConsequenceEnd.Within => one.Rule switch
        {
            PolicyRule.BudgetExhausted => Of($"The error budget of {Bold(one.Slo)} is back: changes go on as usual. Thank you for waiting."),
            PolicyRule.LargeIncident => Of($"{Bold(one.Incident?.Label ?? one.Name)} no longer counts as large: by the figures as they are now it took less of the budget of {one.Slo}. The P0 item is no longer required."),
            PolicyRule.IncidentClass => Of($"“{one.Class}” took less of the budget of {Bold(one.Slo)} by the figures as they are now. The P0 item is no longer required."),
        },
        ConsequenceEnd.Fulfilled => one.Rule switch
        {
            PolicyRule.BudgetExhausted => Of($"The error budget of {Bold(one.Slo)} is back: changes go on as usual."),
            PolicyRule.LargeIncident => Of($"What the error budget policy asked of {Bold(one.Incident?.Label ?? one.Name)} is done: its postmortem is published with a P0 action item. Thank you."),
            PolicyRule.IncidentClass => Of($"What the error budget policy asked of {Bold(one.Slo)} is done: a P0 item against “{one.Class}” is planned: {one.Planned}"),
        },
        ConsequenceEnd.Over => Of($"The time for {Bold(one.Name)} is over: {Quarter.InWords(one.Occasion).Next} has ended without anybody saying that a P0 item against “{one.Class}” was planned."),
        ConsequenceEnd.NotAgreed => Of($"{Bold(one.Name)} no longer applies: the rule or the SLO was taken out of the settings."),
        ConsequenceEnd.SetAside => Of($"{Bold(one.Name)} is settled: it had been set aside by {one.Override?.By.Name ?? "somebody"}: {one.Override?.Reason}"),
    };

    /// <summary>To those who work on the incident.</summary>
    public static RichText InRoom(Consequence one, string prefix) =>
        Of($"{Requires(one)} {Why(one, null)} Add one: {Code($"{prefix} action TEXT @owner p0")}");

    public static string BegunEntry(Consequence one, Slo? slo) => $"Error budget policy: {Requires(one)} {Why(one, slo)}";

    public static string EndedEntry(Consequence one) => $"Error budget policy: {Ended(one).ToPlainText()}";

    /// <summary>A rule in one line, for lists.</summary>
    public static RichText Line(Consequence one) =>
        Of($"{Bold(one.Name)}: {InShort(one)}, {Percent(one.Spent)} of the budget ({How(one)}), since {Moment(one.Since)} until {Until(one)}. {Standing(one)}");

    /// <summary>The same, with how the figure is now.</summary>
    public static RichText Line(Consequence one, BudgetReport report) => Line(one) + Now(one, report);

    private static RichText Now(Consequence one, BudgetReport report) => one.Rule is not PolicyRule.BudgetExhausted ? Empty
        : report is { SpentInAll: { } spent, Method: { } method } ? Of($" Now {Percent(spent)} ({How(method, spent, report.Unseen, report.MeasuredAt)}).")
        : Of($" How it stands now is unknown: {report.Unknown}");

    public static string InShort(Consequence one) => one.Rule switch
    {
        PolicyRule.BudgetExhausted => "the budget is spent, only urgent and security fixes",
        PolicyRule.LargeIncident => "its postmortem needs a P0 action item",
        PolicyRule.IncidentClass => $"the next planning needs a P0 item against “{one.Class}”",
    };

    private static RichText Standing(Consequence one) => one.Override is { } aside ? Of($"Set aside by {aside.By.Name}: {aside.Reason}")
        : one.AcknowledgedBy is { } by ? Of($"Acknowledged by {by.Name}.")
        : "Not acknowledged yet.";

    public static RichText Acknowledged(Consequence one) => one is { AcknowledgedBy: { } by, AcknowledgedAt: { } at } ? Of($"by {by.Name}, {Moment(at)}") : "not yet";

    /// <summary>A name that begins with @ is the platform's id of a person.</summary>
    public static RichText Owners(Slo? slo, string workspace) => slo is not { Owners.Count: > 0 }
        ? "nobody is named; add them to the SLO's settings"
        : slo.Owners.Select((owner, index) => Of($"{(index == 0 ? "" : ", ")}{Named(owner, workspace)}")).Aggregate((left, right) => left + right);

    private static TextSpan Named(string owner, string workspace) => owner is ['@', .. { Length: > 0 } id] ? Mention(new(new(workspace, id), id)) : new Plain(owner);

    public static IEnumerable<Button> Buttons(Consequence one, bool named = false)
    {
        var of = named ? $" {one.Name}" : "";
        if (one.Status is ConsequenceStatus.Begun) yield return new(PolicyButtons.Acknowledge, $"Acknowledge{of}", one.Key, ButtonKind.Primary);
        if (one.Rule is PolicyRule.IncidentClass) yield return new(PolicyButtons.Plan, $"It is planned{of}…", one.Key);
        if (one.Status is not ConsequenceStatus.SetAside) yield return new(PolicyButtons.SetAside, $"Set aside{of}…", one.Key);
    }

    private static RichText HowTo(Consequence one, string prefix)
    {
        var acknowledge = one.Status is ConsequenceStatus.Begun ? Of($"Seen it? {Code($"{prefix} policy ack {one.Name}")}. ") : Empty;
        var planned = one.Rule is PolicyRule.IncidentClass ? Of($"When the item is planned: {Code($"{prefix} policy planned {one.Name} WHERE")}. ") : Empty;
        return acknowledge + planned + (one.Status is ConsequenceStatus.SetAside
            ? Of($"To hold to it again: {Code($"{prefix} policy ack {one.Name}")}.")
            : Of($"If it must not hold this time: {Code($"{prefix} policy override {one.Name} REASON")}."));
    }

    private static RichText Labels(Consequence one) => string.Join(", ", one.Because.Select(incident => incident.Label));

    private static string Budget(Slo? slo) => slo is null ? "the error budget" : BudgetCards.Budget(slo.Window);

    private static string How(Consequence one) => How(one.Method, one.Spent, one.Unseen, null).ToPlainText();

    // A figure of both says which part is which.
    private static RichText How(BudgetMethod method, double spent, double unseen, DateTimeOffset? measuredAt) =>
        Of($"{(unseen >= BudgetCards.Nothing ? $"{Percent(spent - unseen)} " : "")}{Method(method)}{(measuredAt is { } at ? Of($", {Moment(at)}") : Empty)}{(unseen >= BudgetCards.Nothing ? $", and {Percent(unseen)} that incidents took beside it" : "")}");

    public static string Method(BudgetMethod method) => method switch
    {
        BudgetMethod.Measured => "measured",
        BudgetMethod.Estimated => "stated by people",
    };

    private static string Percent(double share) => BudgetCards.Percent(share);
}
