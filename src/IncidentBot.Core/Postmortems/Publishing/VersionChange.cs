using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;

namespace IncidentBot.Core.Postmortems.Publishing;

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>How a section or an action item differs from the version before.</summary>
/// <param name="Part">The section's heading, or the item's label.</param>
/// <param name="Added">Texts that were not there.</param>
/// <param name="Removed">Texts that are there no more.</param>
public sealed record VersionChange(string Part, ChangeKind Kind, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>In the order of the postmortem. Who said something, and links, do not count.</summary>
    public static IReadOnlyList<VersionChange> Between(PostmortemVersion before, Draft now) =>
        [.. now.Sections.Select(section => Of(before, section)).OfType<VersionChange>(), .. OfItems(before.Items, [.. now.Items.Select(DraftCards.Published)])];

    private static VersionChange? Of(PostmortemVersion before, DraftSection now)
    {
        var then = before.Sections.FirstOrDefault(section => section.Question == now.Question)?.Texts ?? [];
        string[] texts = [.. now.Passages.Select(passage => passage.Text)];
        return Of(QuestionCards.Heading(now.Question), then, texts);
    }

    private static IEnumerable<VersionChange> OfItems(IReadOnlyList<PublishedItem> before, IReadOnlyList<PublishedItem> now) =>
        now.Concat(before).Select(item => item.Label).Distinct()
            .Select(label => Of(label, [.. before.Where(item => item.Label == label).Select(DraftCards.InWords)], [.. now.Where(item => item.Label == label).Select(DraftCards.InWords)]))
            .OfType<VersionChange>();

    private static VersionChange? Of(string part, IReadOnlyList<string> before, IReadOnlyList<string> now) =>
        before.SequenceEqual(now) ? null : new(part, (before.Count, now.Count) switch { (0, _) => ChangeKind.Added, (_, 0) => ChangeKind.Removed, _ => ChangeKind.Changed }, [.. now.Except(before)], [.. before.Except(now)]);
}

/// <param name="Since">The version that it is held against.</param>
public sealed record VersionChanges(int Since, IReadOnlyList<VersionChange> Parts);
