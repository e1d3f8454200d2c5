using IncidentBot.Core.ActionItems;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Reminders;

/// <summary>Figures and facts of a digest, in words.</summary>
internal static class DigestCards
{
    private const int AWeek = 7;
    private const int AMonth = 30;

    /// <summary>How many are snoozed and were closed, and how old the open ones are: what is none is left out.</summary>
    public static string Ageing(IReadOnlyList<ActionItem> items, Standing standing)
    {
        var incidents = items.Select(item => item.Incident).ToHashSet();
        var snoozed = items.Count(item => item.SnoozedUntil(standing.Incidents[item.Incident], standing.Now) is not null);
        var closed = standing.ClosedLately.Count(item => incidents.Contains(item.Incident));
        var ages = items.Select(item => (standing.Now - item.AddedAt).TotalDays).ToList();
        string[] classes =
        [
            .. Class(ages.Count(age => age < AWeek), "under a week"),
            .. Class(ages.Count(age => age is >= AWeek and < AMonth), "under a month"),
            .. Class(ages.Count(age => age >= AMonth), "older"),
        ];
        string[] sentences =
        [
            .. snoozed > 0 ? [$"{snoozed} snoozed."] : Array.Empty<string>(),
            .. closed > 0 ? [$"{closed} closed since last week."] : Array.Empty<string>(),
            .. items.Count > 1 ? [$"By age: {string.Join(", ", classes)}; the oldest is {Words.Age(TimeSpan.FromDays(ages.Max()))}."] : Array.Empty<string>(),
        ];
        return string.Join(' ', sentences);
    }

    /// <summary>What else is to be known of an item this week.</summary>
    public static IEnumerable<RichText> Remarks(ActionItem item, Standing standing)
    {
        if (item.FollowUp.NotReached is not null) yield return "owner not reachable";
        if (item.FollowUp.HandedOver is { } handover && handover.At > standing.Now.AddDays(-AWeek)) yield return HandOverCards.Lately(handover);
        if (SnoozeCards.Often(item) is { } often) yield return often;
    }

    private static IEnumerable<string> Class(int count, string age) => count > 0 ? [$"{count} {age}"] : [];
}
