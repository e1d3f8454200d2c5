using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Reads what a decision needs.</summary>
public sealed class Loader(IStore store, Chats chats, BotSettings settings, TimeProvider time)
{
    private const int Page = 1000;

    /// <summary>For an event: what its use case needs, and what belongs to the message that it is about.</summary>
    /// <param name="reading">Of the room's own history, for a draft.</param>
    public async Task<Situation> ForAsync(ChatEvent said, RoomReading? reading, CancellationToken ct)
    {
        if (said is AlertsHeard heard) return await AlertReading.ReadAsync(store, heard, await LoadAsync(said.Place, null, HearAlerts.NeedsOf, null, ct), ct);
        var threadCard = await ThreadCardAsync(said.Place, ct);
        var needs = Routing.NeedsOf(said, threadCard);
        if (Routing.MessageOf(said) is not { } message)
            return await WithReviewAsync(said, await ForAsync(said.Place, OfThread(needs, threadCard), reading, ct) with { ThreadCard = threadCard }, ct);
        var incident = await OwnerAsync(said, message, threadCard, ct);
        var inReview = CardKeys.IsReview(threadCard);
        if (!inReview && incident is not null && IsChat(incident) && SaidToReview.MayBeIn(said)) (inReview, needs) = (true, AnswerReview.NeedsOf(said, incident.Id));
        var situation = await LoadAsync(said.Place, incident, needs, reading, ct) with { ThreadCard = threadCard };
        return incident is null ? situation : situation with
        {
            Entry = await EntryAsync(incident, message, ct),
            ItemFromMessage = inReview ? await store.ActionItems.FromMessageAsync(message, ct) : null,
        };
    }

    /// <summary>For messages that are captured together: as for each alone, with every thing read once. What a reply in a review needs is left out.</summary>
    public async Task<IReadOnlyList<Situation>> ForAsync(IReadOnlyList<MessagePosted> together, CancellationToken ct)
    {
        var places = new Dictionary<Place, (string? Card, Incident? Named, IReadOnlyList<Incident> OfRoom)>();
        foreach (var place in together.Select(said => said.Place).Distinct())
        {
            var card = await ThreadCardAsync(place, ct);
            places[place] = CardKeys.RoomIncident(card) is { } named ? (card, await store.Incidents.FindAsync(named, ct), []) : (card, null, await store.Incidents.InRoomAsync(place, ct));
        }
        var situations = new List<Situation>(together.Count);
        foreach (var said in together)
        {
            var (card, named, ofRoom) = places[said.Place];
            var incident = named ?? ofRoom.FirstOrDefault(incident => incident.Hears(said.At));
            situations.Add(await LoadAsync(said.Place, incident, Needs.Room, null, ct) with { ThreadCard = card });
        }
        return await WithEntriesAsync(situations, together, ct);
    }

    public async Task<Situation> ForAsync(Place place, Needs needs, CancellationToken ct)
    {
        var threadCard = await ThreadCardAsync(place, ct);
        return await ForAsync(place, OfThread(needs, threadCard), null, ct) with { ThreadCard = threadCard };
    }

    /// <summary>The incident whose draft an event is to make; null when it makes none.</summary>
    public async Task<Incident?> DraftedByAsync(ChatEvent said, CancellationToken ct)
    {
        var threadCard = await ThreadCardAsync(said.Place, ct);
        var needs = OfThread(Routing.NeedsOf(said, threadCard), threadCard);
        if (!needs.Timeline && !needs.TimelineAtRest) return SaidToReview.MayAskForDraft(said) ? await DraftedInChatAsync((MessagePosted)said, ct) : null;
        var incident = needs.Incident is { } named ? await store.Incidents.FindAsync(named, ct) : await NewestInRoomAsync(said.Place, ct);
        if (incident is null || needs.Timeline) return incident;
        return await store.Postmortems.FindAsync(incident.Id, ct) is { Standing: null } || incident.RoomGone ? incident : null;
    }

