namespace IncidentBot.Core.Tickets;

/// <summary>The section <c>Tickets</c>, as far as decisions depend on it.</summary>
public sealed record TicketSettings
{
    /// <summary>Null: no tracker is set up.</summary>
    public Tracker? Tracker { get; init; }

    /// <summary>Every new action item gets a ticket; otherwise somebody asks for one.</summary>
    public bool Automatic { get; init; }

    /// <summary>Items of private incidents may go to the tracker too, where others can read them.</summary>
    public bool PrivateIncidents { get; init; }
}
