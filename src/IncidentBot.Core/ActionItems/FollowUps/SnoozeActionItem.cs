using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>Puts off the reminders of an item. It stays open, listed and as due as it was.</summary>
public static class SnoozeActionItem
{
    private const int AWeek = 7;
    private const int MostDays = 366;

    /// <summary><c>snooze A-7</c>, <c>snooze A-7 until friday</c>, <c>snooze A-7 2 weeks</c>.</summary>
    public static Decision Decide(Call call, Situation now)
    {
        var (label, until) = AskedItem.Split(call.Words);
        if (label.Length == 0) return call.Refuse(SnoozeCards.Which(now.CommandPrefix));
        return AskedItem.Decide(call.Said, label, now, (item, incident) => Until(until, item, incident, call.Said, now));
    }

    /// <summary>For a week.</summary>
    public static Decision Decide(ButtonPressed pressed, Situation now) => AskedItem.Decide(pressed, pressed.Value, now, (item, incident) => Until("", item, incident, pressed, now));

    /// <param name="words">Empty: a week.</param>
    internal static Decision Until(string words, ActionItem item, Incident incident, ChatEvent said, Situation now)
    {
        if (item.Status is not ActionItemStatus.Open) return ReopenActionItem.Offer(said, item, ActionItemCards.ClosedSentence(item));
        var today = item.Today(incident, said.At);
        switch (Read(words, said, today))
        {
            case DateReading.Refused refused:
                return Decision.Refuse(said, refused.Sentence);
            case DateReading.On { Date: var until } when item.FollowUp.SnoozedUntil is { } already && already > today && (until == already || words.Length == 0):
                return Decision.Refuse(said, SnoozeCards.Already(item, already, now.CommandPrefix));
            case DateReading.On { Date: var until }:
                var snoozed = item with { FollowUp = item.FollowUp with { SnoozedUntil = until, SnoozesInARow = item.FollowUp.SnoozesInARow + 1 } };
                return ChangedItem.Of(snoozed, incident, said, SnoozeCards.Entry(snoozed, until)).And(new() { Say = [ChangedItem.Privately(said, SnoozeCards.Told(snoozed, until, now.CommandPrefix))] });
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The day that the words name; or why not.</summary>
    internal static DateReading Read(string words, ChatEvent said, DateOnly today)
    {
        var date = Bare(words);
        if (date.Length == 0) return new DateReading.On(today.AddDays(AWeek));
        var speakers = Zones.DateIn(said.At, said.By.TimeZone);
        var read = DateText.Read(date, speakers) is DateReading.On on ? on : DateText.Read($"in {date}", speakers) is DateReading.On ahead ? ahead : DateText.Read(date, speakers);
        return read is not DateReading.On { Date: var day } ? read
            : day <= today ? new DateReading.Refused(SnoozeCards.NotToday)
            : day > today.AddDays(MostDays) ? new DateReading.Refused(SnoozeCards.TooLong)
            : read;
    }

    private static string Bare(string words)
    {
        var trimmed = words.Trim();
        foreach (var lead in (string[])["until ", "till ", "for ", "to "])
            if (trimmed.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) return trimmed[lead.Length..].Trim();
        return trimmed;
    }
}
