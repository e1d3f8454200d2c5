using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Reads what a decision needs.</summary>
public sealed class Loader(IStore store, Chats chats, BotSettings settings)
{
    private const int Page = 1000;

    /// <summary>For an event: what its use case needs, and what belongs to the message that it is about.</summary>
    public async Task<Situation> ForAsync(ChatEvent said, CancellationToken ct)
    {
        var threadCard = said.Place.Thread is { } thread ? await store.Cards.KeyAsync(new(said.Place.Channel, thread), ct) : null;
        var situation = await ForAsync(said.Place, Routing.NeedsOf(said, threadCard), ct) with { ThreadCard = threadCard };
        if (Routing.MessageOf(said) is not { } message || situation.Incident is not { } incident) return situation;
        return situation with
        {
            Entry = await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(message), ct),
            ItemFromMessage = CardKeys.IsReview(threadCard) ? await store.ActionItems.FromMessageAsync(message, ct) : null,
        };
    }

    public async Task<Situation> ForAsync(Place place, Needs needs, CancellationToken ct)
    {
        var workspace = place.Channel.Workspace;
        var chat = chats.For(workspace).Capabilities;
        var item = needs.ActionItem is { } id ? await store.ActionItems.FindAsync(id, ct) : null;
        var incident = (needs.Incident ?? item?.Incident) is { } named ? await store.Incidents.FindAsync(named, ct) : await store.Incidents.InRoomAsync(place, ct);
        var situation = new Situation { Settings = settings, Incident = incident, ActionItem = item, CommandPrefix = chat.CommandPrefix, CanOpenRooms = chat.Rooms };
        if (needs.Counters) situation = await WithCountersAsync(situation, workspace, ct);
        if (needs.Incidents is { } query) situation = situation with { Incidents = await store.Incidents.ListAsync(workspace, query, ct) };
        if (needs.WorkspaceItems is { } scope) situation = await WithWorkspaceItemsAsync(situation, workspace, scope, ct);
        return incident is null ? situation : await OfIncidentAsync(situation, incident, needs, ct);
    }

    private async Task<Situation> OfIncidentAsync(Situation situation, Incident incident, Needs needs, CancellationToken ct)
    {
        if (needs.Postmortem) situation = situation with { Postmortem = await store.Postmortems.FindAsync(incident.Id, ct) };
        if (needs.ActionItems) situation = situation with { ActionItems = await store.ActionItems.OfIncidentAsync(incident.Id, ct) };
        if (needs.LastEntries > 0) situation = situation with { Timeline = await store.Timeline.LastAsync(incident.Id, needs.LastEntries, ct) };
        if (needs.Highlights) situation = situation with { Highlights = [.. (await WholeTimelineAsync(incident.Id, ct)).Where(entry => entry.Highlighted)] };
        return needs.Timeline ? await WithTimelineAsync(situation, incident, ct) : situation;
    }

    private async Task<Situation> WithCountersAsync(Situation situation, string workspace, CancellationToken ct) => situation with
    {
        IncidentCounter = await store.CounterAsync(Counter.NameOf(workspace, Counter.Incidents), ct),
        ActionItemCounter = await store.CounterAsync(Counter.NameOf(workspace, Counter.ActionItems), ct),
    };

    private async Task<Situation> WithWorkspaceItemsAsync(Situation situation, string workspace, ItemScope scope, CancellationToken ct)
    {
        var items = scope switch
        {
            ItemScope.Open => await store.ActionItems.OpenAsync(workspace, ct),
            ItemScope.All => await store.ActionItems.ListAsync(workspace, int.MaxValue, ct),
        };
        var known = new List<Incident>();
        foreach (var id in items.Select(item => item.Incident).Distinct())
            if (await store.Incidents.FindAsync(id, ct) is { } incident) known.Add(incident);
        return situation with { WorkspaceItems = items, Incidents = known };
    }

    private async Task<Situation> WithTimelineAsync(Situation situation, Incident incident, CancellationToken ct)
    {
        situation = situation with { Timeline = await WholeTimelineAsync(incident.Id, ct) };
        if (incident.Room is not { } room) return situation with { HistoryUnreadable = "the room is not open" };
        try
        {
            var known = 0;
            await foreach (var message in chats.For(room.Channel.Workspace).HistoryAsync(room, incident.DeclaredAt, ct))
                if (await BelongsToTimelineAsync(message, ct)) known++;
            return situation with { MessagesKnownToChat = known };
        }
        catch (ChatException refused)
        {
            return situation with { HistoryUnreadable = refused.Message };
        }
    }

    private async Task<IReadOnlyList<TimelineEntry>> WholeTimelineAsync(IncidentId id, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        for (var page = await store.Timeline.PageAsync(id, null, Page, ct); page.Count > 0; page = await store.Timeline.PageAsync(id, page[^1].SortKey, Page, ct))
            entries.AddRange(page);
        return entries;
    }

    // What is said in the review thread belongs to the postmortem, not to the timeline.
    private async Task<bool> BelongsToTimelineAsync(MessagePosted message, CancellationToken ct) =>
        message.Place.Thread is not { } thread || !CardKeys.IsReview(await store.Cards.KeyAsync(new(message.Place.Channel, thread), ct));
}
