using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tickets;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A store without a disk, for stories: one at a time, everything through JSON as in the real ones.</summary>
public sealed class MemoryStore : IStore, IIncidents, ITimeline, IPostmortems, IPostmortemVersions, IActionItems, ILuckyBreaks, IReflections, IErrorBudgets, IAlerts, ICards, IRoomHistories
{
    private readonly Dictionary<(Type, string), (int Version, string Json)> _aggregates = [];
    private readonly SortedDictionary<string, TimelineEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = [];
    private readonly HashSet<string> _once = [];
    private readonly Dictionary<string, MessageRef> _cards = [];

    public MemoryQueues Queues { get; } = new();

    public IIncidents Incidents => this;

    public ITimeline Timeline => this;

    public IPostmortems Postmortems => this;

    public IPostmortemVersions PostmortemVersions => this;

    public IActionItems ActionItems => this;

    public ILuckyBreaks LuckyBreaks => this;

    public IReflections Reflections => this;

    public IErrorBudgets ErrorBudgets => this;

    public IAlerts Alerts => this;

    public ICards Cards => this;

    public IRoomHistories RoomHistories => this;

    public int Commits { get; private set; }

    public IEnumerable<TimelineEntry> Entries => _entries.Values;

    public Task<Counter> CounterAsync(string name, CancellationToken ct) => Task.FromResult(Find<Counter>(name) ?? new Counter(name, 0, 0));

    public Task<bool> HappenedAsync(string onceKey, CancellationToken ct) => Task.FromResult(_once.Contains(onceKey));

