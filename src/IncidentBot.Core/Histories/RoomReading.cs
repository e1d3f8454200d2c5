using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Histories;

/// <summary>What a reading of a room's own history came to.</summary>
/// <param name="Unreadable">Why it was not read to its end; null: it was.</param>
public sealed record RoomReading(string? Unreadable = null)
{
    /// <summary>Messages of people that stand in the room, by the incident whose timeline they belong to.</summary>
    public IReadOnlyDictionary<IncidentId, int> Counts { get; init; } = new Dictionary<IncidentId, int>();

    /// <summary>What was said in a review and asks for its draft, which takes a reading of its own.</summary>
    public IReadOnlyList<ChatEvent> Drafts { get; init; } = [];

    /// <summary>Null when it is not known.</summary>
    public int? CountOf(IncidentId incident) => Unreadable is null ? Counts.GetValueOrDefault(incident) : null;
}
