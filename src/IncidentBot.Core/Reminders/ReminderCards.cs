using IncidentBot.Core.ActionItems;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reminders.Escalations;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Reminders;

/// <summary>The words of weekly reminders. What does not fit one card goes on in the next.</summary>
internal static class ReminderCards
{
    private const int MostButtons = 5;

    /// <param name="snoozed">How many more there are that are snoozed.</param>
    public static IEnumerable<Card> Owner(IReadOnlyList<ActionItem> items, int snoozed, Standing standing, string prefix) => ReminderPages.Of(
        "Your open action items",
        snoozed == 0 ? Counts(items, standing, unowned: false) : $"{Counts(items, standing, unowned: false)} {snoozed} more snoozed.",
        ReminderPages.Lines(items, standing, owner: false, ofOne: false),
        [
            new Paragraph(Of($"Done with one? Press its button or write {Code($"{prefix} done {items[0].Id.Label}")}. If one is no longer needed: {Code($"{prefix} drop {items[0].Id.Label} REASON")}.")),
            new Choices(items is [var only] ? [.. ActionItemCards.OwnerButtons(only)] : [.. items.Take(MostButtons).Select(item => ActionItemCards.DoneButton(item, named: true)), ActionItemCards.ChangeButton(ChangeActionItem.Mine)]),
        ]);

    /// <param name="room">Where it is said; null: to a person.</param>
    public static IEnumerable<Card> Digest(IReadOnlyList<ActionItem> items, IReadOnlyList<UnfinishedPostmortem> postmortems, IReadOnlyList<LuckyBreak> risks, Standing standing, Place? room)
    {
        Button[] buttons =
        [
            .. items.Where(item => item.Owner is null || item.FollowUp.NotReached is not null).Take(MostButtons).Select(item => ActionItemCards.TakeButton(item, named: true)),
            .. postmortems.Where(postmortem => postmortem.Status is null).Take(MostButtons).SelectMany(postmortem => new[] { StartButton(postmortem), WaiveButton(postmortem) }),
            .. risks.Take(MostButtons).SelectMany(risk => new[] { LuckCards.StillAcceptableButton(risk), LuckCards.SafeguardButton(risk, named: true) }),
        ];
        return ReminderPages.Of(
            "This week: what is still open",
            items.Count == 0 ? null : $"{Counts(items, standing, unowned: true)} {DigestCards.Ageing(items, standing)}".TrimEnd(),
            [.. ReminderPages.Lines(items, standing, owner: true, OfOneIncident(items, standing, room)), .. postmortems.Select(postmortem => Unfinished(postmortem, standing, room)), .. risks.Select(risk => LuckCards.Due(risk, risk.Accepted!))],
            [
                .. RoomDigests.ForTheRoom(items, standing).ToList() is { Count: > 0 } waiting ? [new Paragraph(EscalationCards.InDigest(waiting))] : Array.Empty<CardBlock>(),
                .. buttons.Length == 0 ? [] : new CardBlock[] { new Choices(buttons) },
            ]);
    }

    internal static Button StartButton(UnfinishedPostmortem postmortem) => new(ReviewButton.Start, $"Begin the postmortem of {postmortem.Incident.Id.Label}", postmortem.Incident.Id.Label);

    internal static Button WaiveButton(UnfinishedPostmortem postmortem) => new(ReviewButton.Waive, $"None needed for {postmortem.Incident.Id.Label}…", postmortem.Incident.Id.Label);

    /// <summary>They are all of the incident whose room it is, so naming it says nothing.</summary>
    private static bool OfOneIncident(IReadOnlyList<ActionItem> items, Standing standing, Place? room) =>
        room is not null && items.Select(item => item.Incident).Distinct().ToList() is [var one] && standing.Incidents[one].LivesIn(room);

    private static string Counts(IReadOnlyList<ActionItem> items, Standing standing, bool unowned)
    {
        var overdue = items.Count(item => item.IsOverdue(standing.Incidents[item.Incident], standing.Now));
        var nobodys = items.Count(item => item.Owner is null);
        var words = $"{items.Count} open {(items.Count == 1 ? "action item" : "action items")}, {(overdue == 0 ? "none" : overdue)} overdue";
        return unowned && nobodys > 0 ? $"{words}, {nobodys} without an owner." : $"{words}.";
    }

    internal static RichText Unfinished(UnfinishedPostmortem postmortem, Standing standing, Place? room)
    {
        var (incident, status, resolvedAt) = postmortem;
        var sentence = Of($"The postmortem of {Bold(incident.Id.Label)} {incident.Title} {(status is { } begun ? $"is {ReviewCards.StatusWord(begun)}" : "has not been started")}; the incident was resolved {Words.Days((standing.Now - resolvedAt).Days)} ago.");
        var prefix = standing.CommandPrefix(incident.Id.Workspace);
        var command = room is not null && incident.LivesIn(room) ? $"{prefix} postmortem" : $"{prefix} postmortem {incident.Id.Label}";
        return sentence + (status is null ? Of($" Begin with {Code(command)}.")
            : status is PostmortemStatus.Reviewed ? Of($" Publish it with {Code($"{command} publish")}.")
            : Of($" Go on with {Code(command)}."));
    }
}
