using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Reminders.Escalations;

/// <summary>How others are asked to help with an item. It is about the item, never about who owns it.</summary>
internal static class EscalationCards
{
    private const int MostButtons = 5;

    public static IEnumerable<Card> ToCommander(IReadOnlyList<ActionItem> items, Standing standing) =>
        ReminderPages.Listed("Could you help?", $"{These(items)} been waiting for long. Can {It(items)} be smaller, handed over or dropped?", items, standing, Buttons(items));

    public static IEnumerable<Card> ToOthers(IReadOnlyList<ActionItem> items, Standing standing) =>
        ReminderPages.Listed("Help wanted with action items", $"{These(items)} been waiting for long and could use a hand. Can {It(items)} be smaller, handed over or dropped?", items, standing, Buttons(items));

    public static IEnumerable<Card> OwnerNotReached(IReadOnlyList<ActionItem> items, Standing standing) =>
        ReminderPages.Listed("Who could take over?", $"The {(items.Count == 1 ? "owner of this item" : "owners of these items")} could not be reached directly. Perhaps somebody else can take {(items.Count == 1 ? "it" : "them")}.", items, standing,
            [.. items.Take(MostButtons).Select(item => ActionItemCards.TakeButton(item, named: true)), .. HandOver(items)]);

    /// <summary>For the room's digest.</summary>
    public static RichText InDigest(IReadOnlyList<ActionItem> items) =>
        Of($"{string.Join(", ", items.Select(item => item.Id.Label))} {(items.Count == 1 ? "has" : "have")} been waiting for long. Can {It(items)} be smaller, handed over or dropped?");

    private static Button[] Buttons(IReadOnlyList<ActionItem> items) => items is [var only] ? [ActionItemCards.ChangeButton(only.Id.Label)] : [.. items.Take(MostButtons).Select(ActionItemCards.ChangeNamed)];

    private static IEnumerable<Button> HandOver(IReadOnlyList<ActionItem> items) => items is [var only] ? [ActionItemCards.HandOverButton(only)] : [];

    private static string These(IReadOnlyList<ActionItem> items) => items.Count == 1 ? "This item has" : "These items have";

    private static string It(IReadOnlyList<ActionItem> items) => items.Count == 1 ? "it" : "they";
}
