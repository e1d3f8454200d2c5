using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.ActionItems;

/// <summary>What every change of an item has in common: it is saved, on the timeline, and shown on the item's card.</summary>
internal static class ChangedItem
{
    /// <param name="item">The new state, with the version that was read.</param>
    public static Decision Of(ActionItem item, Incident incident, ChatEvent said, string entry) => new()
    {
        Save = [item],
        Record = [Entry(item, incident, said, entry)],
        Say = [Card(item, incident, said)],
    };

    /// <summary>The item's card as it reads now, where it stands.</summary>
    public static Say Card(ActionItem item, Incident incident, ChatEvent said) =>
        new((incident.Room ?? said.Place).Top, ActionItemCards.Standing(item, incident, said.At), CardKeys.ActionItem(item.Id)) { OnlyUpdate = true };

    /// <summary>As <see cref="Of"/>, and everybody in the incident's room is told; so is who did it when they are elsewhere.</summary>
    public static Decision Told(ActionItem item, Incident incident, ChatEvent said, Situation now, string entry, RichText sentence)
    {
        var told = new List<Saying>();
        if (RoomFor(incident, said, now) is { } room) told.Add(new Say(room, Chat.Card.Of(sentence)));
        if (!now.IsHome(incident, said)) told.Add(Privately(said, sentence));
        return Of(item, incident, said, entry).And(new() { Say = told });
    }

    /// <summary>Where the incident's people hear it: where it was said when that is in the incident's room or review, else the room; null when there is none.</summary>
    public static Place? RoomFor(Incident incident, ChatEvent said, Situation now) => now.IsHome(incident, said) ? said.Place : IncidentSayings.RoomOf(incident);

    /// <summary>Who may not see a private incident is not reminded of its items: said when such a person becomes the owner.</summary>
    public static IReadOnlyList<Saying> OwnerOutside(ActionItem item, Incident incident, ChatEvent said) =>
        item.Owner is { } owner && !incident.VisibleTo(owner.Ref) ? [Privately(said, ActionItemCards.OwnerOutside(item, owner))] : [];

    public static Whisper Privately(ChatEvent said, RichText sentence) => new(said.Place, said.By.Ref, Chat.Card.Of(sentence));

    public static TimelineEntry Entry(ActionItem item, Incident incident, ChatEvent said, string text) => new()
    {
        Id = $"action:{item.Id.Label}:v{item.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
        Incident = incident.Id,
        Kind = EntryKind.ActionItem,
        At = said.At,
        By = said.By,
        Text = text,
        AfterResolution = !incident.IsOpen,
    };
}
