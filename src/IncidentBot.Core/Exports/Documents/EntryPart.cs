using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Exports.Documents;

/// <summary>An entry of the timeline.</summary>
/// <param name="Id">Tells nothing, and stays the same from export to export.</param>
/// <param name="ReplyTo">The <paramref name="Id"/> of the message that begins the thread.</param>
public sealed record EntryPart(
    string Id, DateTime At, EntryKind Kind, string By, string Text, bool Highlighted, string? ReplyTo, bool AfterResolution, DateTime? DeletedAt, string? Link, IReadOnlyList<FilePart> Files, IReadOnlyList<RevisionPart> Revisions)
{
    private const int IdBytes = 8;

    public static EntryPart Of(TimelineEntry entry, DraftLinks links) => new(
        Opaque(entry.Id),
        entry.At.UtcDateTime,
        entry.Kind,
        entry.By.Name,
        entry.Text,
        entry.Highlighted,
        entry is { Message: { } message, Thread: { } thread } ? Opaque(TimelineEntry.IdOf(message with { Id = thread })) : null,
        entry.AfterResolution,
        entry.DeletedAt?.UtcDateTime,
        entry is { Message: { } said, DeletedAt: null } ? links.To(said, entry.Thread) : null,
        FilePart.Of(entry.Files),
        [.. entry.Revisions.Select(revision => new RevisionPart(revision.Text, revision.ReplacedAt.UtcDateTime))]);

    private static string Opaque(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, IdBytes));
}

public sealed record RevisionPart(string Text, DateTime ReplacedAt);
