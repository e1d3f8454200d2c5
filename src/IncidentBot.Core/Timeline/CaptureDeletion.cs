using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

/// <summary>Leaves the fact of a deleted message without its texts and files.</summary>
public static class CaptureDeletion
{
    public static Decision Decide(MessageDeleted deleted, Situation now) =>
        now.Incident is { } incident && !(deleted.At < now.Entry?.RestoredAt) ? new() { Record = [Without(AwaitedMessage.Or(now.Entry, incident, deleted, deleted.Message), deleted.At)] } : Decision.Nothing;

    private static TimelineEntry Without(TimelineEntry entry, DateTimeOffset at) => entry with
    {
        Text = "",
        Files = [],
        Revisions = [.. entry.Revisions.Select(revision => revision with { Text = "" })],
        DeletedAt = entry.DeletedAt is { } earlier && earlier < at ? earlier : at,
    };
}
