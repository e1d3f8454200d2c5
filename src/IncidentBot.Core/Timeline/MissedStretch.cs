namespace IncidentBot.Core.Timeline;

/// <summary>Messages in a row that were missed when they were said, and found in the room's own history: the bot was away from the first to the last.</summary>
public sealed record MissedStretch(DateTimeOffset From, DateTimeOffset To, int Messages)
{
    public static IReadOnlyList<MissedStretch> In(IEnumerable<TimelineEntry> entries)
    {
        var stretches = new List<MissedStretch>();
        var goesOn = false;
        foreach (var entry in entries.Where(entry => entry is { Kind: EntryKind.Message, AwaitsMessage: false }).OrderBy(entry => entry.At))
        {
            if (entry.FromHistory && goesOn) stretches[^1] = stretches[^1] with { To = entry.At, Messages = stretches[^1].Messages + 1 };
            else if (entry.FromHistory) stretches.Add(new(entry.At, entry.At, 1));
            goesOn = entry.FromHistory;
        }
        return stretches;
    }
}
