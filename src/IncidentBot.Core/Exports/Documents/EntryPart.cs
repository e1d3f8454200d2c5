using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Exports.Documents;

/// <summary>An entry of the timeline.</summary>
/// <param name="Id">Tells nothing, and stays the same from export to export.</param>
/// <param name="At">As it was corrected.</param>
/// <param name="RecordedAt">As it was recorded, where that is another time.</param>
/// <param name="MergedInto">The <paramref name="Id"/> of the entry on whose line it stands, since both tell the same.</param>
/// <param name="ReplyTo">The <paramref name="Id"/> of the message that begins the thread.</param>
public sealed record EntryPart(
    string Id, DateTime At, DateTime? RecordedAt, EntryKind Kind, string By, string Text, bool Highlighted, string? MergedInto, string? ReplyTo, bool AfterResolution, DateTime? DeletedAt, string? Link, IReadOnlyList<FilePart> Files, IReadOnlyList<RevisionPart> Revisions)
{
    private const int IdBytes = 8;

    public static EntryPart Of(TimelineEntry entry, TimelineLine line, DraftLinks links) => new(
        Opaque(entry.Id),
        entry.ShownAt.UtcDateTime,
        entry.ShownAt == entry.At ? null : entry.At.UtcDateTime,
        entry.Kind,
        entry.By.Name,
        entry.Text,
        entry.Highlighted,
        entry.Id == line.Entry.Id ? null : Opaque(line.Entry.Id),
        entry is { Message: { } message, Thread: { } thread } ? Opaque(TimelineEntry.IdOf(message with { Id = thread })) : null,
        entry.AfterResolution,
        entry.DeletedAt?.UtcDateTime,
        entry is { Message: { } said, DeletedAt: null } ? links.To(said, entry.Thread) : null,
        FilePart.Of(entry.Files),
        [.. entry.Revisions.Select(revision => new RevisionPart(revision.Text, revision.ReplacedAt.UtcDateTime))]);

    private static string Opaque(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, IdBytes));
}

public sealed record RevisionPart(string Text, DateTime ReplacedAt);
