using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>How complete a timeline is, from what is known without asking the platform again.</summary>
internal static class CaptureCards
{
    public static RichText Sentence(Incident incident, IReadOnlyList<TimelineEntry> entries, RoomCheck? check)
    {
        var messages = entries.Where(entry => entry.Kind is EntryKind.Message).ToList();
        var captured = messages.Where(entry => entry is { DeletedAt: null, AwaitsMessage: false }).ToList();
        var (edits, deletions) = (messages.Sum(entry => entry.Revisions.Count), messages.Count(entry => entry.DeletedAt is not null));
        return Counted(captured, check)
            + RichText.Of($" {Count(edits, "edit")}, {Count(deletions, "deletion")}.{EvidenceCards.Missed(MissedStretch.In(captured), incident.HeardPartly, incident.TimeZone)}");
    }

    private static RichText Counted(IReadOnlyList<TimelineEntry> captured, RoomCheck? check)
    {
        if (check is null) return RichText.Of($"{Count(captured.Count, "message")} captured; not yet held against the room's own history, which is done before a draft.");
        if (check.Messages is not { } known) return RichText.Of($"{Count(captured.Count, "message")} captured. Gaps are not known: at {RichText.Moment(check.At)} the room's own history could not be read ({check.Unreadable}).");
        var before = captured.Count(entry => entry.At < check.At);
        var since = captured.Count - before;
        var counted = before <= known
            ? RichText.Of($"{Number(before)} of {Number(known)} messages, {Count(known - before, "gap")}, when the room's own history was last read at {RichText.Moment(check.At)}")
            : RichText.Of($"{Count(before, "message")} captured, of which the room still showed {Number(known)} when it was last read at {RichText.Moment(check.At)}; 0 gaps");
        return counted + (since > 0 ? $"; {Number(since)} more since then." : ".");
    }

    private static string Count(int count, string one) => $"{Number(count)} {one}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", Words.Culture);
}