    /// <summary>A commit is about to be made: the moment in which somebody else may come first.</summary>
    public event Action<Commit>? Committing;

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        Committing?.Invoke(commit);
        var (decision, deliveries, at) = commit;
        if (deliveries.Any(delivery => _done.Contains(delivery.Id)) || decision.Once.Any(_once.Contains)) return Task.FromResult(CommitResult.AlreadyDone);
        string[] keys = [.. decision.Save.Select(aggregate => $"{aggregate.GetType().Name} {aggregate.Key}"), .. decision.Record.Select(entry => entry.Key)];
        if (keys.Distinct().Count() < keys.Length) throw new ArgumentException($"A decision saves something twice; one of the two would be lost: {string.Join(", ", keys)}");
        if (decision.Save.Any(aggregate => VersionOf(aggregate) != aggregate.Version) || decision.Record.Any(entry => VersionOf(entry) != entry.Version))
            return Task.FromResult(CommitResult.Conflict);
        foreach (var aggregate in decision.Save) Write(aggregate);
        foreach (var entry in decision.Record) Write(entry);
        foreach (var saying in decision.Say) Queues.Enqueue(BotJson.Read<Saying>(BotJson.Write(saying)), at);
        Commits++;
        _done.UnionWith(deliveries.Select(delivery => delivery.Id));
        _once.UnionWith(decision.Once);
        return Task.FromResult(CommitResult.Done);
    }

    public void Stand(string key, MessageRef message) => _cards[key] = message;

    Task<Incident?> IIncidents.FindAsync(IncidentId id, CancellationToken ct) => Task.FromResult(Find<Incident>(id.Key));

    Task<IReadOnlyList<Incident>> IIncidents.InRoomAsync(Place place, CancellationToken ct)
    {
        var room = All<Incident>().Any(incident => incident.Room == place) ? place : place.Top;
        return Listed(All<Incident>().Where(incident => incident.Room == room).OrderByDescending(incident => incident.Id.Number));
    }

    Task<IReadOnlyList<Incident>> IIncidents.InChannelAsync(ChannelRef channel, CancellationToken ct) =>
        Listed(All<Incident>().Where(incident => incident.Room?.Channel == channel).OrderByDescending(incident => incident.Id.Number));

    Task<IReadOnlyList<Incident>> IIncidents.ListAsync(string workspace, IncidentQuery query, CancellationToken ct) => Listed(All<Incident>()
        .Where(incident => incident.Id.Workspace == workspace && (!query.OpenOnly || incident.IsOpen))
        .Where(incident => $"{incident.Title} {incident.Service} {incident.Id.Label}".Contains(query.Text, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(incident => incident.Id.Number)
        .Take(query.Limit));

    Task<IReadOnlyList<Incident>> IIncidents.OpenAsync(CancellationToken ct) => Listed(All<Incident>().Where(incident => incident.IsOpen));

    Task<IReadOnlyList<Incident>> IIncidents.ResolvedAsync(CancellationToken ct) => Listed(All<Incident>().Where(incident => !incident.IsOpen));

    Task<TimelineEntry?> ITimeline.FindAsync(IncidentId incident, string id, CancellationToken ct) => Task.FromResult(_entries.Values.FirstOrDefault(entry => entry.Incident == incident && entry.Id == id));

    Task<IReadOnlyList<TimelineEntry>> ITimeline.FindAsync(IncidentId incident, IReadOnlyList<string> ids, CancellationToken ct) => Listed(_entries.Values.Where(entry => entry.Incident == incident && ids.Contains(entry.Id)));

    Task<IReadOnlyList<TimelineEntry>> ITimeline.PageAsync(IncidentId incident, string? after, int limit, CancellationToken ct) =>
        Listed(Of(incident).Where(entry => after is null || string.CompareOrdinal(entry.SortKey, after) > 0).Take(limit));

    Task<IReadOnlyList<TimelineEntry>> ITimeline.LastAsync(IncidentId incident, int limit, CancellationToken ct) => Listed(Of(incident).TakeLast(limit));

    Task<int> ITimeline.CountAsync(IncidentId incident, CancellationToken ct) => Task.FromResult(Of(incident).Count());

    Task<Postmortem?> IPostmortems.FindAsync(IncidentId incident, CancellationToken ct) => Task.FromResult(Find<Postmortem>(incident.Key));

    Task<IReadOnlyList<Postmortem>> IPostmortems.UnpublishedAsync(CancellationToken ct) => Listed(All<Postmortem>().Where(postmortem => postmortem.Status is not PostmortemStatus.Published));

    Task<PostmortemVersion?> IPostmortemVersions.FindAsync(IncidentId incident, int number, CancellationToken ct) => Task.FromResult(Find<PostmortemVersion>(PostmortemVersion.KeyOf(incident, number)));

    Task<ActionItem?> IActionItems.FindAsync(ActionItemId id, CancellationToken ct) => Task.FromResult(Find<ActionItem>(id.Key));

    Task<IReadOnlyList<ActionItem>> IActionItems.OfIncidentAsync(IncidentId incident, CancellationToken ct) => Listed(All<ActionItem>().Where(item => item.Incident == incident).OrderBy(item => item.Id.Number));

    Task<IReadOnlyList<ActionItem>> IActionItems.OfTicketAsync(Tracker tracker, string id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ActionItem>>([.. All<ActionItem>().Where(item => item.Tracked is { } ticket && ticket.Tracker == tracker && ticket.Id == id).OrderBy(item => item.Id.Number)]);

    Task<ActionItem?> IActionItems.FromMessageAsync(MessageRef source, CancellationToken ct) => Task.FromResult(All<ActionItem>().FirstOrDefault(item => item.Source == source));

    Task<IReadOnlyList<ActionItem>> IActionItems.OpenAsync(string? workspace, CancellationToken ct) =>
        Listed(All<ActionItem>().Where(item => item.Status is ActionItemStatus.Open && (workspace is null || item.Id.Workspace == workspace)).OrderBy(item => item.Id.Number));

    Task<IReadOnlyList<ActionItem>> IActionItems.ListAsync(string workspace, int limit, CancellationToken ct) =>
        Listed(All<ActionItem>().Where(item => item.Id.Workspace == workspace).OrderByDescending(item => item.Id.Number).Take(limit));

    Task<LuckyBreak?> ILuckyBreaks.FindAsync(LuckyBreakId id, CancellationToken ct) => Task.FromResult(Find<LuckyBreak>(id.Key));

    Task<IReadOnlyList<LuckyBreak>> ILuckyBreaks.OfIncidentAsync(IncidentId incident, CancellationToken ct) => Listed(All<LuckyBreak>().Where(one => one.Incident == incident).OrderBy(one => one.Id.Number));

    Task<IReadOnlyList<LuckyBreak>> ILuckyBreaks.ListAsync(string workspace, int limit, CancellationToken ct) =>
        Listed(All<LuckyBreak>().Where(one => one.Id.Workspace == workspace && !one.TakenBack).OrderByDescending(one => one.Id.Number).Take(limit));

    Task<IReadOnlyList<LuckyBreak>> ILuckyBreaks.DueAsync(DateOnly day, CancellationToken ct) =>
        Listed(All<LuckyBreak>().Where(one => !one.TakenBack && one.Accepted?.ReviewOn <= day).OrderBy(one => one.Accepted!.ReviewOn).ThenBy(one => one.Id.Number));

    Task<ReflectionRound?> IReflections.FindAsync(RoundId id, CancellationToken ct) => Task.FromResult(Find<ReflectionRound>(id.Key));

    Task<IReadOnlyList<ReflectionRound>> IReflections.InChannelAsync(ChannelRef channel, CancellationToken ct) =>
        Listed(All<ReflectionRound>().Where(round => round.Place.Channel == channel).OrderByDescending(round => round.Week).ThenByDescending(round => round.Id.Name, StringComparer.Ordinal));

    Task<SloState?> IErrorBudgets.StateAsync(string slo, CancellationToken ct) => Task.FromResult(Find<SloState>(slo.ToLowerInvariant()));

    Task<IReadOnlyList<BudgetCharge>> IErrorBudgets.ChargesAsync(string slo, DateTimeOffset since, CancellationToken ct) =>
        Listed(All<BudgetCharge>().Where(charge => charge.Slo.Equals(slo, StringComparison.OrdinalIgnoreCase) && charge.When?.To >= since).OrderBy(charge => charge.When!.Value.To));

    Task<IReadOnlyList<BudgetCharge>> IErrorBudgets.ChargesOfAsync(IncidentId incident, CancellationToken ct) =>
        Listed(All<BudgetCharge>().Where(charge => charge.Incident == incident).OrderBy(charge => charge.Slo, StringComparer.OrdinalIgnoreCase));

    Task<IReadOnlyList<Consequence>> IErrorBudgets.StandingAsync(CancellationToken ct) => Listed(All<Consequence>().Where(one => one.Stands).OrderBy(one => one.Since));

    Task<IReadOnlyList<Consequence>> IErrorBudgets.ConsequencesAsync(string slo, DateTimeOffset since, CancellationToken ct) =>
        Listed(All<Consequence>().Where(one => one.Slo.Equals(slo, StringComparison.OrdinalIgnoreCase) && one.Since >= since).OrderBy(one => one.Since));

    Task<Consequence?> IErrorBudgets.ConsequenceAsync(string key, CancellationToken ct) => Task.FromResult(Find<Consequence>(key));

    Task<IReadOnlyList<Alert>> IAlerts.FindAsync(string workspace, string source, IReadOnlyList<string> fingerprints, CancellationToken ct) =>
        Listed(fingerprints.Distinct().Select(fingerprint => Find<Alert>(Alert.KeyOf(workspace, source, fingerprint))).OfType<Alert>());

    Task<Alert?> IAlerts.LastOfGroupAsync(string workspace, string source, string group, CancellationToken ct) =>
        Task.FromResult(All<Alert>().Where(alert => alert.Incident is not null && (alert.Workspace, alert.Source, alert.Group) == (workspace, source, group)).MaxBy(alert => alert.StartsAt));

    Task<IReadOnlyList<Alert>> IAlerts.OfIncidentAsync(IncidentId incident, CancellationToken ct) => Listed(All<Alert>().Where(alert => alert.Incident == incident).OrderBy(alert => alert.StartsAt));

    Task<AlertLoad?> IAlerts.LoadAsync(string workspace, CancellationToken ct) => Task.FromResult(Find<AlertLoad>(workspace));

    Task<MessageRef?> ICards.MessageAsync(string key, CancellationToken ct) => Task.FromResult(_cards.GetValueOrDefault(key));

    Task<string?> ICards.KeyAsync(MessageRef message, CancellationToken ct) => Task.FromResult<string?>(_cards.FirstOrDefault(card => card.Value == message).Key);

    Task<RoomHistory?> IRoomHistories.FindAsync(Place room, CancellationToken ct) => Task.FromResult(Find<RoomHistory>(room.ToString()));

    private static Task<IReadOnlyList<T>> Listed<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);

    private IEnumerable<TimelineEntry> Of(IncidentId incident) => _entries.Values.Where(entry => entry.Incident == incident);

    private T? Find<T>(string key) where T : class => _aggregates.TryGetValue((typeof(T), key), out var found) ? BotJson.Read<T>(found.Json) : null;

    private IEnumerable<T> All<T>() => _aggregates.Where(row => row.Key.Item1 == typeof(T)).Select(row => BotJson.Read<T>(row.Value.Json));

    private int VersionOf(IAggregate aggregate) => _aggregates.GetValueOrDefault((aggregate.GetType(), aggregate.Key)).Version;

    private int VersionOf(TimelineEntry entry) => _entries.Values.FirstOrDefault(other => other.Key == entry.Key)?.Version ?? 0;

    private void Write(IAggregate aggregate)
    {
        IAggregate next = aggregate switch
        {
            Incident incident => incident with { Version = incident.Version + 1 },
            Postmortem postmortem => postmortem with { Version = postmortem.Version + 1 },
            ReflectionRound round => round with { Version = round.Version + 1 },
            LuckyBreak one => one with { Version = one.Version + 1 },
            PostmortemVersion version => version with { Version = version.Version + 1 },
            ActionItem item => item with { Version = item.Version + 1 },
            RoomHistory history => history with { Version = history.Version + 1 },
            SloState state => state with { Version = state.Version + 1 },
            BudgetCharge charge => charge with { Version = charge.Version + 1 },
            Consequence one => one with { Version = one.Version + 1 },
            Alert alert => alert with { Version = alert.Version + 1 },
            AlertLoad load => load with { Version = load.Version + 1 },
            Counter counter => counter with { Version = counter.Version + 1 },
            _ => throw new ArgumentException($"{aggregate.GetType().Name} is not an aggregate that the store knows"),
        };
        _aggregates[(aggregate.GetType(), aggregate.Key)] = (next.Version, BotJson.Write<object>(next));
    }

    private void Write(TimelineEntry entry)
    {
        if (_entries.Values.FirstOrDefault(other => other.Key == entry.Key) is { } old) _entries.Remove(old.SortKey);
        _entries[entry.SortKey] = BotJson.Read<TimelineEntry>(BotJson.Write(entry with { Version = entry.Version + 1 }));
    }
}
