using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems;

/// <summary>Adds an action item to an incident, numbered by the workspace's counter.</summary>
public static class AddActionItem
{
    public static Decision Decide(Incident incident, Call call, Situation now) => ActionItemText.Read(call.Words, call.Mentions, Zones.DateIn(call.At, call.By.TimeZone)) switch
    {
        ActionItemReading.Item written => From(written, call.Said, incident, now),
        ActionItemReading.Refused refused => call.Refuse(refused.Sentence),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The item with its timeline entry, and its card where it was said or else in the incident's room.</summary>
    /// <param name="source">The reply in the review that it comes from.</param>
    public static Decision From(ActionItemReading.Item written, ChatEvent said, Incident incident, Situation now, MessageRef? source = null)
    {
        var next = now.ActionItemCounter.Next();
        var item = new ActionItem
        {
            Id = new(incident.Id.Workspace, next.Value),
            Incident = incident.Id,
            Text = written.Text,
            Owner = written.Owner,
            Priority = written.Priority,
            Due = written.Due,
            Ticket = written.Ticket,
            AddedBy = said.By,
            AddedAt = said.At,
            Source = source,
        };
        var card = ActionItemCards.Standing(item, incident, said.At);
        return new()
        {
            Save = [next, item],
            Record = [ChangedItem.Entry(item, incident, said, ActionItemCards.Added(item))],
            Say = [ChangedItem.RoomFor(incident, said, now) is { } room ? new Say(room, card, CardKeys.ActionItem(item.Id)) : new Whisper(said.Place, said.By.Ref, card), .. ChangedItem.OwnerOutside(item, incident, said)],
        };
    }
}
