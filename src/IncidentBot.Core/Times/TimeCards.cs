using System.Globalization;

namespace IncidentBot.Core.Times;

/// <summary>What is said about times and dates.</summary>
internal static class TimeCards
{
    private const int LongestEcho = 40;

    public const string Forms = "14:05, 2:05pm, 2026-11-22 14:05, 2026-11-22T14:05Z, 10m ago or yesterday 23:50";

    public const string DateForms = "2026-12-01, friday, next friday, tomorrow, in 3 days or in 2 weeks";

    public const string TooLongAgo = "That time is too long ago. Write a date of this century, such as 2026-11-22 14:05.";

    public static string NotUnderstood(string text) =>
        $"“{Echo(text)}” is not a time I can read. Write {Forms}.";

    public static string InFuture(DateTime local) => $"{Full(local)} is in the future. Write a time that has passed, such as 10m ago.";

    public static string NeverWas(DateTime local, Jump jump, TimeZoneInfo zone) =>
        $"{Short(local)} did not happen on {Date(local)} in {zone.Id}: the clocks jumped from {Near(jump.From, local)} to {Near(jump.To, local)}. Write {Near(jump.From.AddMinutes(-1), local)} or {Near(jump.To, local)}, or another time.";

    public static string WasTwice(DateTime local, DateTimeOffset first, DateTimeOffset taken, TimeZoneInfo zone) =>
        $"{Short(local)} came twice on {Date(local)} in {zone.Id}; the later one (UTC{Offset(taken)}) was taken. For the earlier one write {first.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture)}.";

    public static string DateNotUnderstood(string text) => $"“{Echo(text)}” is not a date I can read. Write {DateForms}.";

    public static string DatePast(DateOnly date) => $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is in the past. Write a date from today on, such as friday or in 2 weeks.";

    public const string DateTooFar = "That date is too far away. Write one within the next ten years.";

    private static string Echo(string text) => text.Trim() is var trimmed && trimmed.Length > LongestEcho ? $"{trimmed[..LongestEcho]}…" : trimmed;

    private static string Near(DateTime time, DateTime other) => time.Date == other.Date ? Short(time) : Full(time);

    private static string Full(DateTime local) => $"{Date(local)} {Short(local)}";

    private static string Date(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(DateTime local) => local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Offset(DateTimeOffset at) => at.ToString("zzz", CultureInfo.InvariantCulture);
}
