using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>What is said when an item changes hands.</summary>
internal static class HandOverCards
{
    public const string ChooseSomebody = "Choose who takes it over.";

    public static RichText Which(string prefix) => Of($"Which one, and to whom? Write {Code($"{prefix} hand A-7 @ben")}; {Code($"{prefix} actions mine")} lists yours.");

    public static RichText ToWhom(ActionItem item, string prefix) => Of($"To whom? Name one person: {Code($"{prefix} hand {item.Id.Label} @ben")}, or {Code("me")} for yourself.");

    public static RichText Already(ActionItem item, Person to, Person by) =>
        to.Ref == by.Ref ? ActionItemCards.AlreadyYours(item) : Of($"{Bold(item.Id.Label)} is with {to.Name} already.");

    public static RichText Outside(ActionItem item, Person to) =>
        Of($"{to.Name} is not in the room of this private incident, so {Bold(item.Id.Label)} stays where it is. Invite {to.Name} first, then hand it over.");

    public static string Entry(ActionItem item, Person? from, Person to) => from is null ? $"{item.Id.Label} handed over to {to.Name}: {item.Text}" : $"{item.Id.Label} handed over from {from.Name} to {to.Name}: {item.Text}";

    public static RichText Told(ActionItem item, Person to) => Of($"{Bold(item.Id.Label)} is with {to.Name} now, who is told directly: {item.Text}");

    public static Card ToOwner(ActionItem item, Incident incident, Person by)
    {
        var due = item.Due is { } day ? $", due {Words.Date(day)}" : "";
        var text = Of($"{by.Name} has handed {Bold(item.Id.Label)} over to you: {item.Text}\nIt comes from {Bold(incident.Id.Label)} {incident.Title}{due}. If it does not fit, hand it on.");
        return Card.Of(text, [.. ActionItemCards.OwnerButtons(item)]);
    }

    public static RichText ToFormer(ActionItem item, Person to, Person by) => Of($"{by.Name} has handed {Bold(item.Id.Label)} over to {to.Name}, so you are no longer reminded of it: {item.Text}");

    /// <summary>For the digest of the week in which it happened.</summary>
    public static string Lately(Handover handover) => handover.From is { } from ? $"handed over by {from.Name}" : "found an owner";

    public static Form Form(ActionItem item, IReadOnlyList<FormField> fields) => new(ActionItemButtons.HandOver, $"Hand over {item.Id.Label}", "Hand over", item.Id.Label, fields);

    public const string WhoTakesIt = "Who takes it over?";

    public const string ToldDirectly = "They are told directly.";
}
