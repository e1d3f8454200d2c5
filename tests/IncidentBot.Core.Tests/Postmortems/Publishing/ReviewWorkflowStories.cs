using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

public sealed class ReviewWorkflowStories
{
    [Fact]
    public async Task It_is_reviewed_approved_and_published()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        story.Hears("ana asks ben and chidi to review the postmortem");
        Assert.Equal(["dm-ben", "dm-chidi"], story.LastHeard.Select(heard => heard.Place.Channel.Id).Where(channel => channel.StartsWith("dm-", StringComparison.Ordinal)));

        await story.Says("ben", "/incident postmortem approve");
        story.Hears("Still to come: chidi");
        await story.Says("chidi", "/incident postmortem approve INC-1", place: Some.Place("dm-chidi"));
        story.Hears("it is Reviewed and can be published");
        story.Hears("your approval of INC-1 is recorded");

        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(Some.Room, story.Chat.Files[^1].To);
        Assert.Contains("- **Status:** Published", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("incidents") && heard.Words.Contains("Postmortem published · INC-1", StringComparison.Ordinal));
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task The_draft_shows_its_status_as_it_changes()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        var card = await story.Card(CardKeys.Draft(Some.IncidentId, 1));
        Assert.Contains("Status: In Review", card, StringComparison.Ordinal);
        Assert.Contains("Reviewers: ben (asked)", card, StringComparison.Ordinal);
        await story.Presses("ben", "Approve");
        Assert.Contains("Reviewers: ben (approved)", await story.Card(CardKeys.Draft(Some.IncidentId, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_milestones_stand_on_the_timeline()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(["Postmortem review started", "Postmortem reviewed", "Postmortem published"], story.Store.Entries.Where(entry => entry.Kind is Core.Timeline.EntryKind.Review).OrderBy(entry => entry.At).Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_changed_answer_after_an_approval_asks_again()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Edits("ana", reply, "checkout was slow");
        story.Hears("What ben had approved has changed, so it is In Review");
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains("has changed since you approved it: Summary.", StringComparison.Ordinal));
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
        await story.Presses("ben", "Approve");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task Who_approved_gets_one_message_that_grows_with_what_changes()
    {
        var story = await ReviewStory.Started();
        var summary = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "next");
        var impact = await story.Replies("ana", "everybody");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Presses("ben", "Approve");
        await story.Edits("ana", impact, "a third of all checkouts");
        await story.Edits("ana", impact, "a third of all checkouts failed");
        story.HearsNothing();
        await story.Edits("ana", summary, "checkout was slow");
        var told = Assert.Single(story.LastHeard, heard => heard.Place == Some.Place("dm-ben"));
        Assert.True(told.Update);
        Assert.Contains("since you approved it: Summary, Impact.", told.Words, StringComparison.Ordinal);

        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Presses("ben", "Approve");
        await story.Edits("ana", summary, "checkout was very slow");
        Assert.False(Assert.Single(story.LastHeard, heard => heard.Place == Some.Place("dm-ben")).Update);
    }

    [Fact]
    public async Task Before_anybody_approved_a_changed_answer_changes_nothing_else()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Edits("ana", reply, "checkout was slow");
        story.HearsNothing();
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
    }

    [Fact]
    public async Task Who_has_not_seen_a_changed_answer_is_asked_before_approving()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Edits("ana", reply, "checkout was slow");
        await story.Says("ben", "/incident postmortem approve");
        story.Hears("Something has changed since you could read the draft of INC-1: Summary. /incident postmortem INC-1 in its room posts it as it reads now; or approve all the same.");
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
        await story.Says("ben", "/incident postmortem INC-1");
        await story.Says("ben", "/incident postmortem approve");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task An_answer_that_reads_again_as_in_the_draft_asks_nothing()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Edits("ana", reply, "checkout was slow");
        await story.Edits("ana", reply, "checkout was down");
        await story.Says("ben", "/incident postmortem");
        Assert.False((await story.Review()).DraftIsOld);
        await story.Says("ben", "/incident postmortem approve");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task A_private_one_without_a_room_is_not_reviewed_where_others_read()
    {
        var story = await ReviewStory.Of(Some.Incident(IncidentStatus.Resolved) with { Private = true, Room = null });
        await story.Says("ana", "/incident postmortem INC-1", place: Some.Place("general"));
        Assert.All(story.LastHeard, heard => Assert.Equal(Some.Ana.Ref, heard.OnlyTo));
        story.Hears("INC-1 is private and has no room to hold its review in. In a private channel of its people, say /incident start here INC-1, then start the review there.");
    }

    [Theory]
    [InlineData("review", "Name them: /incident postmortem review @ana @ben")]
    [InlineData("approve", "Nobody has been asked to review it yet")]
    [InlineData("publish", "It has not been reviewed yet")]
    public async Task What_cannot_be_done_yet_says_what_comes_first(string verb, string sentence)
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", $"/incident postmortem {verb}");
        story.Hears(sentence);
    }

    [Theory]
    [InlineData("review @ben")]
    [InlineData("approve")]
    [InlineData("publish")]
    public async Task Without_a_review_it_says_how_to_start_one(string words)
    {
        var story = await ReviewStory.Of();
        await story.Says("ana", $"/incident postmortem {words}");
        story.Hears("The review of INC-1 has not started");
    }

    [Fact]
    public async Task Without_a_draft_there_is_nothing_to_review()
    {
        var story = await ReviewStory.Started();
        await story.Says("ana", "/incident postmortem review @ben");
        story.Hears("There is no draft yet");
    }
}
