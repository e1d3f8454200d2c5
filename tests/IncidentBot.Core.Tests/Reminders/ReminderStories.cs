using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders;

/// <summary>Stories begin on a Sunday at 14:00 UTC; reminders are due on Mondays at 09:00.</summary>
public sealed class ReminderStories
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours(19);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Story _story = new();

    [Fact]
    public async Task Each_owner_is_told_directly_of_their_items_overdue_first()
    {
        await Has(
            Item(1, "Add an alert", Some.Ben),
            Item(2, "Add a canary", Some.Ben, due: new(2026, 11, 20), age: 21),
            Item(3, "Write a runbook", Some.Ana));
        await _story.Passes(ToMonday);
        Assert.Equal("""
            Your open action items
            2 open action items, 1 overdue.
            • A-2 Add a canary — 3 days overdue · 3 weeks old · INC-1
            • A-1 Add an alert — 1 week old · INC-1
            Done with one? Press its button or write /incident done A-2. If one is no longer needed: /incident drop A-2 REASON.
            [A-2 is done] [A-1 is done] [Snooze, hand over or drop…]
            """, Direct("ben").Words);
        Assert.DoesNotContain("A-1", Direct("ana").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_in_the_direct_message_closes_the_item()
    {
        await Has(Item(1, "Add an alert", Some.Ben));
        await _story.Passes(ToMonday);
        await _story.Presses("ben", "Done");
        _story.Hears("✅ A-1 is done, says ben");
        await _story.Passes(Week);
        _story.HearsNothing();
    }

    [Fact]
    public async Task The_room_gets_one_digest_with_counts_and_what_nobody_owns()
    {
        await Has(
            Item(1, "Add an alert"),
            Item(2, "Add a canary", Some.Ben, due: new(2026, 11, 20)),
            Item(3, "Write a runbook", Some.Ana));
        await _story.Passes(ToMonday);
        Assert.Equal("""
            This week: what is still open
            3 open action items, 1 overdue, 1 without an owner. By age: 3 under a month; the oldest is 1 week old.
            • A-2 Add a canary — ben · 3 days overdue · 1 week old
            • A-1 Add an alert — nobody yet · 1 week old
            • A-3 Write a runbook — ana · 1 week old
            [Take A-1]
            """, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Room).Words);
    }

    [Fact]
    public async Task A_week_reminds_once_however_often_it_is_asked()
    {
        await Has(Item(1, "Add an alert", Some.Ben));
        await _story.Passes(ToMonday);
        Assert.Equal(2, _story.LastHeard.Count);
        for (var asked = 1; asked <= 15; asked++)
        {
            await _story.Passes(TimeSpan.FromHours(11));
            _story.HearsNothing();
        }
        await _story.Passes(TimeSpan.FromHours(3));
        Assert.Equal(2, _story.LastHeard.Count);
    }

    [Fact]
    public async Task After_a_downtime_of_weeks_the_latest_reminder_is_given_and_no_other()
    {
        await Has(Item(1, "Add an alert", Some.Ben));
        await _story.Passes(Week * 5 + ToMonday + TimeSpan.FromDays(2));
        Assert.Equal(2, _story.LastHeard.Count);
        await _story.Passes(TimeSpan.FromMinutes(1));
        _story.HearsNothing();
    }

    [Fact]
    public async Task What_is_added_taken_or_reopened_after_Monday_waits_for_the_next()
    {
        await Has(Item(1, "Add an alert"), Item(2, "Add a canary", Some.Ana) with { Status = ActionItemStatus.Done, ClosedBy = Some.Ana });
        await _story.Passes(ToMonday);
        _story.Room = Some.Room;
        await _story.Presses("ben", "Take A-1");
        await _story.Says("ana", "/incident action Write a runbook @chidi");
        await _story.Does(new ButtonPressed(_story.Time.GetUtcNow(), Some.Ana, Some.Room, null, ActionItemButtons.Reopen, "A-2"));
        await _story.Passes(TimeSpan.FromDays(1));
        _story.HearsNothing();
        await _story.Passes(TimeSpan.FromDays(6));
        Assert.Equal(["dm-ana", "dm-ben", "dm-chidi", Some.Room.Channel.Id], _story.LastHeard.Select(heard => heard.Place.Channel.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_added_while_the_bot_was_late_owes_nothing_yet()
    {
        await _story.Has(Incident with { Version = 0 }, Some.ActionItem(1, owner: Some.Ben) with { AddedAt = Some.Time + ToMonday + TimeSpan.FromMinutes(1), Version = 0 });
        await _story.Passes(TimeSpan.FromDays(2));
        _story.HearsNothing();
    }

    [Fact]
    public async Task Without_open_items_nobody_hears_anything()
    {
        await Has(Item(1, "Add an alert", Some.Ben) with { Status = ActionItemStatus.Done }, Item(2, "Add a canary", Some.Ben) with { Status = ActionItemStatus.Dropped });
        await _story.Passes(ToMonday);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Who_has_left_a_private_incident_is_not_reminded_of_its_items()
    {
        await _story.Has(Incident with { Private = true, Version = 0 }, Item(1, "Rotate the leaked key", Some.Chidi), Item(2, "Tell customers", Some.Ben));
        await _story.Passes(ToMonday);
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi"));
        Assert.Contains("A-2", Direct("ben").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_room_a_public_incident_is_told_of_in_the_announcement_channel()
    {
        await _story.Has(Incident with { RoomGone = true, Version = 0 }, Item(1, "Add an alert"));
        await _story.Passes(ToMonday);
        Assert.Equal(Some.Place("incidents"), Assert.Single(_story.LastHeard).Place);
    }

    [Fact]
    public async Task Without_its_room_a_private_incident_is_told_of_to_its_commander_alone()
    {
        await _story.Has(Incident with { RoomGone = true, Private = true, Roles = [new(RoleHolder.Commander, Some.Ben)], Version = 0 }, Item(1, "Rotate the leaked key"));
        await _story.Passes(ToMonday);
        Assert.Equal(Some.Place("dm-ben"), Assert.Single(_story.LastHeard).Place);
    }

    [Fact]
    public async Task A_channel_that_served_several_incidents_gets_one_digest()
    {
        await Has(Item(1, "Add an alert"));
        await _story.Has(Incident with { Id = new(Some.Workspace, 2), Version = 0 }, Item(2, "Add a canary") with { Incident = new(Some.Workspace, 2) });
        await _story.Passes(ToMonday);
        var words = Assert.Single(_story.LastHeard).Words;
        Assert.Contains("1 week old · INC-1", words, StringComparison.Ordinal);
        Assert.Contains("1 week old · INC-2", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_whole()
    {
        await Has([.. Enumerable.Range(1, 45).Select(number => Item(number, $"Step {number}.", Some.Ben))]);
        await _story.Passes(ToMonday);
        Assert.All(Enumerable.Range(1, 45), number => Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains($"Step {number}. ", StringComparison.Ordinal)));
        _story.Hears("Your open action items, part 3 of 3");
    }

    [Theory]
    [InlineData(null, "The postmortem of INC-1 checkout is failing has not been started; the incident was resolved 10 days ago. Begin with /incident postmortem.")]
    [InlineData(PostmortemStatus.InWriting, "is In Writing; the incident was resolved 10 days ago. Go on with /incident postmortem.")]
    [InlineData(PostmortemStatus.InReview, "is In Review;")]
    [InlineData(PostmortemStatus.Reviewed, "Publish it with /incident postmortem publish.")]
    public async Task A_postmortem_that_is_not_published_is_reminded_of_weekly(PostmortemStatus? status, string sentence)
    {
        await _story.Has(Resolved());
        if (status is { } begun) await _story.Has(new Postmortem { Incident = Some.IncidentId, Status = begun, StartedBy = Some.Ana, StartedAt = Some.Time });
        await _story.Passes(ToMonday + Week);
        _story.HearsNothing(); // five days have not passed
        await _story.Passes(Week);
        Assert.Contains(sentence, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Room).Words, StringComparison.Ordinal);
        await _story.Passes(TimeSpan.FromDays(3));
        _story.HearsNothing();
    }

    [Fact]
    public async Task When_it_was_resolved_may_be_unknown()
    {
        await _story.Has(Resolved().Without(MilestoneKind.Resolved) with { NewsAt = Some.Time });
        await _story.Passes(ToMonday + Week);
        Assert.Contains("The postmortem of INC-1 checkout is failing has not been started", Assert.Single(_story.LastHeard, heard => heard.Place == Some.Room).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_postmortem_is_left_in_peace()
    {
        await _story.Has(Resolved(), new Postmortem { Incident = Some.IncidentId, Status = PostmortemStatus.Published, StartedBy = Some.Ana, StartedAt = Some.Time });
        await _story.Passes(Week * 3);
        _story.HearsNothing();
    }

    private static readonly Incident Incident = Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection], Version = 0 };

    private static Incident Resolved() => Some.Incident(IncidentStatus.Resolved).With(new Milestone(MilestoneKind.Resolved, Some.Time.AddDays(4), Some.Ana, "/incident resolve")) with { Version = 0 };

    private static ActionItem Item(int number, string text, Person? owner = null, DateOnly? due = null, int age = 7) =>
        Some.ActionItem(number, text, owner, due) with { AddedAt = Some.Time.AddDays(-age), Version = 0 };

    private Task Has(params ActionItem[] items) => _story.Has([Incident, new Counter(Counter.NameOf(Some.Workspace, Counter.ActionItems), 100, 0), .. items]);

    private Heard Direct(string person) => Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place($"dm-{person}"));
}
