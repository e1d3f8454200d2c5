using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
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
        var story = await Drafted();
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
        var story = await Drafted();
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
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(["Postmortem review started", "Postmortem reviewed", "Postmortem published"], story.Store.Entries.Where(entry => entry.Kind is Core.Timeline.EntryKind.Review).OrderBy(entry => entry.At).Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_private_one_is_not_announced()
    {
        var story = await Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
        Assert.DoesNotContain(story.Chat.Heard, heard => heard.Place == Some.Place("incidents"));
    }

    [Fact]
    public async Task Nobody_outside_the_room_of_a_private_one_is_asked()
    {
        var story = await Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("ana", "/incident postmortem review @chidi");
        story.Hears("chidi is not in its room");
        Assert.Equal(PostmortemStatus.InWriting, (await story.Review()).Status);
    }

    [Fact]
    public async Task Only_who_was_asked_can_approve()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("chidi", "/incident postmortem approve");
        story.Hears("Only those who were asked can approve it: ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ben", "/incident postmortem approve");
        story.Hears("You have approved it already");
    }

    [Fact]
    public async Task Leaving_out_who_has_not_approved_makes_it_reviewed()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem review @ben");
        story.Hears("Everybody named has approved it.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
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
    public async Task Nobody_approves_alone_what_they_alone_wrote()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ana");
        story.Hears("ana wrote it alone, so somebody else is to review it, too.");
        await story.Says("ana", "/incident postmortem review @ana @ben");
        await story.Says("ana", "/incident postmortem approve");
        story.Hears("Still to come: ben");
        await story.Says("ana", "/incident postmortem review @ana");
        story.Hears("somebody else is to review it, too.");
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
    }

    [Fact]
    public async Task Who_wrote_it_with_others_may_be_its_only_reviewer()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "checkout was down");
        await story.Presses("ben", "Answer in a form");
        await story.Submits("ben", ("text", "the cache was cold"));
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ana");
        await story.Says("ana", "/incident postmortem approve");
        story.Hears("it is Reviewed and can be published");
    }

    [Fact]
    public async Task A_reviewer_who_leaves_before_approving_is_missed_aloud()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Chidi, Some.Room));
        story.Hears("chidi was asked to review the postmortem of INC-1 and has left the room; they can still approve it. To ask somebody else in their place: /incident postmortem INC-1 review @ben @name.");
        await story.Says("ben", "/incident postmortem approve");
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Ben, Some.Room));
        story.HearsNothing();
    }

    [Fact]
    public async Task A_reviewer_who_leaves_a_channel_is_missed_by_every_review_in_it()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Has(Some.Incident() with { Id = new(Some.Workspace, 2), DeclaredAt = Some.Time.AddHours(1), Version = 0 });
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Ben, Some.Room));
        story.Hears("ben was asked to review the postmortem of INC-1 and has left the room");
    }

    [Fact]
    public async Task Self_approval_can_be_allowed()
    {
        var story = new Story(Some.Settings with { Postmortems = new() { AllowSelfApproval = true } }) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ana");
        await story.Says("ana", "/incident postmortem approve");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Theory]
    [InlineData(null, "incidents")]
    [InlineData("postmortems", "postmortems")]
    [InlineData("", null)]
    public async Task It_is_announced_in_the_channel_for_published_ones(string? setting, string? announced)
    {
        var story = new Story(Some.Settings with { Postmortems = new() { PublishChannel = setting } }) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(announced, story.LastHeard.FirstOrDefault(heard => heard.Words.Contains("Postmortem published", StringComparison.Ordinal))?.Place.Channel.Id);
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
    public async Task While_the_incident_is_open_again_nothing_is_published()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident reopen it is back");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("INC-1 is open again, so its postmortem is published when it is over. Resolve it first with /incident resolve TEXT.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
        await story.Says("ana", "/incident resolve for good");
        await story.Says("ana", "/incident postmortem review");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task Without_its_room_it_is_published_where_its_people_talk_now()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Bot, Some.Room));
        await story.Says("ana", "/incident postmortem publish INC-1", place: Some.Place("payments"));
        story.Hears("Where they talk now, say /incident start here INC-1, then publish.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
        await story.Says("ana", "/incident start here INC-1", place: Some.Place("payments"));
        await story.Says("ana", "/incident postmortem publish", place: Some.Place("payments"));
        Assert.Equal(Some.Place("payments"), story.Chat.Files[^1].To);
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
        var story = await Drafted();
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

    private static async Task<Story> Drafted(Incident? incident = null)
    {
        var story = await ReviewStory.Started(incident);
        await story.Replies("ana", "done");
        return story;
    }
}
