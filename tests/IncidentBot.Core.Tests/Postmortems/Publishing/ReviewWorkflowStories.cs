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
    public async Task A_changed_answer_after_an_approval_puts_it_back_in_writing()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Edits("ana", reply, "checkout was slow");
        story.Hears("In Writing again");
        Assert.Equal(PostmortemStatus.InWriting, (await story.Review()).Status);

        await story.Says("ana", "/incident postmortem review");
        story.Hears("ana asks ben to review");
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
