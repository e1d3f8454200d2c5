using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The words of the rule for large incidents in their postmortem.</summary>
internal static class PublishGateCards
{
    private const int MostReasons = 3;

    /// <summary>In the part of the review in which action items are given: early, so that nobody learns it when publishing.</summary>
    public static RichText Required(IReadOnlyList<Consequence> missing) =>
        Of($"{Bold("A P0 item is required.")} {Reasons(missing)} As agreed, the postmortem is published with at least one P0 action item for its causes: end the item with {Code("p0")}.");

    public static Card NotPublished(Incident incident, IReadOnlyList<Consequence> rules, string prefix) => Refused(
        Of($"It is not published yet: it has no P0 action item, and the error budget policy asks for one. {Reasons(rules)} Add one with {Code($"{prefix} action TEXT @owner p0")}, or give an item that is there P0; then publish again. If the rule must not hold this time: {Code($"{prefix} policy override {rules[0].Name} REASON")}."),
        incident, rules, addsItem: true);

    public static Card NotWaived(Incident incident, IReadOnlyList<Consequence> rules, string prefix) => Refused(
        Of($"{Bold(incident.Id.Label)} needs a postmortem: the error budget policy asks for one. {Reasons(rules)} Begin it with {Code($"{prefix} postmortem {incident.Id.Label}")}. If the rule must not hold this time: {Code($"{prefix} policy override {rules[0].Name} REASON")}, then skip it again."),
        incident, rules, addsItem: false);

    /// <summary>For the appendix of the postmortem: what was set aside, by whom and why.</summary>
    public static string SetAside(PolicyOverride aside) => $"Published without a P0 item of the error budget policy; set aside by {aside.By.Name}: {aside.Reason}";

    private static string Reasons(IReadOnlyList<Consequence> rules) =>
        string.Join(' ', rules.OrderByDescending(one => one.Spent).Take(MostReasons).Select(one => PolicyCards.Why(one, null)).Append(rules.Count > MostReasons ? "It took much of other budgets too." : "")).TrimEnd();

    private static Card Refused(RichText text, Incident incident, IReadOnlyList<Consequence> rules, bool addsItem) => Card.Of(text,
    [
        .. addsItem ? [new Button(ActionItemButtons.Open, "Add an item", incident.Id.Label, ButtonKind.Primary)] : Array.Empty<Button>(),
        .. rules.OrderByDescending(one => one.Spent).Take(MostReasons).Select(one => new Button(PolicyButtons.SetAside, rules.Count == 1 ? "Set aside…" : $"Set {one.Name} aside…", one.Key)),
    ]);
}
