using System.Globalization;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>A calendar quarter in the time zone of an SLO's window.</summary>
/// <param name="Label">As in <c>2026-q4</c>.</param>
/// <param name="FollowingEnd">When the quarter after it ends.</param>
internal sealed record Quarter(string Label, DateTimeOffset FollowingEnd)
{
    private const int Months = 3;

    public static SloWindow WindowOf(Slo slo) => new(SloWindowKind.CalendarQuarter, TimeZone: slo.Window.TimeZone);

    /// <summary>The quarter that a moment is in.</summary>
    public static Quarter At(Slo slo, DateTimeOffset now)
    {
        var window = WindowOf(slo);
        var whole = window.At(now);
        var first = Zones.DateIn(whole.From, window.TimeZone);
        return new(string.Create(CultureInfo.InvariantCulture, $"{first.Year:D4}-q{((first.Month - 1) / Months) + 1}"), window.At(whole.To).To);
    }

    /// <summary>The quarter in which an occasion was, and the one after it, as people write them: <c>Q4 2026</c>, <c>Q1 2027</c>.</summary>
    /// <param name="occasion">It ends with a label.</param>
    public static (string This, string Next) InWords(string occasion)
    {
        if (occasion.Split('-') is not [.., var digits, ['q', >= '1' and <= '4' and var last]] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return ("that quarter", "the quarter after it");
        var number = last - '0';
        return (Named(number, year), number == 4 ? Named(1, year + 1) : Named(number + 1, year));
    }

    private static string Named(int number, int year) => string.Create(CultureInfo.InvariantCulture, $"Q{number} {year}");
}
