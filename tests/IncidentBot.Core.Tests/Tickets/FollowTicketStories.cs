using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Tickets;
using Xunit;

namespace IncidentBot.Core.Tests.Tickets;

public sealed class FollowTicketStories : IAsyncLifetime
{
    private readonly TicketScene _scene = new(new() { Tracker = Tracker.GitHub, Automatic = true });

    private Story Story => _scene.Story;

    public async ValueTask InitializeAsync() => await _scene.WithTicket();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_ticket_that_is_closed_makes_the_item_done_and_the_room_hears_of_it()
    {
        await _scene.Changes(ActionItemStatus.Done);
        Story.Hears("✅ A-1 is done, because octocat closed acme/shop#1");
        Assert.Equal("A-1 Add a canary\n@ben · ticket (https://github.example/acme/shop/issues/1) · ✅ done by octocat\n[Reopen]", await _scene.Card());
        Assert.Contains(Story.Store.Entries, entry => entry.Text == "A-1 done: octocat closed acme/shop#1");
    }

    [Fact]
    public async Task One_that_is_closed_as_not_planned_drops_it_with_that_reason()
    {
        await _scene.Changes(ActionItemStatus.Dropped, "won't do");
        Story.Hears("A-1 was dropped, because octocat closed acme/shop#1");
        Assert.Equal("octocat closed acme/shop#1 as won't do", (await _scene.Item()).DropReason);
    }

    [Fact]
    public async Task One_that_is_reopened_opens_it_again()
    {
        await _scene.Changes(ActionItemStatus.Done);
        await _scene.Changes(ActionItemStatus.Open);
        Story.Hears("A-1 is open again, because octocat reopened acme/shop#1");
        Assert.Null((await _scene.Item()).ClosedBy);
    }

    [Fact]
    public async Task What_the_tracker_told_is_not_told_back()
    {
        await _scene.Changes(ActionItemStatus.Done);
        await _scene.Changes(ActionItemStatus.Open);
        await _scene.Changes(ActionItemStatus.Dropped);
        Assert.Single(_scene.Tracker.Done);
    }

    [Fact]
    public async Task A_change_of_ours_that_comes_back_changes_nothing_and_is_not_told()
    {
        await Story.Says("ben", "/incident done A-1");
        await _scene.Changes(ActionItemStatus.Done);
        Story.HearsNothing();
        Assert.Equal("ben", (await _scene.Item()).ClosedBy!.Name);
    }

    [Fact]
    public async Task A_comment_on_a_ticket_that_a_workflow_keeps_open_does_not_open_the_item_again()
    {
        _scene.Tracker.OnlyComments = true;
        await Story.Says("ben", "/incident done A-1");
        await _scene.Changes(ActionItemStatus.Open);
        Story.HearsNothing();
        Assert.Equal(ActionItemStatus.Done, (await _scene.Item()).Status);
    }

    [Fact]
    public async Task What_is_older_than_what_is_known_changes_nothing()
    {
        await _scene.Changes(ActionItemStatus.Done);
        await _scene.Changes(ActionItemStatus.Open, after: TimeSpan.FromMinutes(-1));
        Story.HearsNothing();
        Assert.Equal(ActionItemStatus.Done, (await _scene.Item()).Status);
    }

    [Fact]
    public async Task While_an_errand_is_on_its_way_the_item_stands_as_people_here_said()
    {
        await Pending(ActionItemStatus.Open, stands: ActionItemStatus.Open);
        await _scene.Changes(ActionItemStatus.Done);
        Assert.Equal((ActionItemStatus.Open, ActionItemStatus.Done), ((await _scene.Item()).Status, (await _scene.Item()).Tracked!.Stands));
    }

    [Fact]
    public async Task Somebody_who_changed_the_ticket_after_us_has_the_last_word()
    {
        await Pending(ActionItemStatus.Done, stands: ActionItemStatus.Open);
        await _scene.Changes(ActionItemStatus.Done);
        await _scene.Changes(ActionItemStatus.Open, after: TimeSpan.FromMinutes(2));
        await Story.Does(new TicketMoved(Story.Time.GetUtcNow(), Some.Ben, Story.Room, new(Some.Workspace, 1), ActionItemStatus.Done, Story.Time.GetUtcNow()));
        Assert.Equal(ActionItemStatus.Open, (await _scene.Item()).Status);
    }

    [Fact]
    public async Task Another_ticket_s_change_is_not_this_item_s()
    {
        await Story.Does(new TicketChanged(Story.Time.GetUtcNow(), Some.Ben, Story.Room, new(Some.Workspace, 1), "id2", ActionItemStatus.Done, null));
        Assert.Equal(ActionItemStatus.Open, (await _scene.Item()).Status);
    }

    // The item with one errand under way that has no outcome yet.
    private async Task Pending(ActionItemStatus status, ActionItemStatus stands)
    {
        var item = await _scene.Item();
        await Story.Has(item with { Status = status, Tracked = item.Tracked! with { Told = status, Stands = stands, Pending = 1 } });
    }
}
