using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

/// <summary>Keeps an edit as a revision, whatever the order in which the message and its edits arrive.</summary>
/// <remarks>A message that is brought back has its text again, not what it said before it was deleted.
/// A text that follows itself is one edit: a platform's event and its history may tell the same edit with different times.</remarks>
public static class CaptureEdit
{
    public static Decision Decide(MessageEdited edited, Situation now) =>
        now.Incident is { } incident ? new() { Record = [With(Standing(AwaitedMessage.Or(now.Entry, incident, edited, edited.Message), edited), edited)] } : Decision.Nothing;

    private static TimelineEntry Standing(TimelineEntry entry, MessageEdited edited) => edited.Restores
        ? entry with { RestoredAt = entry.RestoredAt > edited.At ? entry.RestoredAt : edited.At, DeletedAt = entry.DeletedAt > edited.At ? entry.DeletedAt : null }
        : entry;

    private static TimelineEntry With(TimelineEntry entry, MessageEdited edited)
    {
        var text = entry.DeletedAt is null && !(edited.At < entry.RestoredAt) ? edited.Text : ""; // a deleted message keeps that it was edited, not what it said
        var posted = entry.Revisions is [var first, ..] ? first.Text : entry.Text;
        List<Edit> edits = [.. EditsOf(entry).Where(other => other.At != edited.At), new(edited.At, text)];
        edits.Sort((one, other) => one.At.CompareTo(other.At));
        if (entry is { DeletedAt: null, RestoredAt: null }) edits = [.. edits.Where((edit, index) => index == 0 || edit.Text != edits[index - 1].Text)];
        return entry with
        {
            Text = edits[^1].Text,
            Revisions = [.. edits.Select((edit, index) => new Revision(edit.At <= entry.RestoredAt ? "" : index == 0 ? posted : edits[index - 1].Text, edit.At))],
        };
    }

    /// <summary>The texts that edits gave, with the times of the edits.</summary>
    private static IEnumerable<Edit> EditsOf(TimelineEntry entry) =>
        entry.Revisions.Select((revision, index) => new Edit(revision.ReplacedAt, index + 1 < entry.Revisions.Count ? entry.Revisions[index + 1].Text : entry.Text));

    private sealed record Edit(DateTimeOffset At, string Text);
}
