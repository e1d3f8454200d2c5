using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Reminders;

/// <summary>How things stand at a moment, over all workspaces: what scheduled work decides from.</summary>
public sealed record Standing(BotSettings Settings, DateTimeOffset Now)
{
    /// <summary>How commands are typed in a workspace.</summary>
    public Func<string, string> CommandPrefix { get; init; } = _ => Chats.UsualPrefix;

    /// <summary>What a room is.</summary>
    public Func<Place, RoomKind> RoomKind { get; init; } = _ => Chat.RoomKind.Channel;

    public IReadOnlyList<Incident> OpenIncidents { get; init; } = [];

    /// <summary>The occurrence of the reminder schedule that has come and is not dealt with yet. Null: no reminders are due, and postmortems are not loaded.</summary>
    public DateTimeOffset? RemindersDue { get; init; }

    /// <summary>The open items and their incidents are loaded: they are looked at now.</summary>
    public bool ItemsLoaded { get; init; }

    /// <summary>Open items.</summary>
    public IReadOnlyList<ActionItem> ActionItems { get; init; } = [];

    /// <summary>Items that were done or dropped in the seven days before the reminders fell due.</summary>
    public IReadOnlyList<ActionItem> ClosedLately { get; init; } = [];

    /// <summary>The once-keys of direct reminders that were said already.</summary>
    public IReadOnlySet<string> Happened { get; init; } = new HashSet<string>();

    public IReadOnlyList<Postmortem> Unpublished { get; init; } = [];

    /// <summary>Resolved incidents whose postmortem nobody has started.</summary>
    public IReadOnlyList<Incident> WithoutPostmortem { get; init; } = [];

    /// <summary>Accepted risks that are to be looked at again.</summary>
    public IReadOnlyList<LuckyBreak> DueRisks { get; init; } = [];

    /// <summary>The workspace in which the bot speaks of its own accord; null: not known (yet).</summary>
    public string? Home { get; init; }

    /// <summary>All error budgets. Null: they are not looked at now, or no SLO is set up.</summary>
    public SloLedger? Slos { get; init; }

    /// <summary>Incidents whose postmortem is published with a P0 item, of those for which a rule of the error budget policy asks it.</summary>
    public IReadOnlySet<IncidentId> Fulfilled { get; init; } = new HashSet<IncidentId>();

    /// <summary>Of the same, those whose postmortem is published at all or declared unneeded.</summary>
    public IReadOnlySet<IncidentId> Settled { get; init; } = new HashSet<IncidentId>();

    /// <summary>Charges that were taken back, of incidents for which a rule stands; by <see cref="Slos.Budgets.BudgetCharge.KeyOf"/>.</summary>
    public IReadOnlySet<string> Uncharged { get; init; } = new HashSet<string>();

    /// <summary>The incidents of the items, postmortems, risks, charges and consequences.</summary>
    public IReadOnlyDictionary<IncidentId, Incident> Incidents { get; init; } = new Dictionary<IncidentId, Incident>();

    /// <summary>Everything that was read and can be saved again.</summary>
    public IEnumerable<IAggregate> Read => OpenIncidents.Concat(Incidents.Values).Concat<IAggregate>(ActionItems).Concat(Unpublished).Concat(Slos?.Consequences ?? []);
}
