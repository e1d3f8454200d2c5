using System.Text.RegularExpressions;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>What a text says as the time in which users were hit: <see cref="At"/> or <see cref="Refused"/>.</summary>
internal abstract record ImpactReading
{
    private ImpactReading()
    {
    }

    /// <param name="Remark">As of <see cref="TimeReading.At"/>.</param>
    public sealed record At(Period When, string? Remark) : ImpactReading;

    /// <param name="IsEnd">The end is what is wrong.</param>
    public sealed record Refused(string Sentence, bool IsEnd) : ImpactReading;
}

/// <summary>Reads from when to when, as people write it: <c>14:02-14:31</c>, <c>from 14:02 to 14:31</c>, <c>2026-11-22 23:50 – 00:20</c>. Each side is a TIME as everywhere.</summary>
internal static partial class ImpactText
{
    /// <summary>An end that was written as a clock time before the beginning's is on the next day, if that leaves it a night and no more.</summary>
    private static readonly TimeSpan OverNight = TimeSpan.FromHours(12);

    public static ImpactReading Read(string text, DateTimeOffset now, string? zone)
    {
        var words = Lead().Replace(text.Trim(), "");
        foreach (Match between in Between().Matches(words))
        {
            var (from, to) = (words[..between.Index], words[(between.Index + between.Length)..]);
            if (TimeForm.TryRead(from) is not null && TimeForm.TryRead(to) is not null) return Read(from, to, now, zone);
        }
        return new ImpactReading.Refused(ChargeCards.ImpactNotUnderstood(text), IsEnd: false);
    }

    public static ImpactReading Read(string from, string to, DateTimeOffset now, string? zone) => TimeText.Read(from, now, zone) switch
    {
        TimeReading.Refused refused => new ImpactReading.Refused(refused.Sentence, IsEnd: false),
        TimeReading.At began => EndOf(to, began.Time, now, zone) switch
        {
            TimeReading.Refused refused => new ImpactReading.Refused(refused.Sentence, IsEnd: true),
            TimeReading.At ended when ended.Time <= began.Time => new ImpactReading.Refused(ChargeCards.Reversed(began.Time, ended.Time, zone), IsEnd: true),
            TimeReading.At ended => new ImpactReading.At(new(began.Time, ended.Time), began.Remark ?? ended.Remark),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A clock time alone is the first one after the beginning, not the most recent one.
    private static TimeReading EndOf(string text, DateTimeOffset began, DateTimeOffset now, string? zone)
    {
        if (TimeForm.TryRead(text) is not { NamesNoDay: true } clock) return TimeText.Read(text, now, zone);
        var there = Zones.Find(zone);
        var latest = began.AddDays(1) < now ? began.AddDays(1) : now;
        var read = clock.Resolve(latest, there);
        return read is TimeReading.At { Time: var ended } && ended > began && ended - began > OverNight && Zones.DateIn(ended, zone) != Zones.DateIn(began, zone) ? clock.Resolve(began, there) : read;
    }

    [GeneratedRegex(@"^(from|between|at)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(to|until|till|and)\s+|\s*[–—-]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
