using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Luck;

/// <summary>A lucky break as people see it, and what is said of what becomes of it.</summary>
public static class LuckCards
{
    private const int MostOfAnAnswer = 200;

    /// <summary>The small card under the answer: it asks once, then shows what was chosen.</summary>
    public static Card Standing(LuckyBreak one, LuckLedger ledger)
    {
        if (one.TakenBack) return Card.Of(Of($"{Bold(one.Id.Label)} The answer was taken back."));
        var text = Of($"🍀 {Bold(one.Id.Label)} {Excerpt.Of(one.Text, MostOfAnAnswer)}\n{(ledger.StateOf(one) is LuckState.Undecided ? "" : "It ")}") + Became(one, ledger);
        return ledger.StateOf(one) switch
        {
            LuckState.Undecided => Card.Of(text, SafeguardButton(one, ButtonKind.Primary), AcceptButton(one, "Accept the risk…")),
            LuckState.SafeguardPlanned => Card.Of(text, AcceptButton(one, "Accept the risk instead…")),
            LuckState.SafeguardDone => Card.Of(text),
            LuckState.RiskAccepted => Card.Of(text, SafeguardButton(one), AcceptButton(one, "Change…")),
        };
    }

    public static Button SafeguardButton(LuckyBreak one, ButtonKind kind = ButtonKind.Normal, bool named = false) =>
        new(LuckButtons.Safeguard, named ? $"Make {one.Id.Label} a safeguard…" : "Make it a safeguard…", one.Id.Label, kind);

    public static Button StillAcceptableButton(LuckyBreak one) => AcceptButton(one, $"{one.Id.Label} still acceptable…");

    /// <summary>The answer to a choice, and to one that comes too late.</summary>
    public static RichText Chosen(LuckyBreak one, LuckLedger ledger) => Of($"{Bold(one.Id.Label)} ") + Became(one, ledger);

    /// <summary>In a few words, for lists and for the postmortem.</summary>
    public static string State(LuckyBreak one, LuckLedger ledger) => (ledger.StateOf(one), one, ledger.SafeguardOf(one)) switch
    {
        (LuckState.Undecided, _, null) => "still to be decided",
        (LuckState.Undecided, _, { } dropped) => $"still to be decided, {dropped.Id.Label} was dropped",
        (LuckState.SafeguardPlanned, { Safeguard: { } item }, _) => $"safeguard {item.Label}, open",
        (LuckState.SafeguardDone, { Safeguard: { } item }, _) => $"safeguard {item.Label}, done",
        (LuckState.RiskAccepted, { Accepted: { } risk }, _) => $"risk accepted by {risk.Owner.Name} until {Words.Date(risk.ReviewOn)}: {risk.Why}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Beside an answer in the postmortem.</summary>
    public static string InPostmortem(Answer answer, LuckLedger ledger) => ledger.OfAnswer(KeepLuckyBreaks.KeyOf(answer)) is { } one ? $"{one.Id.Label}, {State(one, ledger)}" : "still to be decided";

    /// <summary>Before a draft or a publication, which it does not hold up; null when there is nothing to say.</summary>
    public static RichText? Unsettled(LuckLedger ledger, string prefix) => ledger.Undecided.ToList() switch
    {
        [] => null,
        [var one] => Of($"One lucky break has no safeguard yet: {one.Id.Label}. {Code($"{prefix} lucky {one.Id.Label}")} shows it, to decide when you like."),
        var several => Of($"{several.Count} lucky breaks have no safeguard yet: {Labels(several)}. {Code($"{prefix} lucky {several[0].Id.Label}")} shows one, to decide when you like."),
    };

    public static RichText ItemStays(ActionItem item, string prefix) => Of($"{Bold(item.Id.Label)}, which was to be the safeguard, stays open. If it is not wanted any more: {Code($"{prefix} drop {item.Id.Label} REASON")}");

    /// <summary>In the weekly digest.</summary>
    public static RichText Due(LuckyBreak one, AcceptedRisk risk) =>
        Of($"{Bold(one.Id.Label)} {Excerpt.Of(one.Text, MostOfAnAnswer)} — {risk.Owner.Name} accepted this risk until {Words.Date(risk.ReviewOn)}: {Sentence(risk.Why)} Is it still acceptable?");

    private static string Sentence(string words) => words is [.., '.' or '!' or '?'] ? words : $"{words}.";

    public static RichText Unknown(string label, string prefix) => Of($"There is no lucky break {Code(Excerpt.Of(label, 40))} that you can see. {Code($"{prefix} lucky all")} lists them.");

    private static RichText Became(LuckyBreak one, LuckLedger ledger) => (ledger.StateOf(one), one, ledger.SafeguardOf(one)) switch
    {
        (LuckState.Undecided, _, null) => Of($"Shall we build a safeguard, so that we need no luck next time, or accept the risk for now?"),
        (LuckState.Undecided, _, { } dropped) => Of($"Its safeguard {Bold(dropped.Id.Label)} was dropped: {dropped.DropReason}\nBuild another, or accept the risk for now?"),
        (LuckState.SafeguardPlanned, { Safeguard: { } item }, _) => Of($"becomes a safeguard: {Bold(item.Label)}, open{By(one)}."),
        (LuckState.SafeguardDone, { Safeguard: { } item }, _) => Of($"has its safeguard: ✅ {Bold(item.Label)} is done{By(one)}."),
        (LuckState.RiskAccepted, { Accepted: { } risk }, _) => Of($"is an accepted risk{By(one)}: {risk.Why}\n{risk.Owner.Name} looks at it again on {Words.Date(risk.ReviewOn)}."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static RichText By(LuckyBreak one) => one is { DecidedBy: { } person, DecidedAt: { } at } ? Of($", chosen by {person.Name} on {Moment(at)}") : Empty;

    private static Button AcceptButton(LuckyBreak one, string label) => new(LuckButtons.Accept, label, one.Id.Label);

    private static string Labels(IReadOnlyList<LuckyBreak> breaks) => string.Join(", ", breaks.Select(one => one.Id.Label));
}
