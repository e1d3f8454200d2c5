using System.Globalization;
using CsCheck;
using IncidentBot.Core.Times;
using Xunit;

namespace IncidentBot.Core.Tests.Times;

public sealed class TimeTextProperties
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 30, 20, TimeSpan.Zero);

    private static readonly IReadOnlyList<TimeZoneInfo> Zones = TimeZoneInfo.GetSystemTimeZones();

    private static readonly IReadOnlyList<(TimeZoneInfo Zone, DateTimeOffset Change)> Changes = [.. Zones.SelectMany(ChangesOf, (zone, change) => (zone, change))];

    /// <summary>Minutes of this century up to now.</summary>
    private static readonly Gen<DateTimeOffset> Past = Gen.Long[0, (long)(Now - new DateTimeOffset(2000, 1, 3, 0, 0, 0, TimeSpan.Zero)).TotalMinutes].Select(minutes => new DateTimeOffset(2026, 11, 23, 15, 30, 0, TimeSpan.Zero).AddMinutes(-minutes));

    private static readonly Gen<string> Zone = Gen.OneOf([.. Zones.Select(zone => zone.Id)]);

    [Fact]
    public void What_a_clock_showed_is_read_as_that_instant_or_its_later_twin() => Gen.Select(Past, Zone).Sample((instant, zone) => ReadsBack(instant, zone));

    [Fact]
    public void All_zones_read_back_around_their_changes_of_clocks()
    {
        foreach (var (zone, change) in Changes)
            for (var minutes = -121; minutes <= 121; minutes += 11)
                ReadsBack(change.AddMinutes(minutes), zone.Id);
    }

    [Fact]
    public void A_time_left_out_by_a_change_is_refused_in_all_zones()
    {
        var leftOut = Changes.Select(row => (row.Zone, From: row.Change.UtcDateTime + row.Zone.GetUtcOffset(row.Change.AddSeconds(-1)), To: row.Change.UtcDateTime + row.Zone.GetUtcOffset(row.Change))).Where(row => row.From < row.To).ToList();
        Assert.NotEmpty(leftOut);
        Assert.All(leftOut, row =>
        {
            var refused = Assert.IsType<TimeReading.Refused>(TimeText.Read(Written(row.From + (row.To - row.From) / 2), Now, row.Zone.Id));
            Assert.Contains("the clocks jumped from", refused.Sentence, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_clock_time_alone_is_the_last_time_the_clock_showed_it() => Gen.Select(Past, Zone, Gen.Int[0, 1439]).Sample((now, zone, minute) =>
    {
        var clock = TimeOnly.MinValue.AddMinutes(minute);
        if (TimeText.Read(clock.ToString("HH:mm", CultureInfo.InvariantCulture), now, zone) is not TimeReading.At at) return;
        Assert.InRange(at.Time, now.AddHours(-49), now);
        Assert.True(TimeOnly.FromDateTime(at.Time.DateTime) == clock || at.Time == now);
    });

    [Fact]
    public void No_text_is_read_as_a_time_to_come() => Gen.Select(Texts, Zone).Sample((text, zone) => Assert.False(TimeText.Read(text, Now, zone) is TimeReading.At at && at.Time > Now));

    [Fact]
    public void Leading_words_are_a_time_a_refusal_or_left_alone() => Gen.Select(Texts, Zone).Sample((text, zone) =>
    {
        var taken = TimeText.TakeLeading($"at {text}", Now, zone);
        Assert.True(taken.At is null || taken.Refusal is null);
        if (taken.At is null) Assert.True(taken.Refusal is not null || taken.Rest == $"at {text}");
        else Assert.EndsWith(taken.Rest, text.TrimEnd(), StringComparison.Ordinal);
    });

    [Fact]
    public void A_due_date_never_lies_in_the_past() => Texts.Sample(text => Assert.False(DateText.TakeDue($"x due {text}", new(2026, 11, 23)).Due < new DateOnly(2026, 11, 23)));

    private static readonly Gen<string> Texts = Gen.OneOf("14:05", "2026-11-23", "2026-11-24", "9999-99-99", "10m", "1h", "ago", "an", "hour", "yesterday", "today", "tomorrow", "at", "pm", "Z", "+14:00", "-12:00", "T", "00:00", "24:00",
        "friday", "next", "in", "2", "weeks", "999999999", "now", " ", " ", " ", ",", ":", "-", "é", "🔥", "\n").Array[0, 8].Select(string.Concat);

    private static void ReadsBack(DateTimeOffset instant, string zone)
    {
        var shown = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, zone).DateTime;
        if (Assert.IsType<TimeReading.At>(TimeText.Read(Written(shown), Now, zone)) is not { Time: var read, Remark: var remark } || read == instant) return;
        Assert.True(read > instant && read <= Now && remark is not null, $"{instant:O} in {zone} was read as {read:O}");
        Assert.Equal(shown, read.DateTime);
    }

    private static string Written(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The first seconds of new offsets since 2023, found without the zone's rules.</summary>
    private static IEnumerable<DateTimeOffset> ChangesOf(TimeZoneInfo zone)
    {
        var step = TimeSpan.FromDays(7);
        for (var week = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero); week + step < Now; week += step)
        {
            if (zone.GetUtcOffset(week) == zone.GetUtcOffset(week + step)) continue;
            var (before, after) = (week, week + step);
            while (after - before > TimeSpan.FromSeconds(1))
            {
                var middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
                if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(week)) before = middle;
                else after = middle;
            }
            yield return after;
        }
    }
}
