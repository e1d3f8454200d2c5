using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Finds which incident an event belongs to, by the room, the thread and the message that it is about.</summary>
internal static class Belonging
{
    /// <summary>A message keeps its entry when its channel gets another id.</summary>
    public static async Task<TimelineEntry?> EntryAsync(this IStore store, Incident incident, MessageRef message, CancellationToken ct)
    {
        var entry = await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(message), ct);
        foreach (var former in incident.FormerChannels) entry ??= await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(new(former, message.Id)), ct);
        return entry;
    }

    /// <summary>Of the incidents of a room the one whose timeline has the message.</summary>
    public static async Task<(Incident Incident, TimelineEntry Entry)?> WithEntryAsync(this IStore store, Place place, MessageRef message, CancellationToken ct)
    {
        foreach (var incident in await store.Incidents.InRoomAsync(place, ct))
            if (await store.EntryAsync(incident, message, ct) is { } entry) return (incident, entry);
        return null;
    }

    /// <summary>The card at the head of the thread. A thread that is a room itself has none: which incident speaks there is a matter of time.</summary>
    public static async Task<string?> ThreadCardAsync(this IStore store, Place place, CancellationToken ct)
    {
        if (place.Thread is not { } thread || await store.Cards.KeyAsync(new(place.Channel, thread), ct) is not { } key) return null;
        return CardKeys.RoomIncident(key) is { } id && (await store.Incidents.FindAsync(id, ct))?.Room == place ? null : key;
    }

    /// <summary>The incident that a message belongs to: the one of the card in whose thread it stands, else the one that its room served when it was posted.</summary>
    public static async Task<Incident?> OwnerAsync(this IStore store, ChatEvent said, MessageRef message, string? threadCard, CancellationToken ct)
    {
        if (CardKeys.RoomIncident(threadCard) is { } named) return await store.Incidents.FindAsync(named, ct);
        var ofRoom = await store.Incidents.InRoomAsync(said.Place, ct);
        if (said is not (HighlightSet or MessageChosen)) return ofRoom.FirstOrDefault(incident => incident.Hears(Routing.PostedAt(said)));
        foreach (var incident in ofRoom)
            if (await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(message), ct) is not null) return incident;
        return ofRoom is [var newest, ..] ? newest : null;
    }

    public static async Task<Incident?> NewestInRoomAsync(this IStore store, Place place, CancellationToken ct) => await store.Incidents.InRoomAsync(place, ct) is [var newest, ..] ? newest : null;
}
