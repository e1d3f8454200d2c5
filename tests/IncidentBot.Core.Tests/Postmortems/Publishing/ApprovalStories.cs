using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

/// <summary>An approval stands for what was seen, and for nothing else.</summary>
public sealed class ApprovalStories
{
    [Theory]
    [InlineData("/incident title checkout was slow", "Title, Timeline")]
    [InlineData("/incident severity sev1", "Severity and roles, Timeline")]
    [InlineData("/incident role scribe @chidi", "Severity and roles, Timeline")]
    [InlineData("/incident impact half of all users", "Impact, Timeline")]
    [InlineData("/incident note the backup was cold", "Timeline")]
    [InlineData("/incident milestone started at 13:50", "Timeline, Milestones and metrics")]
    [InlineData("/incident action Add a canary", "Action items")]
    [InlineData("/incident drop A-1 not worth it", "Action items")]
    [InlineData("/incident hand A-1 @chidi", "Action items")]
    public async Task What_changes_after_an_approval_is_not_published_until_it_is_approved_again(string change, string parts)
    {
        var story = await Approved();
        await story.Says("ana", change);
        await story.Says("ana", "/incident postmortem publish");
        story.Hears($"INC-1 is not published yet, because it has changed since ben approved it: {parts}. I have asked them to read it once more");
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains($"has changed since you approved it: {parts}.", StringComparison.Ordinal));
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);

        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Presses("ben", "Approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Theory]
    [InlineData("/incident done A-1")]
    [InlineData("/incident snooze A-1")]
    [InlineData("thank you all")]
    [InlineData("/incident postmortem")]
    [InlineData("/incident class expired certificate")]
    public async Task Follow_up_work_and_talk_void_no_approval(string said)
    {
        var story = await Approved();
        await story.Says("ana", said);
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task A_change_that_is_taken_back_voids_nothing()
    {
        var story = await Approved();
        await story.Says("ana", "/incident hand A-1 @chidi");
        await story.Says("ana", "/incident hand A-1 @ben");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task A_highlight_that_is_set_later_is_curation()
    {
        var story = await Approved();
        await story.Highlights("ana", Message);
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("has changed since ben approved it: Timeline.");
    }

    [Theory]
    [InlineData("hide")]
    [InlineData("at", "13:50")]
    public async Task An_entry_that_is_curated_later_changes_what_was_approved(string verb, string words = "")
    {
        var story = await Approved();
        await story.Says("ana", $"/incident timeline {verb} {new EntryHandles(story.Store.Entries).Of(story.Store.Entries.Single(entry => entry.Message == Message))} {words}");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("has changed since ben approved it: Timeline.");
    }

    [Fact]
    public async Task Reopened_and_resolved_again_it_is_approved_again()
    {
        var story = await Approved();
        await story.Says("ana", "/incident reopen it is back");
        await story.Says("ana", "/incident resolve for good");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("INC-1 is not published yet, because it has changed since ben approved it: Resolution, Timeline, Milestones and metrics.");
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
    }

    [Fact]
    public async Task An_item_that_is_given_in_the_review_asks_again_at_once()
    {
        var story = await Approved();
        await story.Presses("ana", "Answer more questions");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ana", "Write a runbook");
        story.Hears("What ben had approved has changed, so it is In Review");
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains("since you approved it: Action items.", StringComparison.Ordinal));
        Assert.Empty((await story.Review()).Approvals);
    }

    [Fact]
    public async Task What_becomes_of_a_lucky_break_asks_again_at_once()
    {
        var story = await Approved("the backup was an hour old");
        await story.Presses("ana", "Accept the risk…");
        Assert.Empty(await story.Submits("ana", ("why", "The old disks go in March."), ("review", "2027-02-20")));
        story.Hears("What ben had approved has changed");
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains("since you approved it: Where did we get lucky.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_safeguard_that_is_built_voids_nothing()
    {
        var story = await Approved("the backup was an hour old");
        await story.Presses("ana", "Make it a safeguard…");
        Assert.Empty(await story.Submits("ana", ("text", "Back up before every migration"), ("owner", "ben")));
        story.Hears("What ben had approved has changed");
        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Presses("ben", "Approve");
        await story.Says("ana", "/incident done A-2");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task The_last_to_approve_does_not_stand_in_for_who_saw_less()
    {
        var story = await Approved(reviewers: "@ben @chidi");
        await story.Says("ana", "/incident title checkout was slow");
        await story.Says("chidi", "/incident postmortem approve");
        story.Hears("Something has changed since you could read the draft of INC-1: Title, Timeline.");
        await story.Presses("chidi", "Approve all the same");
        story.Hears("What ben had approved has changed");
        Assert.Equal(["chidi"], (await story.Review()).Approvals.Select(approval => approval.By.Name));
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
    }

    [Fact]
    public async Task Asking_for_a_review_once_more_asks_who_saw_less_and_posts_the_draft_anew()
    {
        var story = await Approved();
        await story.Says("ana", "/incident title checkout was slow");
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        story.Hears("ana asks ben and chidi to review the postmortem");
        Assert.Equal(2, (await story.Review()).Drafts);
        await story.Says("chidi", "/incident postmortem approve");
        story.Hears("Still to come: ben");
    }

    private static readonly MessageRef Message = Some.Message("said");

    /// <summary>Ana wrote it, with an item of ben's; a message stands on the timeline; ben has approved.</summary>
    private static async Task<Story> Approved(string? luck = null, string reviewers = "@ben")
    {
        var story = await ReviewStory.Started();
        await story.Does(new MessagePosted(story.Time.GetUtcNow(), Some.Ana, Some.Room, Message, "seeing 500s"));
        if (luck is not null)
        {
            await story.GoesTo(QuestionKind.GotLucky);
            await story.Replies("ana", luck);
        }
        await story.Says("ana", "/incident action Write a test @ben");
        await story.Replies("ana", "done");
        await story.Says("ana", $"/incident postmortem review {reviewers}");
        await story.Says("ben", "/incident postmortem approve");
        return story;
    }
}
