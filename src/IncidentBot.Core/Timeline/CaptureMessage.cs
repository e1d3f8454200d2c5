using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>Puts a message of an incident's room on its timeline, once. Records only, so that many are committed together.</summary>
public static class CaptureMessage
{
    public static Decision Decide(MessagePosted posted, Situation now) => (now.Incident, now.Entry) switch
    {
        (null, _) or (_, { AwaitsMessage: false }) => Decision.Nothing,
        ({ } incident, var awaited) => new() { Record = [Arrived(AwaitedMessage.Or(awaited, incident, posted, posted.Message), posted, incident)] },
    };

    private static TimelineEntry Arrived(TimelineEntry entry, MessagePosted posted, Incident incident)
    {
        var deleted = entry.DeletedAt is not null;
        var arrived = entry with
        {
            At = posted.At,
            By = posted.By,
            Thread = AwaitedMessage.ThreadOf(incident, posted),
            AfterResolution = AwaitedMessage.IsAfterResolution(incident, posted.At),
            Files = deleted ? [] : posted.Files,
            AwaitsMessage = false,
            FromHistory = posted.FromHistory,
        };
        if (deleted) return arrived;
        if (entry.Revisions is not [var first, ..]) return arrived with { Text = posted.Text };
        // History tells a message as it stands now: how it read before the first edit stays unknown.
        return posted.FromHistory || first.ReplacedAt <= entry.RestoredAt ? arrived : arrived with { Revisions = [first with { Text = posted.Text }, .. entry.Revisions.Skip(1)] };
    }
}
