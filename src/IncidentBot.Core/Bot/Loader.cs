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
    /// <summary>For an event: what its use case needs, and what belongs to the message that it is about.</summary>
    /// <param name="reading">Of the room's own history, for a draft.</param>
    public async Task<Situation> ForAsync(ChatEvent said, RoomReading? reading, CancellationToken ct)
    {
        if (said is AlertsHeard heard) return await AlertReading.ReadAsync(store, heard, await LoadAsync(said.Place, null, HearAlerts.NeedsOf, null, ct), ct);
        var threadCard = await store.ThreadCardAsync(said.Place, ct);
        var needs = Routing.NeedsOf(said, threadCard);
        if (Routing.MessageOf(said) is not { } message)
            return await WithReviewAsync(said, await ForAsync(said.Place, OfThread(needs, threadCard), reading, ct) with { ThreadCard = threadCard }, ct);
        var incident = await store.OwnerAsync(said, message, threadCard, ct);
        var inReview = CardKeys.IsReview(threadCard);
        if (!inReview && incident is not null && IsChat(incident) && SaidToReview.MayBeIn(said)) (inReview, needs) = (true, AnswerReview.NeedsOf(said, incident.Id));
        var situation = await LoadAsync(said.Place, incident, needs, reading, ct) with { ThreadCard = threadCard };
        return incident is null ? situation : situation with
        {
            Entry = await store.EntryAsync(incident, message, ct),
            ItemFromMessage = inReview ? await store.ActionItems.FromMessageAsync(message, ct) : null,
        };
    }

    /// <summary>For messages that are captured together: as for each alone, with every thing read once. What a reply in a review needs is left out.</summary>
    public async Task<IReadOnlyList<Situation>> ForAsync(IReadOnlyList<MessagePosted> together, CancellationToken ct)
    {
        var places = new Dictionary<Place, (string? Card, Incident? Named, IReadOnlyList<Incident> OfRoom)>();
        foreach (var place in together.Select(said => said.Place).Distinct())
        {
            var card = await store.ThreadCardAsync(place, ct);
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
        var threadCard = await store.ThreadCardAsync(place, ct);
        return await ForAsync(place, OfThread(needs, threadCard), null, ct) with { ThreadCard = threadCard };
    }

    /// <summary>The incident whose draft an event is to make; null when it makes none.</summary>
    public async Task<Incident?> DraftedByAsync(ChatEvent said, CancellationToken ct)
    {
        var threadCard = await store.ThreadCardAsync(said.Place, ct);
        var needs = OfThread(Routing.NeedsOf(said, threadCard), threadCard);
        if (!needs.Timeline && !needs.TimelineAtRest) return SaidToReview.MayAskForDraft(said) ? await DraftedInChatAsync((MessagePosted)said, ct) : null;
        var incident = needs.Incident is { } named ? await store.Incidents.FindAsync(named, ct) : await store.NewestInRoomAsync(said.Place, ct);
        if (incident is null || needs.Timeline) return incident;
        return await store.Postmortems.FindAsync(incident.Id, ct) is { Standing: null } || incident.RoomGone ? incident : null;
    }

    private async Task<Situation> ForAsync(Place place, Needs needs, RoomReading? reading, CancellationToken ct)
    {
        if (needs.EntryOf is { } message && await store.WithEntryAsync(place, message, ct) is var (owner, entry)) return await LoadAsync(place, owner, needs, reading, ct) with { Entry = entry };
        var item = needs.ActionItem is { } id ? await store.ActionItems.FindAsync(id, ct) : null;
        var lucky = needs.LuckyBreak is { } asked ? await store.LuckyBreaks.FindAsync(asked, ct) : null;
        var round = needs.Round is { } reflected ? await store.Reflections.FindAsync(reflected, ct) : null;
        var consequence = needs.Consequence is { } followed ? await store.ErrorBudgets.ConsequenceAsync(followed, ct) : null;
        var incident = (needs.Incident ?? item?.Incident ?? lucky?.Incident ?? round?.Incident ?? consequence?.Incident) is { } named ? await store.Incidents.FindAsync(named, ct) : await store.NewestInRoomAsync(place, ct);
        var situation = await LoadAsync(place, incident, needs, reading, ct) with { ActionItem = item, LuckyBreak = lucky, Round = round, Consequence = consequence };
        return item?.LuckyBreak is { } safeguarded && await store.LuckyBreaks.FindAsync(safeguarded, ct) is { } one ? situation with { Luck = new([one], [item]) } : situation;
    }

    private async Task<Incident?> DraftedInChatAsync(MessagePosted said, CancellationToken ct) =>
        await store.OwnerAsync(said, said.Message, null, ct) is { } incident && IsChat(incident) && await store.Postmortems.FindAsync(incident.Id, ct) is { Standing: not null } ? incident : null;

    /// <summary>For a command that a message gives: it may be a reply in a review.</summary>
    private async Task<Situation> WithReviewAsync(ChatEvent said, Situation now, CancellationToken ct) => said is CommandGiven { Message: { } message } given && now.Incident is { } incident && !SaidToReview.IsCommand(given, given.Text)
        ? now with { Postmortem = now.Postmortem ?? await store.Postmortems.FindAsync(incident.Id, ct), ItemFromMessage = await store.ActionItems.FromMessageAsync(message, ct) }
        : now;

    private bool IsChat(Incident incident) => incident.Room is { } room && chats.RoomKind(room) is RoomKind.Chat;

    // A room may serve several incidents; the card at the head of a thread tells which.
    private static Needs OfThread(Needs needs, string? threadCard) => needs is { ActionItem: null, LuckyBreak: null, Round: null, Consequence: null } ? needs with { Incident = needs.Incident ?? CardKeys.RoomIncident(threadCard) } : needs;

    private async Task<IReadOnlyList<Situation>> WithEntriesAsync(IReadOnlyList<Situation> situations, IReadOnlyList<MessagePosted> together, CancellationToken ct)
    {
        string[] ids = [.. together.Select(said => TimelineEntry.IdOf(said.Message))];
        var entries = new Dictionary<(IncidentId?, string), TimelineEntry>();
        foreach (var incident in situations.Select(now => now.Incident?.Id).OfType<IncidentId>().Distinct())
            foreach (var entry in await store.Timeline.FindAsync(incident, [.. ids.Where((_, index) => situations[index].Incident?.Id == incident)], ct))
                entries[(incident, entry.Id)] = entry;
        return [.. situations.Select((now, index) => now with { Entry = entries.GetValueOrDefault((now.Incident?.Id, ids[index])) })];
    }

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
        return incident is null ? situation : await IncidentReading.ReadAsync(store, situation, incident, needs, reading, ct);
    }

    private async Task<IReadOnlyList<Postmortem>> ReviewsAsync(IReadOnlyList<Incident> incidents, CancellationToken ct)
    {
        var reviews = new List<Postmortem>();
        foreach (var incident in incidents)
            if (await store.Postmortems.FindAsync(incident.Id, ct) is { } review) reviews.Add(review);
        return reviews;
    }

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
        return situation with { WorkspaceItems = items, Incidents = await IncidentReading.WithAsync(store, situation.Incidents, items.Select(item => item.Incident), ct) };
    }

    private async Task<IReadOnlyList<ReflectionRound>> RoundsAsync(Place place, Incident? incident, CancellationToken ct)
    {
        var asked = await store.Reflections.InChannelAsync(place.Channel, ct);
        return incident is not null && await store.Reflections.FindAsync(RoundId.PulseOf(incident.Id), ct) is { } pulse ? [pulse, .. asked.Where(round => round.Id != pulse.Id)] : asked;
    }

    private async Task<Situation> WithWorkspaceLuckAsync(Situation situation, string workspace, CancellationToken ct)
    {
        var luck = await LuckReading.OfWorkspaceAsync(store, workspace, ct);
        return situation with { Luck = luck, Incidents = await IncidentReading.WithAsync(store, situation.Incidents, luck.Breaks.Select(one => one.Incident), ct) };
    }
}
