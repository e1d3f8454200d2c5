using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>Makes somebody else the owner of an item. They are told directly; who does not hand it on has accepted it.</summary>
public static class HandOverActionItem
{
    private const string To = "to";

    public static FormUse Form { get; } = new(ActionItemButtons.HandOver, Open, Check, Decide) { Needs = AskedItem.NeedsOf };

    /// <summary><c>hand A-7 @ben</c>, or <c>me</c>.</summary>
    public static Decision Decide(Call call, Situation now)
    {
        var (label, rest) = AskedItem.Split(call.Words);
        if (label.Length == 0) return call.Refuse(HandOverCards.Which(now.CommandPrefix));
        Person[] named = [.. call.Mentions.DistinctBy(person => person.Ref)];
        var to = named is [var one] ? one : named.Length == 0 && rest.Trim('.', '!').Equals("me", StringComparison.OrdinalIgnoreCase) ? call.By : null;
        return AskedItem.Decide(call.Said, label, now, (item, incident) => to is null ? call.Refuse(HandOverCards.ToWhom(item, now.CommandPrefix)) : Over(to, item, incident, call.Said));
    }

    /// <summary>Where the form could not be opened: says why.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) =>
        AskedItem.Decide(pressed, pressed.Value, now, (item, _) => ReopenActionItem.Offer(pressed, item, ActionItemCards.ClosedSentence(item)));

    internal static Decision Over(Person to, ActionItem item, Incident incident, ChatEvent said)
    {
        if (item.Status is not ActionItemStatus.Open) return ReopenActionItem.Offer(said, item, ActionItemCards.ClosedSentence(item));
        if (item.Owner?.Ref == to.Ref) return Decision.Refuse(said, HandOverCards.Already(item, to, said.By));
        if (!incident.VisibleTo(to.Ref)) return Decision.Refuse(said, HandOverCards.Outside(item, to));
        var over = item.OwnedBy(to, said.At);
        over = over with { FollowUp = over.FollowUp with { HandedOver = new(item.Owner, said.By, said.At) } };
        var told = new List<Saying> { ChangedItem.Privately(said, to.Ref == said.By.Ref ? ActionItemCards.TakenTold(over) : HandOverCards.Told(over, to)) };
        if (to.Ref != said.By.Ref) told.Add(new SayDirectly(to.Ref, HandOverCards.ToOwner(over, incident, said.By)));
        if (item.Owner is { } former && former.Ref != said.By.Ref && incident.VisibleTo(former.Ref)) told.Add(new SayDirectly(former.Ref, Card.Of(HandOverCards.ToFormer(over, to, said.By))));
        return ChangedItem.Of(over, incident, said, HandOverCards.Entry(over, item.Owner, to)).And(new() { Say = told });
    }

    private static Form? Open(FormOpening opening, Situation now) => now.ActionItem is { Status: ActionItemStatus.Open } item ? HandOverCards.Form(item, [new PersonField(To, HandOverCards.WhoTakesIt) { Required = true, Hint = HandOverCards.ToldDirectly }]) : null;

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        submitted.People.ContainsKey(To) ? new Dictionary<string, string>() : new() { [To] = HandOverCards.ChooseSomebody };

    private static Decision Decide(FormSubmitted submitted, Situation now) => AskedItem.Decide(submitted, submitted.Context, now, (item, incident) =>
        submitted.People.TryGetValue(To, out var to) ? Over(to, item, incident, submitted) : Decision.Refuse(submitted, HandOverCards.ChooseSomebody));
}
