using IncidentBot.Core.Bot;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>How much of what was said in the room is on the timeline.</summary>
/// <param name="Captured">Messages on the timeline that still stand in the room.</param>
/// <param name="KnownToChat">Messages by the platform's own history; null when that could not be read.</param>
/// <param name="Unreadable">Why it could not be read.</param>
public sealed record Completeness(int Captured, int? KnownToChat, string? Unreadable, int Edits, int Deletions)
{
    /// <summary>Which of those captured were missed at first and found in the room's own history.</summary>
    public IReadOnlyList<MissedStretch> Missed { get; init; } = [];

    public int Filled => Missed.Sum(stretch => stretch.Messages);

    /// <summary>Since when the bot could hear only what mentioned it.</summary>
    public DateTimeOffset? HeardPartlyFrom { get; init; }

    public bool HeardPartly => HeardPartlyFrom is not null;

    /// <summary>The zone of its times.</summary>
    public string? TimeZone { get; init; }

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
            HeardPartlyFrom = now.Incident?.HeardPartly,
            Missed = MissedStretch.In(captured),
            TimeZone = now.Incident?.TimeZone,
        };
    }
}
