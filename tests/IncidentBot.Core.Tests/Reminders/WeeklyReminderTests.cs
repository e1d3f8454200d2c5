using System.Globalization;
using CsCheck;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders;

/// <summary>A year of weeks, asked at random moments, in zones with all kinds of clock changes.</summary>
public sealed class WeeklyReminderTests
{
    private static readonly Gen<BotSettings> Schedules = Gen.Select(Some.Of("0 9 * * MON", "30 2 * * SUN", "0 0 * * SUN", "30 1 * * *"), Some.Of(ReminderScheduleTests.Zones))
        .Select((cron, zone) => Some.Settings with { ReminderSchedule = cron, ReminderTimeZone = zone });

    [Fact]
    public Task Every_week_of_the_zone_reminds_once() => Gen.Select(Schedules, Gen.Int[1, 20 * 60].Array[900]).SampleAsync(async (settings, gaps) =>
    {
        var schedule = new ReminderSchedule(settings.ReminderSchedule, settings.ReminderTimeZone);
        var (story, mondays) = (await StoryWith(settings, ActionItemStatus.Open), new List<DateTime>());
        foreach (var minutes in gaps)
            mondays.AddRange((await Asked(story, TimeSpan.FromMinutes(minutes))).Select(at => MondayOf(schedule.WeekOf(schedule.DueAt(at)!.Value))));
        Assert.InRange(mondays.Count, 50, 60);
        Assert.Equal(Enumerable.Range(0, mondays.Count).Select(week => mondays[0].AddDays(7 * week)), mondays);
    }, iter: 6);

    [Fact]
    public Task After_any_downtime_what_is_owed_is_said_once_and_only_while_something_is_open() =>
        Gen.Select(Schedules, Gen.Select(Gen.Int[1, 20 * 24 * 60], Gen.Bool).Array[60]).SampleAsync(async (settings, steps) =>
        {
            var schedule = new ReminderSchedule(settings.ReminderSchedule, settings.ReminderTimeZone);
            var (story, open, weeks) = (await StoryWith(settings, ActionItemStatus.Done), false, new HashSet<string>());
            var asked = DateTimeOffset.MinValue;
            foreach (var (minutes, opens) in steps)
            {
                var item = await story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None);
                await story.Has(item! with { Status = (open = opens) ? ActionItemStatus.Open : ActionItemStatus.Done });
                var said = await Asked(story, TimeSpan.FromMinutes(minutes));
                var due = schedule.DueAt(story.Time.GetUtcNow());
                var owed = open && due > asked && !weeks.Contains(schedule.WeekOf(due.Value));
                Assert.Equal(owed ? 1 : 0, said.Count);
                if (owed) weeks.Add(schedule.WeekOf(due!.Value));
                if (due is not null) asked = due.Value;
            }
        }, iter: 25);

    private static async Task<Story> StoryWith(BotSettings settings, ActionItemStatus status)
    {
        var story = new Story(settings);
        await story.Has(
            Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection], Version = 0 },
            Some.ActionItem(1, owner: Some.Ben) with { AddedAt = Some.Time.AddDays(-30), Status = status, Version = 0 });
        return story;
    }

    private static DateTime MondayOf(string week) => ISOWeek.ToDateTime(int.Parse(week[..4], CultureInfo.InvariantCulture), int.Parse(week[^2..], CultureInfo.InvariantCulture), DayOfWeek.Monday);

    /// <summary>The times at which Ben was told directly: one or none.</summary>
    private static async Task<IReadOnlyList<DateTimeOffset>> Asked(Story story, TimeSpan after)
    {
        await story.Passes(after);
        return [.. story.LastHeard.Where(heard => heard.Place == Some.Place("dm-ben")).Select(_ => story.Time.GetUtcNow())];
    }
}