    private async Task<Situation> ForAsync(Place place, Needs needs, RoomReading? reading, CancellationToken ct)
    {
        if (needs.EntryOf is { } message && await WithEntryAsync(place, message, ct) is var (owner, entry)) return await LoadAsync(place, owner, needs, reading, ct) with { Entry = entry };
        var item = needs.ActionItem is { } id ? await store.ActionItems.FindAsync(id, ct) : null;
        var lucky = needs.LuckyBreak is { } asked ? await store.LuckyBreaks.FindAsync(asked, ct) : null;
        var round = needs.Round is { } reflected ? await store.Reflections.FindAsync(reflected, ct) : null;
        var consequence = needs.Consequence is { } followed ? await store.ErrorBudgets.ConsequenceAsync(followed, ct) : null;
        var incident = (needs.Incident ?? item?.Incident ?? lucky?.Incident ?? round?.Incident ?? consequence?.Incident) is { } named ? await store.Incidents.FindAsync(named, ct) : await NewestInRoomAsync(place, ct);
        var situation = await LoadAsync(place, incident, needs, reading, ct) with { ActionItem = item, LuckyBreak = lucky, Round = round, Consequence = consequence };
        return item?.LuckyBreak is { } safeguarded && await store.LuckyBreaks.FindAsync(safeguarded, ct) is { } one ? situation with { Luck = new([one], [item]) } : situation;
    }

    private async Task<Incident?> DraftedInChatAsync(MessagePosted said, CancellationToken ct) =>
        await OwnerAsync(said, said.Message, null, ct) is { } incident && IsChat(incident) && await store.Postmortems.FindAsync(incident.Id, ct) is { Standing: not null } ? incident : null;

    /// <summary>For a command that a message gives: it may be a reply in a review.</summary>
    private async Task<Situation> WithReviewAsync(ChatEvent said, Situation now, CancellationToken ct) => said is CommandGiven { Message: { } message } given && now.Incident is { } incident && !SaidToReview.IsCommand(given, given.Text)
        ? now with { Postmortem = now.Postmortem ?? await store.Postmortems.FindAsync(incident.Id, ct), ItemFromMessage = await store.ActionItems.FromMessageAsync(message, ct) }
        : now;

    private bool IsChat(Incident incident) => incident.Room is { } room && chats.RoomKind(room) is RoomKind.Chat;

    // A room may serve several incidents; the card at the head of a thread tells which.
    private static Needs OfThread(Needs needs, string? threadCard) => needs is { ActionItem: null, LuckyBreak: null, Round: null, Consequence: null } ? needs with { Incident = needs.Incident ?? CardKeys.RoomIncident(threadCard) } : needs;

