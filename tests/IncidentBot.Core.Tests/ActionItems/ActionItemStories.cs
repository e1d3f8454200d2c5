using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.ActionItems;

public sealed class ActionItemStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task An_item_gets_a_number_a_card_and_a_timeline_entry()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary to the deploy @ben p1 due friday https://tickets.example/OPS-7");
        _story.Hears("A-1 Add a canary to the deploy\n@ben · P1 · due 2026-11-27 · ticket (https://tickets.example/OPS-7)");
        Assert.Equal("A-1 added: Add a canary to the deploy (@ben · P1 · due 2026-11-27 · ticket (https://tickets.example/OPS-7))", Assert.Single(_story.Store.Entries).Text);
    }

    [Fact]
    public async Task Numbers_go_on_across_incidents()
    {
        await InIncident();
        await _story.Has(Some.Incident() with { Id = new(Some.Workspace, 2), Room = Some.Place("inc-2"), Version = 0 });
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Says("ana", "/incident action Add an alert", place: Some.Place("inc-2"));
        _story.Hears("A-2 Add an alert");
    }

    [Fact]
    public async Task An_item_that_nobody_owns_can_be_taken_once()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Presses("ben", "Take it");
        _story.Hears("A-1 is yours now");
        Assert.Equal("A-1 Add a canary\n@ben\n[Done] [Edit] [Snooze, hand over or drop…]", await Card(1));
        await _story.Does(Pressed("chidi", ActionItemButtons.Take));
        _story.Hears("has been taken by ben");
        await _story.Does(Pressed("ben", ActionItemButtons.Take));
        _story.Hears("yours already");
    }

    [Fact]
    public async Task Done_is_told_in_the_room_and_shown_on_the_card()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary @ben");
        await _story.Presses("ben", "Done");
        _story.Hears("✅ A-1 is done, says ben: Add a canary");
        Assert.Equal("A-1 Add a canary\n@ben · ✅ done by ben\n[Reopen]", await Card(1));
    }

    [Fact]
    public async Task A_remark_after_done_stays_on_record()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Says("ben", "/incident done a-1: shipped with 4711");
        _story.Hears("Add a canary — shipped with 4711");
        Assert.Contains(_story.Store.Entries, entry => entry.Text == "A-1 done: Add a canary — shipped with 4711" && entry.By == Some.Ben);
    }

    [Fact]
    public async Task From_elsewhere_the_room_hears_it_and_so_does_who_said_it()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Says("ben", "/incident done A-1", place: Some.Place("general"));
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Room && !heard.Update);
        Assert.Equal(Some.Ben.Ref, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("general")).OnlyTo);
    }

    [Fact]
    public async Task Done_twice_says_who_did_it_and_offers_to_reopen()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Says("ben", "/incident done A-1");
        await _story.Says("ana", "/incident done A-1");
        _story.Hears("✅ done by ben. It is already done.");
        await _story.Presses("ana", "Reopen");
        _story.Hears("A-1 was opened again by ana");
        Assert.Equal(ActionItemStatus.Open, (await Item(1)).Status);
        Assert.Null((await Item(1)).ClosedBy);
    }

    [Fact]
    public async Task Dropping_needs_a_reason_that_stays_on_the_card()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        await _story.Says("ana", "/incident drop A-1");
        _story.Hears("Why is A-1 no longer needed?");
        Assert.Equal(ActionItemStatus.Open, (await Item(1)).Status);
        await _story.Says("ana", "/incident drop A-1 the service is switched off");
        _story.Hears("Reason: the service is switched off");
        Assert.Contains("dropped by ana: the service is switched off", await Card(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "Which one is done?")]
    [InlineData("done A-99", "There is no action item A-99")]
    [InlineData("done INC-1", "not the id of an action item")]
    [InlineData("done everything", "not the id of an action item")]
    [InlineData("done A-1 A-2", "One at a time")]
    [InlineData("drop", "Which one, and why?")]
    [InlineData("drop A-99 too late", "There is no action item A-99")]
    [InlineData("actions urgent", "There is no list urgent")]
    [InlineData("action @ana", "What is to be done?")]
    public async Task What_cannot_be_done_is_answered_with_what_can(string command, string sentence)
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary");
        var before = _story.Store.Entries.Count();
        await _story.Says("ana", "/incident " + command);
        _story.Hears(sentence);
        Assert.Equal(before, _story.Store.Entries.Count());
    }

    [Fact]
    public async Task An_item_is_added_only_where_there_is_an_incident()
    {
        await _story.Says("ana", "/incident action Add a canary");
        _story.Hears("no incident");
        await _story.Says("ana", "/incident action");
        Assert.Null(_story.OpenForm);
        _story.Hears("no incident");
    }

    [Fact]
    public async Task From_elsewhere_an_incident_is_named_first_and_the_card_stands_in_its_room()
    {
        await InIncident();
        _story.Room = Some.Place("general");
        await _story.Says("ana", "/incident action INC-1 Add a canary @ben");
        Assert.Equal(Some.Room, Assert.Single(_story.LastHeard).Place);
        await _story.Says("ana", "/incident actions INC-1");
        _story.Hears("A-1 Add a canary — ben");
        await _story.Says("ana", "/incident actions INC-9");
        _story.Hears("There is no such incident");
    }

    [Fact]
    public async Task Without_words_a_form_opens_checks_its_fields_and_adds_the_item()
    {
        await InIncident();
        await _story.Says("ana", "/incident action");
        var form = _story.OpenForm;
        var faults = await _story.Submits("ana", ("text", " "), ("due", "2026-11-01"), ("ticket", "OPS-7"));
        Assert.Equal(["due", "text", "ticket"], faults.Keys.Order());
        await _story.Submits("ana", ("text", "Add a canary"), ("owner", "ben"), ("priority", "P0"), ("due", "in 2 weeks"), ("ticket", "https://tickets.example/OPS-7"));
        Assert.Equal("INC-1", form?.Context);
        _story.Hears("A-1 Add a canary\n@ben · P0 · due 2026-12-06");
    }

    [Fact]
    public async Task Editing_shows_what_stands_and_changes_the_card_in_place()
    {
        await InIncident();
        await _story.Says("ana", "/incident action Add a canary @ben p2 due 2026-11-23");
        _story.Time.Advance(TimeSpan.FromDays(7));
        await _story.Presses("ana", "Edit");
        Assert.Equal(["Add a canary", "ben", "P2", "2026-11-23", null], _story.OpenForm?.Fields.Select(field => field.Initial));
        var faults = await _story.Submits("ana", ("text", "Add a canary and an alert"), ("priority", "none"), ("due", "2026-11-23"), ("ticket", "https://tickets.example/7"));
        Assert.Empty(faults);
        Assert.Equal("A-1 Add a canary and an alert\nnobody owns it yet · due 2026-11-23 · ticket (https://tickets.example/7)\n[Take it] [Done] [Edit] [Snooze, hand over or drop…]", await Card(1));
    }

    [Fact]
    public async Task A_closed_item_is_reopened_before_it_is_edited()
    {
        await InIncident();
        await _story.Has(Some.ActionItem() with { Status = ActionItemStatus.Done, ClosedBy = Some.Ben, Version = 0 });
        await _story.Does(Pressed("ana", ActionItemButtons.Open));
        Assert.Null(_story.OpenForm);
        _story.Hears("reopen it first");
    }

    [Fact]
    public async Task A_list_tells_ages_and_overdue_days_most_urgent_first()
    {
        await InIncident();
        await _story.Has(
            Some.ActionItem(1, "Add a canary") with { Version = 0 },
            Some.ActionItem(2, "Add an alert", Some.Ana, due: new(2026, 11, 20)) with { AddedAt = Some.Time.AddDays(-21), Version = 0 },
            Some.ActionItem(3, "Write a runbook") with { Status = ActionItemStatus.Done, ClosedBy = Some.Ben, Version = 0 });
        await _story.Says("ana", "/incident actions");
        _story.Hears("""
            Action items of INC-1 (3)
            • A-2 Add an alert — ana · 2 days overdue · 3 weeks old
            • A-1 Add a canary — nobody yet · new today
            • A-3 Write a runbook — nobody yet · ✅ done by ben
            [Add an action item]
            """);
        Assert.Equal(Some.Ana.Ref, Assert.Single(_story.LastHeard).OnlyTo);
    }

    [Fact]
    public async Task Elsewhere_the_lists_are_over_all_incidents()
    {
        await InIncident();
        await _story.Has(Some.ActionItem(1, "Add a canary", Some.Ben) with { Version = 0 }, Some.ActionItem(2, "Add an alert", Some.Ana, due: new(2026, 11, 20)) with { Version = 0 });
        _story.Room = Some.Place("general");
        await _story.Says("ana", "/incident actions");
        _story.Hears("Open action items (2)");
        await _story.Says("ana", "/incident actions mine");
        _story.Hears("Your open action items (1)");
        await _story.Says("ana", "/incident actions Overdue!");
        _story.Hears("A-2 Add an alert");
        await _story.Says("chidi", "/incident actions mine");
        _story.Hears("You have no open action items");
    }

    [Fact]
    public async Task A_long_list_is_split_and_whole()
    {
        await InIncident();
        await _story.Has([.. Enumerable.Range(1, 45).Select(number => Some.ActionItem(number, $"Step {number}.") with { Version = 0 })]);
        await _story.Says("ana", "/incident actions all");
        Assert.Equal(3, _story.LastHeard.Count);
        _story.Hears("All action items (45), part 3 of 3");
        Assert.All(Enumerable.Range(1, 45), number => _story.Hears($"Step {number}. "));
    }

    [Fact]
    public async Task Items_of_a_private_incident_do_not_exist_for_those_outside()
    {
        await _story.Has(Some.Incident() with { Private = true, Version = 0 }, Some.ActionItem(1, "Rotate the leaked key", due: new(2026, 11, 1)) with { Version = 0 });
        _story.Room = Some.Place("general");
        foreach (var command in new[] { "actions", "actions all", "actions overdue", "actions INC-1", "action INC-1 Ask why", "done A-1", "drop A-1 not needed" })
        {
            await _story.Says("chidi", "/incident " + command);
            _story.HearsNot("Rotate");
        }
        _story.Hears("There is no action item A-1 that you can see");
        foreach (var button in new[] { ActionItemButtons.Done, ActionItemButtons.Take, ActionItemButtons.Reopen, ActionItemButtons.Open })
        {
            await _story.Does(Pressed("chidi", button));
            Assert.Null(_story.OpenForm);
            _story.Hears("There is no action item A-1 that you can see");
        }
        Assert.Equal(ActionItemStatus.Open, (await Item(1)).Status);
        await _story.Says("ben", "/incident actions all");
        _story.Hears("Rotate the leaked key");
        await _story.Says("ben", "/incident done A-1");
        Assert.All(_story.LastHeard.Where(heard => heard.Place == _story.Room), heard => Assert.Equal(Some.Ben.Ref, heard.OnlyTo));
    }

    [Fact]
    public async Task An_owner_outside_a_private_incident_is_pointed_out()
    {
        await _story.Has(Some.Incident() with { Private = true, Version = 0 });
        _story.Room = Some.Room;
        await _story.Says("ana", "/incident action Rotate the leaked key @chidi");
        _story.Hears("chidi is not in the room of this private incident");
    }

    private async Task InIncident()
    {
        await _story.Has(Some.Incident() with { Version = 0 });
        _story.Room = Some.Room;
    }

    private ButtonPressed Pressed(string who, string action) => new(_story.Time.GetUtcNow(), _story[who], _story.Room, null, action, "A-1");

    private Task<string> Card(int number) => _story.Card(CardKeys.ActionItem(new(Some.Workspace, number)));

    private async Task<ActionItem> Item(int number) => await _story.Store.ActionItems.FindAsync(new(Some.Workspace, number), CancellationToken.None) ?? throw new InvalidOperationException();
}
