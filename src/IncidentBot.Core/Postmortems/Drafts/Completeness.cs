using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>How much of what was said in the room is on the timeline.</summary>
/// <param name="Captured">Messages on the timeline that still stand in the room.</param>
/// <param name="KnownToChat">Messages by the platform's own history; null when that could not be read.</param>
/// <param name="Unreadable">Why it could not be read.</param>
public sealed record Completeness(int Captured, int? KnownToChat, string? Unreadable, int Edits, int Deletions)
{
    /// <summary>How many of those captured were missed at first and found in the room's own history.</summary>
    public int Filled { get; init; }

    /// <summary>The bot could hear only what mentioned it.</summary>
    public bool HeardPartly { get; init; }

    /// <summary>Null: unknown.</summary>
    public int? Gaps => KnownToChat is { } known ? Math.Max(0, known - Captured) : null;

    public static Completeness Of(Situation now)
    {
        var messages = now.Timeline.Where(entry => entry.Kind is EntryKind.Message).ToList();
        var captured = messages.Where(entry => entry.DeletedAt is null && !entry.AwaitsMessage).ToList();
        return new(
            captured.Count,
            now.MessagesKnownToChat,
            now.HistoryUnreadable,
            messages.Sum(entry => entry.Revisions.Count),
            messages.Count(entry => entry.DeletedAt is not null))
        {
            HeardPartly = now.Incident?.HeardPartly is not null,
            Filled = captured.Count(entry => entry.FromHistory),
        };
    }
}
