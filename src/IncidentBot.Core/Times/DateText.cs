using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Times;

/// <summary>Reads DATE as people write it: <c>2026-12-01</c>, <c>friday</c>, <c>next friday</c>, <c>in 2 weeks</c>, <c>tomorrow</c>.</summary>
/// <remarks><c>friday</c> is the first one after today; <c>next friday</c> the one of the week that begins with the next Monday.
/// Dates are about what is to be done: one that has passed is refused.</remarks>
public static partial class DateText
{
    private const int MostWords = 4;
    private const int MostYears = 10;

    /// <param name="today">The speaker's date, by <see cref="Zones.DateIn"/>.</param>
    public static DateReading Read(string text, DateOnly today) => TryRead(text, today) ?? new DateReading.Refused(TimeCards.DateNotUnderstood(text));

    /// <summary>Takes <c>due DATE</c> out of a text, the last one if there are several.</summary>
    /// <remarks>Words such as "due to load" are text; what begins like a date but is none is refused.</remarks>
    public static DueText TakeDue(string text, DateOnly today)
    {
        var words = WordSpans.Of(text);
        for (var due = words.Count - 2; due >= 0; due--)
        {
            if (!words[due].In(text).TrimEnd(':').Equals("due", StringComparison.OrdinalIgnoreCase)) continue;
            var first = words[due + 1].In(text) is "on" or "by" && due + 2 < words.Count ? due + 2 : due + 1;
            for (var last = Math.Min(first + MostWords, words.Count) - 1; last >= first; last--)
            {
                if (TryRead(text[words[first].Start..words[last].End], today) is not { } reading) continue;
                var rest = $"{text[..words[due].Start].TrimEnd()} {text[words[last].End..].TrimStart()}".Trim();
                return reading switch
                {
                    DateReading.On on => new(on.Date, rest, null),
                    DateReading.Refused refused => new(null, text, refused.Sentence),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            }
            var isIn = words[first].In(text).Equals("in", StringComparison.OrdinalIgnoreCase) && first + 1 < words.Count;
            if (char.IsDigit(text[words[isIn ? first + 1 : first].Start]))
                return new(null, text, TimeCards.DateNotUnderstood(text[words[first].Start..words[Math.Min(isIn ? first + 2 : first, words.Count - 1)].End]));
        }
        return new(null, text, null);
    }

    private static DateReading? TryRead(string text, DateOnly today)
    {
        var words = text.Trim().TrimEnd(',', ':', ';', '.', '!', ')').ToLowerInvariant();
        if (words == "today") return new DateReading.On(today);
        if (words == "yesterday") return new DateReading.Refused(TimeCards.DatePast(today.AddDays(-1)));
        if (words == "tomorrow") return new DateReading.On(today.AddDays(1));
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return Checked(date, today);
        if (WeekdayPattern().Match(words) is { Success: true } named && Weekday(named.Groups["day"].Value) is { } weekday)
            return new DateReading.On(named.Groups["next"].Success ? InNextWeek(weekday, today) : After(weekday, today));
        return SpanPattern().Match(words) is { Success: true } span ? Ahead(span, today) : null;
    }

    private static DateReading Checked(DateOnly date, DateOnly today) =>
        date < today ? new DateReading.Refused(TimeCards.DatePast(date))
        : date > today.AddYears(MostYears) ? new DateReading.Refused(TimeCards.DateTooFar)
        : new DateReading.On(date);

    private static DateReading Ahead(Match span, DateOnly today)
    {
        var count = span.Groups["count"].Value is [>= '0' and <= '9', ..] digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 1;
        if (count > MostYears * 366) return new DateReading.Refused(TimeCards.DateTooFar);
        return Checked(span.Groups["unit"].Value[0] switch
        {
            'd' => today.AddDays(count),
            'w' => today.AddDays(7 * count),
            _ => today.AddMonths(count),
        }, today);
    }

    private static DayOfWeek? Weekday(string name)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
            if (name.Length >= 3 && day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase)) return day;
        return null;
    }

    private static DateOnly After(DayOfWeek day, DateOnly today) => today.AddDays((day - today.DayOfWeek + 6) % 7 + 1);

    private static DateOnly InNextWeek(DayOfWeek day, DateOnly today) => After(DayOfWeek.Monday, today).AddDays(((int)day + 6) % 7);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((?<next>next)\s+|this\s+)?(?<day>[a-z]{3,9})$", Options)]
    private static partial Regex WeekdayPattern();

    [GeneratedRegex(@"^in\s+(?<count>[0-9]{1,9}|an?)\s*(?<unit>d|days?|w|weeks?|months?)$", Options)]
    private static partial Regex SpanPattern();
}
