using IncidentBot.Core.Alerts;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Reads what a decision needs of its incident.</summary>
internal static class IncidentReading
{
    private const int Page = 1000;

    public static async Task<Situation> ReadAsync(IStore store, Situation situation, Incident incident, Needs needs, RoomReading? reading, CancellationToken ct)
    {
        if (needs.Postmortem || needs.LuckyBreak is not null) situation = await WithLuckAsync(store, situation, incident, ct);
        if (needs.Postmortem) situation = situation with { Postmortem = await store.Postmortems.FindAsync(incident.Id, ct) };
        if ((needs.PublishedVersion is 0 ? situation.Postmortem?.Publications.Count : needs.PublishedVersion) is > 0 and var number) situation = situation with { PublishedVersion = await store.PostmortemVersions.FindAsync(incident.Id, number, ct) };
        if (needs.ActionItems) situation = situation with { ActionItems = await store.ActionItems.OfIncidentAsync(incident.Id, ct) };
        if (needs.Alerts) situation = situation with { Alerts = AlertLedger.Empty with { OfIncidents = await store.Alerts.OfIncidentAsync(incident.Id, ct) } };
        if (situation is { Postmortem.ClassAsked: false, Incident.Class: null, Slos.Charges.Count: > 0 }) situation = situation with { KnownClasses = await LedgerReading.ClassesAsync(store, situation.Slos, incident, ct) };
        if (needs.NoteOf is { } message) situation = situation with { Note = await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOfNote(message), ct) };
        if (needs.LastEntries > 0) situation = situation with { Timeline = await store.Timeline.LastAsync(incident.Id, needs.LastEntries, ct), RoomCheck = await CheckAsync(store, incident, ct) };
        if (needs.Highlights) situation = situation with { Highlights = [.. (await WholeTimelineAsync(store, incident.Id, ct)).Where(entry => entry.Highlighted)] };
        return needs.Timeline || needs.TimelineAtRest || needs.TimelineAsHeard ? await WithTimelineAsync(store, situation, incident, reading, ct) : situation;
    }

    /// <summary>Those that are known, and the others that are wanted.</summary>
    public static async Task<IReadOnlyList<Incident>> WithAsync(IStore store, IReadOnlyList<Incident> known, IEnumerable<IncidentId> wanted, CancellationToken ct)
    {
        var incidents = known.ToList();
        foreach (var id in wanted.Except(known.Select(incident => incident.Id)).ToList())
            if (await store.Incidents.FindAsync(id, ct) is { } incident) incidents.Add(incident);
        return incidents;
    }

    private static async Task<RoomCheck?> CheckAsync(IStore store, Incident incident, CancellationToken ct) => incident.Room is { } room ? (await store.RoomHistories.FindAsync(room, ct))?.CheckOf(incident.Id) : null;

    private static async Task<Situation> WithLuckAsync(IStore store, Situation situation, Incident incident, CancellationToken ct) => situation with
    {
        Luck = await LuckReading.OfIncidentAsync(store, incident.Id, ct),
        LuckCounter = await store.CounterAsync(Counter.NameOf(incident.Id.Workspace, Counter.LuckyBreaks), ct),
    };

    private static async Task<Situation> WithTimelineAsync(IStore store, Situation situation, Incident incident, RoomReading? reading, CancellationToken ct)
    {
        var entries = await WholeTimelineAsync(store, incident.Id, ct);
        return situation with
        {
            Timeline = entries,
            Highlights = [.. entries.Where(entry => entry.Highlighted)],
            ReviewHead = await store.Cards.MessageAsync(CardKeys.Review(incident.Id), ct),
            MessagesKnownToChat = reading?.CountOf(incident.Id),
            HistoryUnreadable = reading?.Unreadable,
        };
    }

    private static async Task<IReadOnlyList<TimelineEntry>> WholeTimelineAsync(IStore store, IncidentId id, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        for (var page = await store.Timeline.PageAsync(id, null, Page, ct); page.Count > 0; page = await store.Timeline.PageAsync(id, page[^1].SortKey, Page, ct))
            entries.AddRange(page);
        return entries;
    }
}
