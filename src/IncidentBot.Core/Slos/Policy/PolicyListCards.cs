using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The words of <c>policy</c> and of the weekly reminder of what stands.</summary>
internal static class PolicyListCards
{
    private const int MostNamed = 10;

    private const string BeginsNow = "It begins now: within a minute it is told where it belongs, and can be acknowledged.";

    public static RichText NoSlos => "No SLO is set up, so there is no error budget and nothing follows from it. An operator adds them in the settings, section Slos.";

    public static RichText NoneStands(string prefix) => Of($"No rule of that name applies now. {Code($"{prefix} policy")} shows what is agreed and what stands.");

    public static RichText Begins(Consequence one) => Of($"{PolicyCards.Line(one)} {BeginsNow}");

    public static RichText Which(IReadOnlyList<Consequence> standing, string prefix) =>
        Of($"Which one? These stand: {Names(standing)}. For example {Code($"{prefix} policy ack {standing[0].Name}")}.");

    public static RichText Usage(string prefix) =>
        Of($"I understand {Code($"{prefix} policy")}, {Code($"{prefix} policy ack NAME")} (seen, we see to it), {Code($"{prefix} policy override NAME REASON")} (it does not hold this time) and {Code($"{prefix} policy planned NAME WHERE")} (the P0 item is in the next planning).");

    public static Card Agreed(IReadOnlyList<Consequence> standing, Situation now)
    {
        var rules = Rules(now.Settings.Slos.Policy).ToList();
        return new(standing.Count == 0 ? "Error budget policy: no rule applies now" : $"Error budget policy: {Names(standing)}",
        [
            new Heading("Error budget policy"),
            rules.Count == 0 ? new Paragraph("No rule is agreed: all of them are switched off in the settings.") : new Bullets(rules),
            new Heading("What stands now", 2),
            standing.Count == 0 ? new Paragraph("No rule applies now.") : new Bullets([.. standing.Select(one => now.RulesDue.Contains(one) ? Begins(one) : PolicyCards.Line(one))]),
            .. standing.Count == 0 ? [] : new CardBlock[] { new Paragraph(HowTo(standing[0], now.CommandPrefix)) },
        ]);
    }

    /// <summary>Once a week while something stands.</summary>
    /// <param name="lines">One for each, with how it stands now.</param>
    /// <param name="waiting">Whoever owns what nobody has acknowledged; null: all is acknowledged.</param>
    public static Card Weekly(IReadOnlyList<Consequence> standing, IReadOnlyList<RichText> lines, RichText? waiting, string prefix) => new(
        $"This week: {Names(standing)}",
        [
            new Heading("This week: rules of the error budget policy that apply"),
            new Bullets(lines),
            .. waiting is null ? [] : new CardBlock[] { new Paragraph(Of($"Not acknowledged yet: {waiting}")) },
            new Paragraph(HowTo(standing[0], prefix)),
            .. standing.Where(one => one.Status is ConsequenceStatus.Begun).Take(MostNamed).Select(one => PolicyCards.Buttons(one, named: true).First()).ToArray() is { Length: > 0 } buttons ? [new Choices(buttons)] : Array.Empty<CardBlock>(),
        ]);

    private static IEnumerable<RichText> Rules(PolicySettings agreed)
    {
        if (agreed.HaltWhenExhausted) yield return "When the error budget of an SLO's window is spent, changes stop except urgent (P0) fixes and security fixes, until budget is left again.";
        if (agreed.IncidentShare is { } incident) yield return $"When one incident takes more than {BudgetCards.Percent(incident)} of a window's budget, its postmortem needs a P0 action item before it is published.";
        if (agreed.ClassShare is { } kind) yield return $"When one class of incidents takes more than {BudgetCards.Percent(kind)} of a quarter's budget, the planning of the next quarter needs a P0 item against it.";
    }

    private static RichText HowTo(Consequence one, string prefix) =>
        Of($"Acknowledge: {Code($"{prefix} policy ack {one.Name}")}. If a rule must not hold this time: {Code($"{prefix} policy override {one.Name} REASON")}.");

    private static string Names(IReadOnlyList<Consequence> standing) =>
        standing.Count <= MostNamed ? string.Join(", ", standing.Select(one => one.Name)) : $"{string.Join(", ", standing.Take(MostNamed).Select(one => one.Name))} and {standing.Count - MostNamed} more";
}
