using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Luck;

/// <summary>The words of the two forms.</summary>
internal static class LuckFormCards
{
    public const string NoReason = "Say in a sentence why it is acceptable for now, for example: the old system is switched off in March.";

    public static Form Safeguard(LuckyBreak one, IReadOnlyList<FormField> fields) => new(LuckButtons.Safeguard, $"Safeguard for {one.Id.Label}", "Add", one.Id.Label, fields);

    public static Form Accept(LuckyBreak one, DateOnly reviewOn) => new(LuckButtons.Accept, $"Accept the risk {one.Id.Label}", "Accept", one.Id.Label,
    [
        new TextField(AcceptRisk.Why, "Why is it acceptable for now?") { Required = true, Multiline = true, MaxLength = ActionItemText.MostCharacters, Initial = one.Accepted?.Why },
        new TextField(AcceptRisk.ReviewOn, "Look at it again on") { Required = true, Initial = Words.Date(reviewOn), Hint = "You will be its owner; the weekly digest asks again from that day on." },
    ]);
}
