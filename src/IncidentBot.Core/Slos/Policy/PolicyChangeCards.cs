using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>The words for what people say to a rule that applies.</summary>
internal static class PolicyChangeCards
{
    public const string NoReason = "Say in a sentence why it does not hold this time. The reason stays on record.";
    public const string NoWhere = "Say where it stands, such as a link or the name of the plan.";

    public static string WhereTooLong(int length) => $"Where it stands has at most {ActionItemText.MostCharacters} characters, and this has {length}. A link or the name of the plan is enough.";

    public static string AcknowledgedEntry(Consequence one) => one.Override is null ? $"Error budget policy: {one.Name} acknowledged" : $"Error budget policy: {one.Name} holds again";

    public static RichText Acknowledged(Consequence one, Person by) => Of($"{by.Name} acknowledged {Bold(one.Name)}: {PolicyCards.InShort(one)}.");

    public static string AsideEntry(Consequence one, string reason) => $"Error budget policy: {one.Name} set aside: {reason}";

    public static RichText Aside(Consequence one, Person by, string reason) => Of($"{by.Name} set {Bold(one.Name)} aside: {reason}");

    public static RichText ReasonMissing(Consequence one, string prefix) => Of($"Why does {Bold(one.Name)} not hold this time? The reason stays on record: {Code($"{prefix} policy override {one.Name} REASON")}");

    public static Form AsideForm(Consequence one) => new(PolicyButtons.SetAside, "Set the rule aside", "Set aside", one.Key,
        [new TextField(SetConsequenceAside.Reason, "Why does it not hold this time?") { Required = true, Multiline = true, MaxLength = ActionItemText.MostCharacters, Hint = "It stays on record, with your name." }]);

    public static RichText NothingToPlan(Consequence one) => Of($"Nothing has to be planned for {Bold(one.Name)}. {PolicyCards.Requires(one)}");

    public static RichText WhereMissing(Consequence one, string prefix) => Of($"Where does the P0 item stand? {Code($"{prefix} policy planned {one.Name} WHERE")}, such as a link to the plan.");

    public static Form PlanForm(Consequence one) => new(PolicyButtons.Plan, "The P0 item is planned", "Record", one.Key,
        [new TextField(PlanConsequence.Where, "Where does it stand?") { Required = true, MaxLength = ActionItemText.MostCharacters, Hint = "For example a link to the plan." }]);
}
