using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.ActionItems.FollowUps;

/// <summary>Stories begin on Sunday, 2026-11-22.</summary>
public sealed class FollowUpStories
{
    private readonly Story _story = new();

    [Theory]
    [InlineData("snooze A-1", "2026-11-29")]
    [InlineData("snooze a1", "2026-11-29")]
    [InlineData("snooze A-1 until friday", "2026-11-27")]
    [InlineData("snooze A-1 until 2026-12-24", "2026-12-24")]
    [InlineData("snooze A-1 2 weeks", "2026-12-06")]
    [InlineData("snooze A-1 for 2 weeks", "2026-12-06")]
    [InlineData("snooze A-1 in 3 days", "2026-11-25")]
    [InlineData("snooze A-1 tomorrow", "2026-11-23")]
    public async Task An_item_is_snoozed_for_a_week_or_until_a_day(string command, string until)
    {
        await InIncident(Some.Ben);
        await _story.Says("ben", "/incident " + command);
        _story.Hears($"A-1 is snoozed until {until}: Add a canary");
        Assert.Contains(_story.Store.Entries, entry => entry.Text == $"A-1 snoozed until {until}: Add a canary");
        await _story.Says("ana", "/incident actions");
        _story.Hears($"snoozed until {until}");
    }

    [Theory]
    [InlineData("snooze", "Which one?")]
    [InlineData("snooze A-9", "There is no action item A-9")]
    [InlineData("snooze A-1 until today", "until tomorrow or later")]
    [InlineData("snooze A-1 until 2026-01-01", "is in the past")]
    [InlineData("snooze A-1 until the moon is blue", "is not a date I can read")]
    [InlineData("snooze A-1 until 2030-01-01", "for a year at most")]
    [InlineData("hand", "Which one, and to whom?")]
    [InlineData("hand A-1", "To whom?")]
    [InlineData("hand A-1 @ana @ben", "Name one person")]
    [InlineData("hand A-1 @ben", "A-1 is with ben already")]
    [InlineData("hand A-9 @ana", "There is no action item A-9")]
    public async Task What_cannot_be_followed_is_answered_with_what_can(string command, string sentence)
    {
        await InIncident(Some.Ben);
        await _story.Says("ana", "/incident " + command);
        _story.Hears(sentence);
        Assert.Empty(_story.Store.Entries);
    }

