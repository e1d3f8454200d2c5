using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Histories;

/// <summary>What it came to when a room's own history was last read whole and held against the record.</summary>
/// <param name="Messages">Messages of people that stood there for the incident; null: it could not be read.</param>
/// <param name="Unreadable">Why not.</param>
public sealed record RoomCheck(IncidentId Incident, DateTimeOffset At, int? Messages, string? Unreadable = null);
