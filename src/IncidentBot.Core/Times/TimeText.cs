namespace IncidentBot.Core.Times;

/// <summary>Reads TIME as people write it: <c>14:05</c>, <c>2026-11-22 14:05</c>, ISO 8601, <c>10m ago</c>, <c>yesterday 23:50</c>.</summary>
/// <remarks>A clock time without a date is the most recent past one in the speaker's zone. Times are about what has happened:
/// one that lies ahead is refused, except by up to a minute, which is a difference of clocks and becomes <c>now</c>.</remarks>
public static class TimeText
{
    private const int MostWords = 6;

    /// <param name="now">The event's time.</param>
    /// <param name="zone">The speaker's IANA zone; unknown: UTC.</param>
    public static TimeReading Read(string text, DateTimeOffset now, string? zone) =>
        TimeForm.TryRead(text) is { } form ? form.Resolve(now, Zones.Find(zone)) : new TimeReading.Refused(TimeCards.NotUnderstood(text));

    /// <summary>As <see cref="Read"/>, for a time near another one: a clock time without a date is the nearest to that.</summary>
    public static TimeReading ReadNear(string text, DateTimeOffset near, DateTimeOffset now, string? zone) =>
        TimeForm.TryRead(text) is { NamesNoDay: true } clock && near.AddHours(12) is var latest && latest < now ? clock.Resolve(latest, Zones.Find(zone)) : Read(text, now, zone);

    /// <summary>Takes <c>at TIME</c> off the head of a command's words; the longest time that can be read is taken.</summary>
    /// <remarks>Words such as "at checkout" are text; what begins like a time but is none is refused.</remarks>
    public static LeadingTime TakeLeading(string words, DateTimeOffset now, string? zone)
    {
        var found = WordSpans.Of(words, MostWords + 1);
        if (found.Count < 2 || !found[0].In(words).Equals("at", StringComparison.OrdinalIgnoreCase)) return new(null, words, null);
        for (var last = found.Count - 1; last > 0; last--)
        {
            if (TimeForm.TryRead(words[found[1].Start..found[last].End]) is not { } form) continue;
            var rest = WordSpans.AfterPause(words[found[last].End..]);
            return form.Resolve(now, Zones.Find(zone)) switch
            {
                TimeReading.At at => new(at.Time, rest, null) { Remark = at.Remark },
                TimeReading.Refused refused => new(null, rest, refused.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        var first = found[1].In(words).ToString();
        return BeginsLikeATime(first) ? new(null, words, TimeCards.NotUnderstood(first)) : new(null, words, null);
    }

    /// <summary>The time that words begin with although no "at" says that it is meant as one; null when they begin otherwise, or say nothing else.</summary>
    public static DateTimeOffset? Unmarked(string words, DateTimeOffset now, string? zone) =>
        TakeLeading($"at {words}", now, zone) is { At: { } at, Rest.Length: > 0 } ? at : null;

    private static bool BeginsLikeATime(string word) =>
        char.IsDigit(word[0]) || word.TrimEnd(',', ':', '.').ToLowerInvariant() is "yesterday" or "today" or "tomorrow";
}
