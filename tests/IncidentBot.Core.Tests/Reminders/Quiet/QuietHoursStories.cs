using CsCheck;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Reminders.Quiet;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders.Quiet;

/// <summary>Stories begin on a Sunday at 14:00 UTC; reminders are due on Mondays at 09:00.</summary>
public sealed class QuietHoursStories
{
    [Fact]
    public async Task Each_person_is_told_when_their_day_has_begun()
    {
        var story = await StoryWith(Usual);
        await story.Passes(TimeSpan.FromHours(19)); // 09:00 in Lisbon, 04:00 in New York
        Assert.Equal(["dm-ana", Some.Room.Channel.Id], Places(story));
        await story.Passes(TimeSpan.FromHours(3));
        story.HearsNothing();
        await story.Passes(TimeSpan.FromHours(1));
        Assert.Equal(["dm-ben"], Places(story));
        await story.Passes(TimeSpan.FromHours(6));
        story.HearsNothing();
    }

    [Fact]
    public async Task After_a_downtime_over_a_whole_day_it_waits_for_the_next_one()
    {
        var story = await StoryWith(Usual);
        await story.Passes(TimeSpan.FromHours(19 + 14)); // Monday, 23:00 in Lisbon
        Assert.DoesNotContain("dm-ana", Places(story));
        await story.Passes(TimeSpan.FromHours(10));
        Assert.Contains("dm-ana", Places(story));
    }

    [Fact]
    public async Task A_digest_that_goes_to_a_person_waits_for_their_day_too()
    {
        var story = new Story(Usual);
        await story.Has(
            Some.Incident() with { RoomGone = true, Private = true, Roles = [new(RoleHolder.Commander, Some.Ben)], Version = 0 },
            Some.ActionItem(1, "Rotate the leaked key") with { AddedAt = Some.Time.AddDays(-7), Version = 0 });
        await story.Passes(TimeSpan.FromHours(19));
        story.HearsNothing();
        await story.Passes(TimeSpan.FromHours(4));
        Assert.Equal(["dm-ben"], Places(story));
    }

    [Fact]
    public async Task What_was_done_meanwhile_is_not_reminded_of()
    {
        var story = await StoryWith(Usual);
        await story.Passes(TimeSpan.FromHours(19));
        await story.Says("ana", "/incident done A-2", place: Some.Room);
        await story.Passes(TimeSpan.FromHours(5));
        story.HearsNothing();
    }

    [Fact]
    public async Task A_snoozed_item_is_not_reminded_of_until_its_day_and_stays_in_the_digest()
    {
        var story = await StoryWith(Some.Settings);
        await story.Says("ben", "/incident snooze A-2 until 2026-12-01", place: Some.Room);
        await story.Passes(TimeSpan.FromHours(19));
        Assert.Equal(["dm-ana", Some.Room.Channel.Id], Places(story));
        story.Hears("A-2 Add a canary — ben · 2 weeks old · snoozed until 2026-12-01");
        story.Hears("2 open action items, none overdue. 1 snoozed.");
        await story.Passes(TimeSpan.FromDays(14));
        Assert.Contains("dm-ben", Places(story));
    }

    [Fact]
    public async Task Many_snoozes_in_a_row_are_mentioned()
    {
        var story = await StoryWith(Some.Settings);
        foreach (var day in new[] { "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04" }) await story.Says("ben", $"/incident snooze A-2 until {day}", place: Some.Room);
        await story.Passes(TimeSpan.FromHours(19));
        story.Hears("snoozed until 2026-12-04 · snoozed 4 times in a row");
    }

    [Fact]
    public async Task The_digest_shows_who_handed_an_item_over_and_what_was_closed()
    {
        var story = await StoryWith(Some.Settings);
        await story.Has(Some.ActionItem(3, "Write a runbook", Some.Ben) with { AddedAt = Some.Time.AddDays(-40), Version = 0 });
        await story.Says("ana", "/incident done A-1", place: Some.Room);
        await story.Says("ben", "/incident hand A-2 @ana", place: Some.Room);
        await story.Passes(TimeSpan.FromHours(19));
        story.Hears("2 open action items, none overdue. 1 closed since last week. By age: 1 under a month, 1 older; the oldest is 1 month old.");
        story.Hears("A-2 Add a canary — ana · 2 weeks old · handed over by ben");
    }

    [Fact]
    public Task Everybody_is_told_once_a_week_and_only_in_their_working_time() =>
        Gen.Select(Some.Of(ReminderScheduleTests.Zones), Some.Of(ReminderScheduleTests.Zones), Some.Of("0 9 * * MON", "0 3 * * SAT", "30 22 * * WED"), Gen.Int[1, 30 * 60].Array[120]).SampleAsync(async (anas, bens, cron, gaps) =>
        {
            var settings = Usual with { ReminderSchedule = cron };
            var (ana, ben) = (Some.Person("ana", anas), Some.Person("ben", bens));
            var story = await StoryWith(settings, ana, ben);
            var schedule = new ReminderSchedule(cron, "Etc/UTC");
            var told = new HashSet<(string, string)>();
            foreach (var minutes in gaps)
            {
                await story.Passes(TimeSpan.FromMinutes(minutes));
                var now = story.Time.GetUtcNow();
                foreach (var person in new[] { ana, ben })
                {
                    var heard = story.LastHeard.Count(heard => heard.Place == Some.Place($"dm-{person.Name}"));
                    var owed = schedule.DueAt(now) is { } due && WorkingTime.Is(now, person, settings) && told.Add((person.Name, schedule.WeekOf(due)));
                    Assert.Equal(owed ? 1 : 0, heard);
                }
            }
        }, iter: 20);

    private static readonly BotSettings Usual = Some.Settings with { Reminding = new() { EscalateAfterDays = 3650 } };

    private static async Task<Story> StoryWith(BotSettings settings, Person? ana = null, Person? ben = null)
    {
        var story = new Story(settings);
        await story.Has(
            Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection], Version = 0 },
            Some.ActionItem(1, "Add an alert", ana ?? Some.Ana) with { AddedAt = Some.Time.AddDays(-14), Version = 0 },
            Some.ActionItem(2, "Add a canary", ben ?? Some.Ben) with { AddedAt = Some.Time.AddDays(-14), Version = 0 });
        return story;
    }

    private static IEnumerable<string> Places(Story story) => story.LastHeard.Select(heard => heard.Place.Channel.Id).Order(StringComparer.Ordinal);
}
