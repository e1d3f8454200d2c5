using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

public sealed class ReviewActionItemStories
{
    [Fact]
    public async Task Procedural_changes_are_asked_for_before_the_first_item()
    {
        var story = await AtActionItems();
        story.Hears("Changes to how we work count as much as bug fixes");
    }

    [Fact]
    public async Task Each_reply_is_an_item_of_its_own()
    {
        var story = await AtActionItems();
        var reply = await story.Replies("ben", "Write a runbook @chidi p1");
        await story.Replies("ben", "Alert on pool size");
        Assert.Equal(["A-1 Write a runbook chidi P1", "A-2 Alert on pool size  "], (await Items(story)).Select(item => $"{item.Id.Label} {item.Text} {item.Owner?.Name} {item.Priority}"));
        Assert.Contains((reply, "✅"), story.Chat.Reactions);
    }

    [Fact]
    public async Task Editing_the_reply_edits_the_item()
    {
        var story = await AtActionItems();
        var reply = await story.Replies("ben", "Write a runbok @chidi");
        await story.Edits("ben", reply, "Write a runbook @chidi p0");
        var item = Assert.Single(await Items(story));
        Assert.Equal(("Write a runbook", Priority.P0), (item.Text, item.Priority));
    }

    [Fact]
    public async Task Deleting_the_reply_drops_the_item_with_the_reason()
    {
        var story = await AtActionItems();
        var reply = await story.Replies("ben", "Write a runbook");
        await story.Deletes("ben", reply);
        var item = Assert.Single(await Items(story));
        Assert.Equal((ActionItemStatus.Dropped, "The reply that it came from was deleted."), (item.Status, item.DropReason));
    }

    [Fact]
    public async Task An_item_whose_reply_was_deleted_is_no_part_of_the_postmortem()
    {
        var story = await AtActionItems();
        await story.Deletes("ben", await story.Replies("ben", "I think we have enough"));
        await story.Replies("ben", "Write a runbook");
        await story.Replies("ben", "done");
        Assert.Contains("A-2 Write a runbook", story.LastFile(), StringComparison.Ordinal);
        Assert.DoesNotContain("| A-1 ", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_read_becomes_an_item_once_it_is_corrected()
    {
        var story = await AtActionItems();
        var reply = await story.Replies("ben", "Write a runbook p0 p1");
        story.Hears("This is not an action item yet.");
        Assert.Empty(await Items(story));
        await story.Edits("ben", reply, "Write a runbook p1");
        Assert.Equal("Write a runbook", Assert.Single(await Items(story)).Text);
    }

    [Fact]
    public async Task An_edit_that_cannot_be_read_leaves_the_item()
    {
        var story = await AtActionItems();
        var reply = await story.Replies("ben", "Write a runbook p1");
        await story.Edits("ben", reply, "Write a runbook p0 p1");
        story.Hears("A-1 stays as it was.");
        Assert.Equal(Priority.P1, Assert.Single(await Items(story)).Priority);
    }

    [Fact]
    public async Task Nothing_but_bug_fixes_is_asked_about_once_and_then_accepted()
    {
        var story = await AtActionItems();
        await story.Replies("ben", "Fix the null check in the pool");
        await story.Replies("ben", "done");
        story.Hears("Every action item so far reads like a bug fix");
        Assert.Equal(QuestionKind.ActionItems, await story.Standing());
        await story.Replies("ben", "done");
        story.Hears("Part 2. What can we do differently next time?");
    }

    [Fact]
    public async Task With_a_change_of_how_people_work_done_is_done()
    {
        var story = await AtActionItems();
        await story.Replies("ben", "Fix the null check in the pool");
        await story.Replies("ben", "Write a runbook for pool sizes");
        await story.Replies("ben", "done");
        story.Hears("Part 2. What can we do differently next time?");
    }

    [Fact]
    public async Task Without_items_done_is_done()
    {
        var story = await AtActionItems();
        await story.Replies("ben", "done");
        story.Hears("No action items were recorded.");
    }

    [Fact]
    public async Task The_button_opens_the_form_for_an_item()
    {
        var story = await AtActionItems();
        await story.Presses("ben", "Add an item");
        Assert.Equal(ActionItemButtons.Open, story.OpenForm?.Key);
    }

    [Theory]
    [InlineData("Fix the null check in the pool", true)]
    [InlineData("Patch the checkout race condition", true)]
    [InlineData("Handle timeouts of the payment provider", true)]
    [InlineData("Write a runbook for cold caches", false)]
    [InlineData("Fix the alert's threshold", false)]
    [InlineData("Review rollback steps in the deploy checklist", false)]
    [InlineData("Double the connection pool", false)]
    public void A_bug_fix_is_told_by_its_words(string text, bool isOne) => Assert.Equal(isOne, BugFixes.IsOne(text));

    [Fact]
    public void Dropped_items_do_not_count() => Assert.False(BugFixes.AreAll([Some.ActionItem(1, "Fix the pool") with { Status = ActionItemStatus.Dropped }]));

    private static async Task<Story> AtActionItems()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.ActionItems);
        return story;
    }

    private static Task<IReadOnlyList<ActionItem>> Items(Story story) => story.Store.ActionItems.OfIncidentAsync(Some.IncidentId, CancellationToken.None);
}
