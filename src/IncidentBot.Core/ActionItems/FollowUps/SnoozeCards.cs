using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>What is said about snoozed items.</summary>
internal static class SnoozeCards
{
    /// <summary>More snoozes in a row than this are mentioned in the digest.</summary>
    private const int Usual = 3;

    public const string NotToday = "Snooze it until tomorrow or later, for example until friday or for 2 weeks.";

    public const string TooLong = "An item can be snoozed for a year at most. If it is no longer needed, it can be dropped with a reason.";

    public static RichText Which(string prefix) => Of($"Which one? Write {Code($"{prefix} snooze A-7")} for a week, or {Code($"{prefix} snooze A-7 until friday")}; {Code($"{prefix} actions mine")} lists yours.");

    public static RichText Already(ActionItem item, DateOnly until, string prefix) =>
        Of($"{Bold(item.Id.Label)} is snoozed until {Words.Date(until)} already. Another day: {Code($"{prefix} snooze {item.Id.Label} until 2026-12-01")}");

    public static string Entry(ActionItem item, DateOnly until) => $"{item.Id.Label} snoozed until {Words.Date(until)}: {item.Text}";

    public static RichText Told(ActionItem item, DateOnly until, string prefix) =>
        Of($"{Bold(item.Id.Label)} is snoozed until {Words.Date(until)}: {item.Text}\nNo reminders until then. It stays on the list: {Code($"{prefix} actions")}");

    public static string Until(DateOnly until) => $"snoozed until {Words.Date(until)}";

    /// <summary>A fact for the digest; null while there is nothing unusual.</summary>
    public static string? Often(ActionItem item) => item.FollowUp.SnoozesInARow > Usual ? $"snoozed {item.FollowUp.SnoozesInARow} times in a row" : null;
}
