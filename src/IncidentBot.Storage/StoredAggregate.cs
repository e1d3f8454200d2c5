using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Storage;

/// <summary>An aggregate as every store keeps it: one JSON text, and the columns it is looked up by.</summary>
/// <param name="Kind">The collection or table.</param>
/// <param name="Version">The version that was read; saved as the next one.</param>
internal sealed record StoredAggregate(string Kind, string Key, int Version, string Json, IReadOnlyDictionary<string, string?> Columns)
{
    public const string Incidents = "incidents";
    public const string Postmortems = "postmortems";
    public const string PostmortemVersions = "postmortem_versions";
    public const string ActionItems = "action_items";
    public const string LuckyBreaks = "lucky_breaks";
    public const string Reflections = "reflections";
    public const string SloStates = "slo_states";
    public const string BudgetCharges = "budget_charges";
    public const string Consequences = "consequences";
    public const string Alerts = "alerts";
    public const string AlertLoads = "alert_loads";
    public const string Counters = "counters";
    public const string RoomHistories = "room_histories";

    public static StoredAggregate Of(IAggregate aggregate) => aggregate switch
    {
        Incident incident => Of(incident),
        Postmortem postmortem => Of(postmortem),
        PostmortemVersion version => new(PostmortemVersions, aggregate.Key, version.Version, BotJson.Write(version), new Dictionary<string, string?>()),
        ActionItem item => Of(item),
        LuckyBreak one => Of(one),
        ReflectionRound round => new(Reflections, round.Id.Key, round.Version, BotJson.Write(round), new Dictionary<string, string?> { [Column.Room] = Column.Joined(Column.Of(round.Place.Top), round.Week.ToString("yyyyMMdd", CultureInfo.InvariantCulture), round.Id.Name) }),
        SloState state => new(SloStates, aggregate.Key, state.Version, BotJson.Write(state), new Dictionary<string, string?>()),
        BudgetCharge charge => Of(charge),
        Consequence consequence => Of(consequence),
        Alert alert => Of(alert),
        AlertLoad load => new(AlertLoads, aggregate.Key, load.Version, BotJson.Write(load), new Dictionary<string, string?>()),
        Counter counter => new(Counters, counter.Name, counter.Version, BotJson.Write(counter), new Dictionary<string, string?>()),
        RoomHistory history => new(RoomHistories, aggregate.Key, history.Version, BotJson.Write(history), new Dictionary<string, string?>()),
        _ => throw new NotSupportedException($"{aggregate.GetType().Name} is not an aggregate that stores know."),
    };

    private static StoredAggregate Of(Incident incident) => new(Incidents, incident.Id.Key, incident.Version, BotJson.Write(incident), new Dictionary<string, string?>
    {
        [Column.Room] = incident.Room is { } room ? Column.Joined(Column.Of(room), Column.Of(incident.Id.Number)) : null,
        [Column.Listed] = Column.Joined(incident.Id.Workspace, Column.Of(incident.Id.Number)),
        [Column.State] = Column.Joined(incident.IsOpen ? Column.Open : Column.Closed, incident.Id.Workspace, Column.Of(incident.Id.Number)),
    });

    private static StoredAggregate Of(Postmortem postmortem) => new(Postmortems, postmortem.Incident.Key, postmortem.Version, BotJson.Write(postmortem), new Dictionary<string, string?>
    {
        [Column.State] = Column.Joined(postmortem.Status is PostmortemStatus.Published ? Column.Closed : Column.Open, postmortem.Incident.Workspace, Column.Of(postmortem.Incident.Number)),
    });

    private static StoredAggregate Of(ActionItem item) => new(ActionItems, item.Id.Key, item.Version, BotJson.Write(item), new Dictionary<string, string?>
    {
        [Column.Listed] = Column.Joined(item.Id.Workspace, Column.Of(item.Id.Number)),
        [Column.State] = Column.Joined(item.Status is ActionItemStatus.Open ? Column.Open : Column.Closed, item.Id.Workspace, Column.Of(item.Id.Number)),
        [Column.Incident] = Column.Joined(item.Incident.Key, Column.Of(item.Id.Number)),
        [Column.Source] = item.Source is { } source ? Column.Of(source) : null,
        [Column.Ticket] = item.Tracked is { } ticket ? Column.Joined(ticket.Tracker.ToString(), ticket.Id, Column.Of(item.Id.Number)) : null,
    });

    private static StoredAggregate Of(LuckyBreak one) => new(LuckyBreaks, one.Id.Key, one.Version, BotJson.Write(one), new Dictionary<string, string?>
    {
        [Column.Listed] = one.TakenBack ? null : Column.Joined(one.Id.Workspace, Column.Of(one.Id.Number)),
        [Column.Incident] = Column.Joined(one.Incident.Key, Column.Of(one.Id.Number)),
        [Column.Due] = one is { TakenBack: false, Accepted: { } risk } ? Column.Joined(Column.Of(risk.ReviewOn), one.Id.Workspace, Column.Of(one.Id.Number)) : null,
    });

    private static StoredAggregate Of(BudgetCharge charge) => new(BudgetCharges, BudgetCharge.KeyOf(charge.Incident, charge.Slo), charge.Version, BotJson.Write(charge), new Dictionary<string, string?>
    {
        [Column.Slo] = charge.When is { } when ? Column.Joined(charge.Slo.ToLowerInvariant(), Column.Of(when.To), charge.Incident.Key) : null,
        [Column.Incident] = Column.Joined(charge.Incident.Key, charge.Slo.ToLowerInvariant()),
    });

    private static StoredAggregate Of(Consequence one) => new(Consequences, Consequence.KeyOf(one.Slo, one.Rule, one.Occasion), one.Version, BotJson.Write(one), new Dictionary<string, string?>
    {
        [Column.Slo] = Column.Joined(one.Slo.ToLowerInvariant(), Column.Of(one.Since)),
        [Column.State] = Column.Joined(one.Stands ? Column.Open : Column.Closed, Column.Of(one.Since)),
    });

    private static StoredAggregate Of(Alert alert) => new(Alerts, ((IAggregate)alert).Key, alert.Version, BotJson.Write(alert), new Dictionary<string, string?>
    {
        [Column.Group] = alert.Incident is null ? null : Column.Joined(alert.Workspace, alert.Source, Column.Hash(alert.Group), Column.Of(alert.StartsAt)),
        [Column.Incident] = alert.Incident is { } incident ? Column.Joined(incident.Key, Column.Of(alert.StartsAt)) : null,
    });
}
