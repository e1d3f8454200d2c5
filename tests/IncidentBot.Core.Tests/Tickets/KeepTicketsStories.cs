using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Tickets;
using Xunit;

namespace IncidentBot.Core.Tests.Tickets;

public sealed class KeepTicketsStories
{
    private readonly TicketScene _scene = new(new() { Tracker = Tracker.GitHub, Automatic = true });

    private Story Story => _scene.Story;

    [Fact]
    public async Task Where_it_is_automatic_every_new_item_gets_a_ticket_without_a_word()
    {
        await _scene.WithTicket();
        Story.HearsNot("The ticket of A-1 is open");
        Assert.Equal("https://github.example/acme/shop/issues/1", (await _scene.Item()).Ticket);
    }

    [Fact]
    public async Task Items_of_private_incidents_are_not_sent()
    {
        await Story.Says("ana", "/incident start private leaked key");
        await Story.Says("ana", "/incident action Rotate the key");
        Assert.Empty(_scene.Tracker.Done);
    }

    [Fact]
    public async Task Unless_that_is_wanted()
    {
        var scene = new TicketScene(new() { Tracker = Tracker.Jira, Automatic = true, PrivateIncidents = true });
        await scene.WithTicket("/incident start private leaked key");
        Assert.Single(scene.Tracker.Done);
    }

    [Fact]
    public async Task And_nothing_more_of_them_once_that_is_no_longer_wanted()
    {
        await Story.Has(
            Some.Incident() with { Version = 0, Private = true },
            Some.ActionItem() with { Version = 0, Ticket = StoryTracker.Ticket(1).Url, Tracked = StoryTracker.Ticket(1) });
        await Story.Says("ben", "/incident drop A-1 the key of ana was never used", place: Some.Room);
        Assert.Equal(ActionItemStatus.Dropped, (await _scene.Item()).Status);
        Assert.Empty(_scene.Tracker.Done);
    }

    [Fact]
    public async Task A_ticket_is_told_that_its_item_is_done()
    {
        await _scene.WithTicket();
        await Story.Says("ben", "/incident done A-1");
        var move = Assert.IsType<MoveTicket>(_scene.Tracker.Done[^1]);
        Assert.Equal((ActionItemStatus.Done, "A-1 is done, said ben in the incident's room."), (move.To, move.Comment));
        Assert.Equal(ActionItemStatus.Done, (await _scene.Item()).Tracked!.Stands);
    }

    [Fact]
    public async Task And_why_it_was_dropped_and_that_it_is_open_again()
    {
        await _scene.WithTicket();
        await Story.Says("ben", "/incident drop A-1 replaced by the new deploy tool");
        await Story.Presses("ana", "Reopen");
        Assert.Equal(["A-1 was dropped by ben in the incident's room. Reason: replaced by the new deploy tool", "A-1 was opened again in the incident's room."], _scene.Tracker.Done.OfType<MoveTicket>().Select(move => move.Comment));
    }

    [Fact]
    public async Task A_change_of_the_words_gives_the_ticket_its_title()
    {
        await _scene.WithTicket();
        var was = (await _scene.Item()).Text;
        await Story.Presses("ana", "Edit");
        await Story.Submits("ana", ("text", "Add two canaries"), ("ticket", (await _scene.Item()).Ticket!));
        Assert.Equal("Add two canaries", (await _scene.Item()).Text);
        var retitle = Assert.IsType<RetitleTicket>(_scene.Tracker.Done[^1]);
        Assert.Equal((was, "Add two canaries"), (retitle.Was, retitle.Title));
        Assert.Equal(0, (await _scene.Item()).Tracked!.Pending);
    }

    [Fact]
    public async Task Other_changes_leave_its_title_alone()
    {
        await _scene.WithTicket();
        await Story.Says("ana", "/incident hand A-1 @ben");
        Assert.Single(_scene.Tracker.Done);
    }

    [Fact]
    public async Task A_title_that_cannot_be_changed_is_said_in_the_room()
    {
        await _scene.WithTicket();
        _scene.Tracker.Fails = new(ChatFault.Refused, "the project is archived.");
        await Story.Presses("ana", "Edit");
        await Story.Submits("ana", ("text", "Add two canaries"), ("ticket", (await _scene.Item()).Ticket!));
        Story.Hears("could not be changed to what A-1 says now: the project is archived. Please change it by hand.");
    }

    [Fact]
    public async Task Once_another_ticket_is_linked_by_hand_the_opened_one_is_left_alone()
    {
        await _scene.WithTicket();
        await Story.Presses("ana", "Edit");
        await Story.Submits("ana", ("text", "Add a canary"), ("ticket", "https://tickets.example/OPS-7"));
        await Story.Says("ben", "/incident done A-1");
        await _scene.Changes(ActionItemStatus.Open);
        Assert.Single(_scene.Tracker.Done);
        Assert.Equal(ActionItemStatus.Done, (await _scene.Item()).Status);
    }

    [Fact]
    public async Task An_item_that_was_done_while_its_ticket_was_being_opened_closes_it_at_once()
    {
        await Story.Says("ana", "/incident start checkout is failing");
        await Story.Has(Some.ActionItem() with { Version = 0, Status = ActionItemStatus.Done, ClosedBy = Some.Ben, TicketRequest = new(Some.Time, Waiting: true) });
        await Story.Does(new TicketOpened(Story.Time.GetUtcNow(), Some.Ana, Story.Room, new(Some.Workspace, 1), StoryTracker.Ticket(1), Asked: false));
        Assert.Equal(ActionItemStatus.Done, Assert.IsType<MoveTicket>(Assert.Single(_scene.Tracker.Done)).To);
    }

    [Fact]
    public async Task What_the_tracker_would_not_take_is_told_in_the_room_with_what_to_do()
    {
        await _scene.WithTicket();
        _scene.Tracker.Fails = new(ChatFault.Gone, "acme/shop#1 is no longer there");
        await Story.Says("ben", "/incident done A-1");
        Story.Hears("GitHub could not be told about A-1: acme/shop#1 is no longer there. Please change acme/shop#1");
        Assert.Equal((ActionItemStatus.Done, 0), ((await _scene.Item()).Status, (await _scene.Item()).Tracked!.Pending));
    }
}
