using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders.Escalations;

/// <summary>Stories begin on Sunday, 2026-11-22; the commander is chidi, reminders are never due.</summary>
public sealed class EscalationStories
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private Story _story = With(null);

    [Fact]
    public async Task An_item_that_is_long_overdue_is_brought_to_the_commander_once()
    {
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 10)));
        await _story.Passes(Day); // thirteen days overdue
        _story.HearsNothing();
        await _story.Passes(Day);
        Assert.Equal("""
            Could you help?
            This item has been waiting for long. Can it be smaller, handed over or dropped?
            • A-1 Add an alert — ben · 14 days overdue · 1 week old · INC-1
            [Snooze, hand over or drop…]
            """, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi")).Words);
        for (var day = 0; day < 30; day++)
        {
            await _story.Passes(Day);
            _story.HearsNothing();
        }
    }

    [Theory]
    [InlineData("ben", null)]
    [InlineData(null, "2027-06-01")]
    public async Task Without_an_owner_or_a_date_twice_as_long_goes_by(string? owner, string? due)
    {
        await Has(Item(1, "Add an alert", owner is null ? null : Some.Ben, due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), age: 27));
        await _story.Passes(TimeSpan.FromHours(23));
        _story.HearsNothing();
        await _story.Passes(TimeSpan.FromHours(1));
        _story.Hears("This item has been waiting for long");
    }

    [Theory]
    [InlineData("sre-leads", "sre-leads")]
    [InlineData("@dana", "dm-dana")]
    public async Task A_week_after_the_commander_others_are_asked_once(string to, string place)
    {
        _story = With(to);
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)), Item(2, "Add a canary", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(Day);
        Assert.Equal(Some.Place("dm-chidi"), Assert.Single(_story.LastHeard).Place);
        await _story.Passes(Day * 6.9);
        _story.HearsNothing();
        await _story.Passes(Day * 0.1);
        Assert.Equal(Some.Place(place), Assert.Single(_story.LastHeard).Place);
        _story.Hears("These items have been waiting for long and could use a hand. Can they be smaller, handed over or dropped?");
        await _story.Passes(Day * 30);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Nobody_is_asked_to_help_with_what_is_theirs()
    {
        _story = With("@ben");
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(Day);
        await _story.Passes(Day * 8);
        _story.HearsNothing(); // the room's digest says it
    }

    [Fact]
    public async Task A_new_owner_gets_a_week_of_their_own()
    {
        _story = With("sre-leads");
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(Day);
        await _story.Passes(Day * 5);
        await _story.Says("ben", "/incident hand A-1 @ana", place: Some.Room);
        await _story.Passes(Day * 6);
        _story.HearsNothing();
        await _story.Passes(Day);
        _story.Hears("Help wanted with action items");
    }

    [Fact]
    public async Task Who_takes_over_what_is_late_has_a_week_before_the_commander_is_asked()
    {
        await Has(Item(1, "Add an alert", Some.Ana, due: new(2026, 11, 1)));
        await _story.Says("ana", "/incident hand A-1 @ben", place: Some.Room);
        await _story.Passes(Day * 6);
        _story.HearsNothing();
        await _story.Passes(Day);
        _story.Hears("Could you help?");
    }

    [Fact]
    public async Task What_is_opened_again_has_been_waiting_for_no_time()
    {
        await Has(Item(1, "Add an alert", Some.Ben, age: 60) with { Status = ActionItemStatus.Done, ClosedBy = Some.Ben });
        await _story.Does(new ButtonPressed(_story.Time.GetUtcNow(), Some.Ben, Some.Room, null, ActionItemButtons.Reopen, "A-1"));
        await _story.Passes(Day);
        _story.HearsNothing();
    }

    [Fact]
    public async Task A_snoozed_item_is_left_in_peace_until_a_week_after_its_day()
    {
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)));
        await _story.Says("ben", "/incident snooze A-1 2 weeks", place: Some.Room);
        await _story.Passes(Day * 20);
        _story.HearsNothing();
        await _story.Passes(Day * 2);
        _story.Hears("Could you help?");
    }

    [Fact]
    public async Task Who_owns_the_item_is_not_asked_about_it_again()
    {
        await Has(Item(1, "Add an alert", Some.Chidi, due: new(2026, 11, 1)));
        await _story.Passes(Day);
        Assert.Equal(Some.Place("dm-ana"), Assert.Single(_story.LastHeard).Place); // who declared it
    }

    [Fact]
    public async Task A_private_incident_s_items_stay_with_its_members()
    {
        _story = With("sre-leads");
        await _story.Has(Incident with { Private = true }, Item(1, "Rotate the leaked key", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(Day);
        Assert.Equal(Some.Place("dm-ana"), Assert.Single(_story.LastHeard).Place); // chidi is not in the room
        await _story.Passes(Day * 8);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Where_nobody_else_is_set_the_digest_asks_once()
    {
        _story = new(Settings(null) with { ReminderSchedule = "0 9 * * MON" });
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(Day); // Monday afternoon: the commander
        await _story.Passes(Day * 7);
        Assert.Contains("A-1 has been waiting for long. Can it be smaller, handed over or dropped?", Digest(), StringComparison.Ordinal);
        await _story.Passes(Day * 7);
        Assert.DoesNotContain("waiting for long", Digest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commander_is_asked_in_working_time()
    {
        _story = new(Settings(null) with { Reminding = new() });
        await Has(Item(1, "Add an alert", Some.Ben, due: new(2026, 11, 1)));
        await _story.Passes(TimeSpan.FromHours(1)); // Sunday
        _story.HearsNothing();
        await _story.Passes(TimeSpan.FromHours(15.9)); // Monday, 07:54 in Lagos
        _story.HearsNothing();
        await _story.Passes(TimeSpan.FromHours(1.1));
        _story.Hears("Could you help?");
    }

    [Fact]
    public async Task An_owner_who_cannot_be_told_is_noticed_and_somebody_may_take_the_item()
    {
        _story = new(Settings(null) with { ReminderSchedule = "0 9 * * MON" });
        await Has(Item(1, "Add an alert", Some.Ben), Item(2, "Add a canary", Some.Ben));
        _story.Chat.Fails = verb => verb == "direct ben" ? new ChatException(ChatFault.Gone, "user_disabled") : null;
        await _story.Passes(TimeSpan.FromHours(20));
        Assert.NotNull((await Found(1)).FollowUp.NotReached);
        await _story.Passes(Day);
        Assert.Equal("""
            Who could take over?
            The owners of these items could not be reached directly. Perhaps somebody else can take them.
            • A-1 Add an alert — ben · 1 week old · INC-1 · owner not reachable
            • A-2 Add a canary — ben · 1 week old · INC-1 · owner not reachable
            [Take A-1] [Take A-2]
            """, Assert.Single(_story.LastHeard).Words);
        await _story.Passes(Day * 6);
        Assert.Contains("A-1 Add an alert — ben · 2 weeks old · owner not reachable", Digest(), StringComparison.Ordinal);
        Assert.Contains("[Take A-1] [Take A-2]", Digest(), StringComparison.Ordinal);
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi"));
        await _story.Presses("ana", "Take A-1");
        Assert.Equal(Some.Ana.Ref, (await Found(1)).Owner?.Ref);
        Assert.Null((await Found(1)).FollowUp.NotReached);
    }

    [Fact]
    public async Task An_owner_who_is_back_is_reachable_again()
    {
        _story = new(Settings(null) with { ReminderSchedule = "0 9 * * MON" });
        await Has(Item(1, "Add an alert", Some.Ben));
        _story.Chat.Fails = verb => verb == "direct ben" ? new ChatException(ChatFault.Refused, "the app is not installed") : null;
        await _story.Passes(TimeSpan.FromHours(20));
        _story.Chat.Fails = _ => null;
        await _story.Passes(Day * 7);
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben"));
        Assert.Null((await Found(1)).FollowUp.NotReached);
    }

    private static readonly Incident Incident = Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection], Roles = [new(RoleHolder.Commander, Some.Chidi)], Version = 0 };

    private static BotSettings Settings(string? to) => Some.Settings with { ReminderSchedule = "0 9 29 2 *", Reminding = Some.Settings.Reminding with { EscalateAfterDays = 14, EscalateTo = to } };

    private static Story With(string? escalateTo) => new(Settings(escalateTo));

    private static ActionItem Item(int number, string text, Person? owner = null, DateOnly? due = null, int age = 7) =>
        Some.ActionItem(number, text, owner, due) with { AddedAt = Some.Time.AddDays(-age), Version = 0 };

    private Task Has(params ActionItem[] items) => _story.Has([Incident, .. items]);

    private async Task<ActionItem> Found(int number) => (await _story.Store.ActionItems.FindAsync(new(Some.Workspace, number), CancellationToken.None))!;

    private string Digest() => Assert.Single(_story.LastHeard, heard => heard.Place == Some.Room).Words;
}
