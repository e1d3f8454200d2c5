using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Timeline;

/// <summary>A timeline as it is to be shown, the same on every surface: hidden entries left out, merged ones on one line, each at its corrected time.</summary>
/// <param name="Lines">In order of the times shown.</param>
/// <param name="Hidden">Who hid how many entries; what they said is not in here.</param>
public sealed record CuratedTimeline(IReadOnlyList<TimelineLine> Lines, IReadOnlyList<HiddenBy> Hidden)
{
    public static readonly CuratedTimeline Empty = new([], []);

    public static CuratedTimeline Of(IReadOnlyList<TimelineEntry> entries)
    {
        var telling = entries.Where(entry => entry.Telling).ToList();
        var heads = Heads(telling);
        var groups = telling.GroupBy(entry => heads[entry.Id].Id).ToDictionary(group => group.Key, group => group.ToList());
        var lines = telling.Where(entry => heads[entry.Id] == entry && entry.Hidden is null)
            .Select(head => new TimelineLine(head, [.. groups[head.Id].Where(entry => entry != head && entry.Hidden is null).OrderBy(entry => entry.ShownAt).ThenBy(entry => entry.Id, StringComparer.Ordinal)]));
        var hidden = telling.Select(entry => entry.Hidden ?? heads[entry.Id].Hidden).OfType<Hiding>().GroupBy(hiding => hiding.By.Ref).Select(group => new HiddenBy(group.First().By, group.Count()));
        return new([.. lines.OrderBy(line => line.At).ThenBy(line => line.Entry.Id, StringComparer.Ordinal)], [.. hidden]);
    }

    /// <summary>What a reader in a hurry needs: the highlights, and what changed about the incident.</summary>
    public IReadOnlyList<TimelineLine> KeyMoments => [.. Lines.Where(line => line.Highlighted || IsKey(line.Entry.Kind))];

    /// <summary>The entry on whose line this one stands.</summary>
    public static TimelineEntry HeadOf(TimelineEntry entry, IReadOnlyList<TimelineEntry> entries) => Heads(entries)[entry.Id];

    /// <summary>The entry on whose line each one stands. Entries that were merged in a circle, by two people at once, stand alone.</summary>
    private static Dictionary<string, TimelineEntry> Heads(IReadOnlyList<TimelineEntry> entries)
    {
        var byId = entries.ToDictionary(entry => entry.Id);
        return entries.ToDictionary(entry => entry.Id, HeadOf);

        TimelineEntry HeadOf(TimelineEntry entry)
        {
            var passed = new HashSet<string>();
            var head = entry;
            while (head.Merged is { Into: var into } && byId.TryGetValue(into, out var next))
            {
                if (!passed.Add(head.Id)) return entry;
                head = next;
            }
            return head;
        }
    }

    private static bool IsKey(EntryKind kind) => kind switch
    {
        EntryKind.Declared or EntryKind.Status or EntryKind.Severity or EntryKind.Role or EntryKind.Fact or EntryKind.Update => true,
        EntryKind.Message or EntryKind.Note or EntryKind.Title or EntryKind.ActionItem or EntryKind.Review or EntryKind.Room or EntryKind.Alert => false,
    };
}

/// <summary>One line of a timeline: an entry, and those that tell the same thing.</summary>
/// <param name="Also">In order of time; mostly none.</param>
public sealed record TimelineLine(TimelineEntry Entry, IReadOnlyList<TimelineEntry> Also)
{
    public DateTimeOffset At => Entry.ShownAt;

    public bool Highlighted => All.Any(entry => entry.Highlighted);

    public IEnumerable<TimelineEntry> All => Also.Prepend(Entry);
}

public sealed record HiddenBy(Person By, int Count);