    [Fact]
    public async Task A_card_that_is_drawn_anew_after_the_day_no_longer_says_snoozed()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "/incident action Add a canary @ben");
        await _story.Says("ben", "/incident snooze A-1 tomorrow");
        Assert.Contains("snoozed until 2026-11-23", await _story.Card(CardKeys.ActionItem(new(Some.Workspace, 1))), StringComparison.Ordinal);
        _story.Time.Advance(TimeSpan.FromDays(3));
        await _story.Says("ana", "/incident done A-1");
        await _story.Presses("ana", "Reopen");
        Assert.DoesNotContain("snoozed", await _story.Card(CardKeys.ActionItem(new(Some.Workspace, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_said_in_a_room_that_is_gone_is_left_unsaid()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "/incident action Add a canary @ben");
        var room = _story.Room;
        await _story.Does(new RoomGone(_story.Time.GetUtcNow(), Some.Bot, room));
        await _story.Says("ben", "/incident done A-1", place: Some.Place("dm-ben"));
        _story.Hears("A-1 is done");
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place.Channel == room.Channel);
        Assert.Equal(ActionItemStatus.Done, (await _story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))!.Status);
    }

    [Fact]
    public async Task A_button_snoozes_once_however_often_it_is_pressed()
    {
        await InIncident(Some.Ben);
        await _story.Does(Pressed("ben", ActionItemButtons.Snooze));
        await _story.Does(Pressed("ben", ActionItemButtons.Snooze));
        _story.Hears("A-1 is snoozed until 2026-11-29 already. Another day: /incident snooze A-1 until 2026-12-01");
        Assert.Equal(1, (await Item()).FollowUp.SnoozesInARow);
    }

    [Fact]
    public async Task Who_gets_an_item_is_told_directly_and_can_act_at_once()
    {
        await InIncident(Some.Ana);
        await _story.Says("ana", "/incident hand A-1 @ben");
        Assert.Equal("""
            ana has handed A-1 over to you: Add a canary
            It comes from INC-1 checkout is failing. If it does not fit, hand it on.
            [Done] [Snooze a week] [Hand over…] [Drop…]
            """, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben")).Words);
        _story.Hears("A-1 is with ben now, who is told directly");
        Assert.Contains(_story.Store.Entries, entry => entry.Text == "A-1 handed over from ana to ben: Add a canary");
        await _story.Presses("ben", "Done");
        Assert.Equal(ActionItemStatus.Done, (await Item()).Status);
    }

    [Fact]
    public async Task Who_lost_an_item_to_somebody_else_hears_of_it()
    {
        await InIncident(Some.Chidi);
        await _story.Says("ana", "/incident hand A-1 @ben");
        Assert.Equal("ana has handed A-1 over to ben, so you are no longer reminded of it: Add a canary", Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi")).Words);
    }

    [Fact]
    public async Task Taking_an_item_from_its_owner_needs_one_word()
    {
        await InIncident(Some.Ben);
        await _story.Says("ana", "/incident hand A-1 me");
        _story.Hears("A-1 is yours now");
        Assert.Equal(Some.Ana.Ref, (await Item()).Owner?.Ref);
    }

    [Fact]
    public async Task An_item_of_a_private_incident_stays_with_those_who_may_see_it()
    {
        await InIncident(Some.Ben, isPrivate: true);
        await _story.Says("ana", "/incident hand A-1 @chidi");
        _story.Hears("chidi is not in the room of this private incident");
        Assert.Equal(Some.Ben.Ref, (await Item()).Owner?.Ref);
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi"));
    }

    [Fact]
    public async Task Who_has_left_a_private_incident_hears_no_more_of_its_items()
    {
        await InIncident(Some.Chidi, isPrivate: true); // not in the room
        await _story.Says("ana", "/incident hand A-1 @ben");
        Assert.Equal(Some.Ben.Ref, (await Item()).Owner?.Ref);
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place == Some.Place("dm-chidi"));
    }

    [Fact]
    public async Task A_form_hands_over()
    {
        await InIncident(Some.Ana);
        await _story.Does(Pressed("ana", ActionItemButtons.HandOver));
        Assert.Equal("Choose who takes it over.", (await _story.Submits("ana"))["to"]);
        Assert.Empty(await _story.Submits("ana", ("to", "ben")));
        Assert.Equal(Some.Ben.Ref, (await Item()).Owner?.Ref);
    }

    [Fact]
    public async Task A_form_drops_for_a_reason()
    {
        await InIncident(Some.Ana);
        await _story.Does(Pressed("ana", ActionItemButtons.Drop));
        Assert.Contains("why it is no longer needed", (await _story.Submits("ana", ("reason", " ")))["reason"], StringComparison.Ordinal);
        Assert.Empty(await _story.Submits("ana", ("reason", "the service is gone")));
        Assert.Equal("the service is gone", (await Item()).DropReason);
    }

    [Theory]
    [InlineData("Snooze", "A-1 is snoozed until 2026-11-29")]
    [InlineData("HandOver", "A-1 is with chidi now")]
    [InlineData("Drop", "Reason: too big")]
    [InlineData("Done", "✅ A-1 is done")]
    public async Task One_form_does_what_is_chosen_in_it(string what, string sentence)
    {
        await InIncident(Some.Ben);
        await _story.Does(Pressed("ben", ActionItemButtons.Change));
        Assert.Empty(await _story.Submits("ben", ("what", what), ("to", "chidi"), ("reason", "too big")));
        _story.Hears(sentence);
    }

    [Theory]
    [InlineData("", "what")]
    [InlineData("HandOver", "to")]
    [InlineData("Drop", "reason")]
    [InlineData("Snooze", "until")]
    public async Task The_form_names_what_is_missing(string what, string field)
    {
        await InIncident(Some.Ben);
        await _story.Does(Pressed("ben", ActionItemButtons.Change));
        Assert.Contains(field, await _story.Submits("ben", ("what", what), ("until", "some day")));
    }

    [Fact]
    public async Task From_a_list_the_form_asks_which_of_ones_own_items()
    {
        await InIncident(Some.Ben);
        await _story.Has(Some.ActionItem(2, "Add an alert", Some.Ben) with { Version = 0 }, Some.ActionItem(3, "Write a runbook", Some.Ana) with { Version = 0 });
        await _story.Does(new ButtonPressed(_story.Time.GetUtcNow(), Some.Ben, Some.Place("dm-ben"), null, ActionItemButtons.Change, "mine"));
        Assert.Equal(["A-1", "A-2"], Assert.IsType<ChoiceField>(_story.OpenForm!.Fields[0]).Options.Select(option => option.Value));
        Assert.Empty(await _story.Submits("ben", ("item", "A-2"), ("what", "Snooze"), ("until", "2 weeks")));
        _story.Hears("A-2 is snoozed until 2026-12-06");
        await _story.Does(new ButtonPressed(_story.Time.GetUtcNow(), Some.Chidi, Some.Place("dm-chidi"), null, ActionItemButtons.Change, "mine"));
        _story.Hears("You have no open action items any more.");
    }

    [Theory]
    [InlineData(ActionItemButtons.Snooze)]
    [InlineData(ActionItemButtons.HandOver)]
    [InlineData(ActionItemButtons.Drop)]
    [InlineData(ActionItemButtons.Change)]
    public async Task A_closed_item_offers_to_be_reopened(string button)
    {
        await InIncident(Some.Ben);
        await _story.Says("ben", "/incident done A-1");
        await _story.Does(Pressed("ben", button));
        Assert.Null(_story.OpenForm);
        _story.Hears("[Reopen]");
        Assert.Equal(ActionItemStatus.Done, (await Item()).Status);
    }

    [Fact]
    public async Task A_new_owner_or_a_new_date_begins_the_count_of_snoozes_anew()
    {
        await InIncident(Some.Ben);
        await _story.Says("ben", "/incident snooze A-1");
        await _story.Says("ben", "/incident hand A-1 @ana");
        Assert.Equal(0, (await Item()).FollowUp.SnoozesInARow);
        Assert.Null((await Item()).FollowUp.SnoozedUntil);
    }

    private Task InIncident(Person owner, bool isPrivate = false)
    {
        _story.Room = Some.Room;
        return _story.Has(
            Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection], Private = isPrivate, Version = 0 },
            Some.ActionItem(1, "Add a canary", owner) with { Version = 0 },
            new Counter(Counter.NameOf(Some.Workspace, Counter.ActionItems), 10, 0));
    }

    private async Task<ActionItem> Item() => (await _story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))!;

    private ButtonPressed Pressed(string who, string action) => new(_story.Time.GetUtcNow(), _story[who], Some.Room, null, action, "A-1");
}
