using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Core.Times;

/// <summary>A time as it was written, not yet put on the time line.</summary>
internal abstract partial record TimeForm
{
    /// <summary>Nothing here is about a time before this; it also keeps arithmetic inside the calendar.</summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Longest = 64;

    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    public abstract TimeReading Resolve(DateTimeOffset now, TimeZoneInfo zone);

    /// <summary>A clock time alone: which day is meant must be told by something else.</summary>
    public virtual bool NamesNoDay => false;

    /// <summary>Null when the whole text is not a time.</summary>
    public static TimeForm? TryRead(string text)
    {
        if (text.Length > Longest) return null;
        var words = text.Trim().TrimEnd(',', ':', ';', '.', '-', '–', '—').TrimEnd();
        if (words.Equals("now", StringComparison.OrdinalIgnoreCase)) return new Ago(0);
        if (AgoPattern().Match(words) is { Success: true } ago) return Ago.Read(ago);
        return ClockPattern().Match(words) is { Success: true } clock ? Clock.TryRead(clock) : null;
    }

    private sealed record Ago(long Seconds) : TimeForm
    {
        public static Ago Read(Match match) => new(match.Groups["count"].Captures.Zip(match.Groups["unit"].Captures, (count, unit) => Count(count.Value) * SecondsIn(unit.Value)).Sum());

        public override TimeReading Resolve(DateTimeOffset now, TimeZoneInfo zone) =>
            Seconds > (now - Earliest).TotalSeconds
                ? new TimeReading.Refused(TimeCards.TooLongAgo)
                : new TimeReading.At(TimeZoneInfo.ConvertTime(now.AddSeconds(-Seconds), zone));

        private static long Count(string text) => text[0] is 'a' or 'A' ? 1 : long.Parse(text, CultureInfo.InvariantCulture);

        private static long SecondsIn(string unit) => char.ToLowerInvariant(unit[0]) switch
        {
            's' => 1,
            'm' => 60,
            'h' => 60 * 60,
            'd' => 24 * 60 * 60,
            _ => 7 * 24 * 60 * 60,
        };
    }

    /// <param name="Date">Null: by <paramref name="DaysBack"/>.</param>
    /// <param name="DaysBack">0 today, 1 yesterday; null with no date: the most recent past one.</param>
    /// <param name="Zone">Written with the time; null: the speaker's.</param>
    private sealed record Clock(DateOnly? Date, int? DaysBack, TimeOnly Time, TimeZoneInfo? Zone) : TimeForm
    {
        public override bool NamesNoDay => Date is null && DaysBack is null;

        public static Clock? TryRead(Match match)
        {
            var (date, daysBack) = ((DateOnly?)null, (int?)null);
            if (match.Groups["date"] is { Success: true } day)
            {
                if (!DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return null;
                date = read;
            }
            if (match.Groups["word"] is { Success: true } word) daysBack = word.Value[0] is 't' or 'T' ? 0 : 1;
            if (TimeOf(match) is not { } time || !TryReadZone(match.Groups["zone"], out var zone)) return null;
            return new(date, daysBack, time, zone);
        }

        public override TimeReading Resolve(DateTimeOffset now, TimeZoneInfo zone)
        {
            var there = Zone ?? zone;
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, there).DateTime);
            DateOnly[] dates = (Date, DaysBack) switch
            {
                ({ } date, _) => [date],
                (null, { } days) => [today.AddDays(-days)],
                (null, null) => [today, today.AddDays(-1)],
            };
            if (dates[0] < DateOnly.FromDateTime(Earliest.UtcDateTime).AddDays(1)) return new TimeReading.Refused(TimeCards.TooLongAgo);
            var future = new TimeReading.Refused(TimeCards.InFuture(dates[0].ToDateTime(Time)));
            return dates[0] > today.AddDays(1) ? future : dates.Select(date => On(date, now, there)).OfType<TimeReading>().FirstOrDefault(future);
        }

        /// <summary>Null when it is still to come.</summary>
        private TimeReading? On(DateOnly date, DateTimeOffset now, TimeZoneInfo zone)
        {
            var local = date.ToDateTime(Time);
            var instants = WallClock.Instants(local, zone);
            if (instants.Count == 0)
            {
                var jump = WallClock.JumpOver(local, zone);
                return jump.At > now ? null : new TimeReading.Refused(TimeCards.NeverWas(local, jump, zone));
            }
            var past = instants.Where(instant => instant <= now + ClockDifference).ToList();
            if (past.Count == 0) return null;
            var taken = past[^1] <= now ? past[^1] : TimeZoneInfo.ConvertTime(now, zone);
            return new TimeReading.At(taken, past.Count > 1 ? TimeCards.WasTwice(local, past[0], past[^1], zone) : null);
        }

        private static TimeOnly? TimeOf(Match match)
        {
            var (half, hasMinutes) = (match.Groups["half"].Value, match.Groups["minute"].Success);
            if (half.Length == 0 && (!hasMinutes || (match.Groups["dot"].Success && match.Groups["hour"].Length == 1))) return null; // 4.15 may be any number
            var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
            if (half.Length > 0)
            {
                if (hour is 0 or > 12) return null;
                hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
            }
            return hour < 24 && minute < 60 && second < 60 ? new(hour, minute, second) : null;
        }

        private static int Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

        private static bool TryReadZone(Group group, out TimeZoneInfo? zone)
        {
            zone = group.Success ? TimeZoneInfo.Utc : null;
            if (!group.Success || group.Value[0] is not ('+' or '-')) return true;
            var digits = group.Value[1..].Replace(":", "", StringComparison.Ordinal);
            var (hours, minutes) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture));
            var offset = new TimeSpan(hours, minutes, 0);
            if (minutes > 59 || offset > WallClock.GreatestOffset) return false;
            zone = TimeZoneInfo.CreateCustomTimeZone($"UTC{group.Value}", group.Value[0] == '-' ? -offset : offset, null, null);
            return true;
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((?<count>[0-9]{1,9}|an?)\s*(?<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\s*((,|and\b)\s*)?)+\bago$", Options)]
    private static partial Regex AgoPattern();

    [GeneratedRegex(@"^(((?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(T|,?\s+(at\s+)?)|(?<word>yesterday|today),?\s+(at\s+)?))?(?<hour>[0-9]{1,2})((:|(?<dot>\.))(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,][0-9]{1,9})?)?)?(\s*(?<half>[ap]\.?m\.?))?(\s*(?<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?$", Options)]
    private static partial Regex ClockPattern();
}