    /// <summary>A message keeps its entry when its channel gets another id.</summary>
    private async Task<TimelineEntry?> EntryAsync(Incident incident, MessageRef message, CancellationToken ct)
    {
        var entry = await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(message), ct);
        foreach (var former in incident.FormerChannels) entry ??= await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(new(former, message.Id)), ct);
        return entry;
    }

    private async Task<(Incident Incident, TimelineEntry Entry)?> WithEntryAsync(Place place, MessageRef message, CancellationToken ct)
    {
        foreach (var incident in await store.Incidents.InRoomAsync(place, ct))
            if (await EntryAsync(incident, message, ct) is { } entry) return (incident, entry);
        return null;
    }

    private async Task<IReadOnlyList<Situation>> WithEntriesAsync(IReadOnlyList<Situation> situations, IReadOnlyList<MessagePosted> together, CancellationToken ct)
    {
        string[] ids = [.. together.Select(said => TimelineEntry.IdOf(said.Message))];
        var entries = new Dictionary<(IncidentId?, string), TimelineEntry>();
        foreach (var incident in situations.Select(now => now.Incident?.Id).OfType<IncidentId>().Distinct())
            foreach (var entry in await store.Timeline.FindAsync(incident, [.. ids.Where((_, index) => situations[index].Incident?.Id == incident)], ct))
                entries[(incident, entry.Id)] = entry;
        return [.. situations.Select((now, index) => now with { Entry = entries.GetValueOrDefault((now.Incident?.Id, ids[index])) })];
    }

    /// <summary>The card at the head of the thread. A thread that is a room itself has none: which incident speaks there is a matter of time.</summary>
    private async Task<string?> ThreadCardAsync(Place place, CancellationToken ct)
    {
        if (place.Thread is not { } thread || await store.Cards.KeyAsync(new(place.Channel, thread), ct) is not { } key) return null;
        return CardKeys.RoomIncident(key) is { } id && (await store.Incidents.FindAsync(id, ct))?.Room == place ? null : key;
    }

    /// <summary>The incident that a message belongs to: the one of the card in whose thread it stands, else the one that its room served when it was posted.</summary>
    private async Task<Incident?> OwnerAsync(ChatEvent said, MessageRef message, string? threadCard, CancellationToken ct)
    {
        if (CardKeys.RoomIncident(threadCard) is { } named) return await store.Incidents.FindAsync(named, ct);
        var ofRoom = await store.Incidents.InRoomAsync(said.Place, ct);
        if (said is not (HighlightSet or MessageChosen)) return ofRoom.FirstOrDefault(incident => incident.Hears(Routing.PostedAt(said)));
        foreach (var incident in ofRoom)
            if (await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOf(message), ct) is not null) return incident;
        return ofRoom is [var newest, ..] ? newest : null;
    }

    private async Task<Incident?> NewestInRoomAsync(Place place, CancellationToken ct) => await store.Incidents.InRoomAsync(place, ct) is [var newest, ..] ? newest : null;

    private async Task<Situation> LoadAsync(Place place, Incident? incident, Needs needs, RoomReading? reading, CancellationToken ct)
    {
        var workspace = place.Channel.Workspace;
        var chat = chats.For(workspace);
        var here = chat.CapabilitiesAt(place.Channel);
        var situation = new Situation
        {
            Settings = settings,
            Incident = incident,
            CommandPrefix = chat.CommandPrefix,
            Chat = here,
            RoomKind = incident?.Room is { } room ? chat.CapabilitiesAt(room.Channel).Rooms : here.Rooms,
            LinkTo = chat.LinkTo,
        };
        if (needs.Counters) situation = await WithCountersAsync(situation, workspace, ct);
        if (needs.Incidents is { } query) situation = situation with { Incidents = await store.Incidents.ListAsync(workspace, query, ct) };
        if (needs.RoomIncidents) situation = situation with { Incidents = place.Thread is null ? await store.Incidents.InChannelAsync(place.Channel, ct) : await store.Incidents.InRoomAsync(place, ct) };
        if (needs.RoomReviews) situation = situation with { Reviews = await ReviewsAsync(situation.Incidents, ct) };
        if (needs.WorkspaceItems is { } scope) situation = await WithWorkspaceItemsAsync(situation, workspace, scope, ct);
        if (needs.WorkspaceLuck) situation = await WithWorkspaceLuckAsync(situation, workspace, ct);
        if (needs.Happened is { } once) situation = situation with { Happened = await store.HappenedAsync(once, ct) };
        if (needs.Slos is { } budgets && (budgets is SloScope.All || incident is not null)) situation = situation with { Slos = await LedgerReading.ReadAsync(store, settings.Slos, budgets, incident, time.GetUtcNow(), ct) };
        if (needs.Rounds) situation = situation with { Rounds = await RoundsAsync(place, incident, ct) };
        return incident is null ? situation : await OfIncidentAsync(situation, incident, needs, reading, ct);
    }

    private async Task<Situation> OfIncidentAsync(Situation situation, Incident incident, Needs needs, RoomReading? reading, CancellationToken ct)
    {
        if (needs.Postmortem || needs.LuckyBreak is not null) situation = await WithLuckAsync(situation, incident, ct);
        if (needs.Postmortem) situation = situation with { Postmortem = await store.Postmortems.FindAsync(incident.Id, ct) };
        if ((needs.PublishedVersion is 0 ? situation.Postmortem?.Publications.Count : needs.PublishedVersion) is > 0 and var number) situation = situation with { PublishedVersion = await store.PostmortemVersions.FindAsync(incident.Id, number, ct) };
        if (needs.ActionItems) situation = situation with { ActionItems = await store.ActionItems.OfIncidentAsync(incident.Id, ct) };
        if (needs.Alerts) situation = situation with { Alerts = AlertLedger.Empty with { OfIncidents = await store.Alerts.OfIncidentAsync(incident.Id, ct) } };
        if (situation is { Postmortem.ClassAsked: false, Incident.Class: null, Slos.Charges.Count: > 0 }) situation = situation with { KnownClasses = await LedgerReading.ClassesAsync(store, situation.Slos, incident, ct) };
        if (needs.NoteOf is { } message) situation = situation with { Note = await store.Timeline.FindAsync(incident.Id, TimelineEntry.IdOfNote(message), ct) };
        if (needs.LastEntries > 0) situation = situation with { Timeline = await store.Timeline.LastAsync(incident.Id, needs.LastEntries, ct), RoomCheck = await CheckAsync(incident, ct) };
        if (needs.Highlights) situation = situation with { Highlights = [.. (await WholeTimelineAsync(incident.Id, ct)).Where(entry => entry.Highlighted)] };
        return needs.Timeline || needs.TimelineAtRest || needs.TimelineAsHeard ? await WithTimelineAsync(situation, incident, reading, ct) : situation;
    }

    private async Task<IReadOnlyList<Postmortem>> ReviewsAsync(IReadOnlyList<Incident> incidents, CancellationToken ct)
    {
        var reviews = new List<Postmortem>();
        foreach (var incident in incidents)
            if (await store.Postmortems.FindAsync(incident.Id, ct) is { } review) reviews.Add(review);
        return reviews;
    }

    private async Task<RoomCheck?> CheckAsync(Incident incident, CancellationToken ct) => incident.Room is { } room ? (await store.RoomHistories.FindAsync(room, ct))?.CheckOf(incident.Id) : null;

    private async Task<Situation> WithCountersAsync(Situation situation, string workspace, CancellationToken ct) => situation with
    {
        IncidentCounter = await store.CounterAsync(Counter.NameOf(workspace, Counter.Incidents), ct),
        RoundCounter = await store.CounterAsync(Counter.NameOf(workspace, Counter.Rounds), ct),
        ActionItemCounter = await store.CounterAsync(Counter.NameOf(workspace, Counter.ActionItems), ct),
    };

    private async Task<Situation> WithWorkspaceItemsAsync(Situation situation, string workspace, ItemScope scope, CancellationToken ct)
    {
        var items = scope switch
        {
            ItemScope.Open => await store.ActionItems.OpenAsync(workspace, ct),
            ItemScope.All => await store.ActionItems.ListAsync(workspace, int.MaxValue, ct),
        };
        return situation with { WorkspaceItems = items, Incidents = await WithIncidentsAsync(situation.Incidents, items.Select(item => item.Incident), ct) };
    }

    private async Task<IReadOnlyList<ReflectionRound>> RoundsAsync(Place place, Incident? incident, CancellationToken ct)
    {
        var asked = await store.Reflections.InChannelAsync(place.Channel, ct);
        return incident is not null && await store.Reflections.FindAsync(RoundId.PulseOf(incident.Id), ct) is { } pulse ? [pulse, .. asked.Where(round => round.Id != pulse.Id)] : asked;
    }

    private async Task<Situation> WithLuckAsync(Situation situation, Incident incident, CancellationToken ct) => situation with
    {
        Luck = await LuckReading.OfIncidentAsync(store, incident.Id, ct),
        LuckCounter = await store.CounterAsync(Counter.NameOf(incident.Id.Workspace, Counter.LuckyBreaks), ct),
    };

    private async Task<Situation> WithWorkspaceLuckAsync(Situation situation, string workspace, CancellationToken ct)
    {
        var luck = await LuckReading.OfWorkspaceAsync(store, workspace, ct);
        return situation with { Luck = luck, Incidents = await WithIncidentsAsync(situation.Incidents, luck.Breaks.Select(one => one.Incident), ct) };
    }

    private async Task<IReadOnlyList<Incident>> WithIncidentsAsync(IReadOnlyList<Incident> known, IEnumerable<IncidentId> wanted, CancellationToken ct)
    {
        var incidents = known.ToList();
        foreach (var id in wanted.Except(known.Select(incident => incident.Id)).ToList())
            if (await store.Incidents.FindAsync(id, ct) is { } incident) incidents.Add(incident);
        return incidents;
    }

    private async Task<Situation> WithTimelineAsync(Situation situation, Incident incident, RoomReading? reading, CancellationToken ct)
    {
        var entries = await WholeTimelineAsync(incident.Id, ct);
        return situation with
        {
            Timeline = entries,
            Highlights = [.. entries.Where(entry => entry.Highlighted)],
            ReviewHead = await store.Cards.MessageAsync(CardKeys.Review(incident.Id), ct),
            MessagesKnownToChat = reading?.CountOf(incident.Id),
            HistoryUnreadable = reading?.Unreadable,
        };
    }

    private async Task<IReadOnlyList<TimelineEntry>> WholeTimelineAsync(IncidentId id, CancellationToken ct)
    {
        var entries = new List<TimelineEntry>();
        for (var page = await store.Timeline.PageAsync(id, null, Page, ct); page.Count > 0; page = await store.Timeline.PageAsync(id, page[^1].SortKey, Page, ct))
            entries.AddRange(page);
        return entries;
    }
}
