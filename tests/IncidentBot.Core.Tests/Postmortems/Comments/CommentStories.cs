using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Comments;

public sealed class CommentStories
{
    [Fact]
    public async Task A_reply_to_a_draft_is_a_comment_on_the_section_that_it_begins_with()
    {
        var story = await Drafted();
        await story.Replies("ben", "Impact: numbers are missing");
        story.Hears("💬 Comment 1 on Impact");
        Assert.Equal([(QuestionKind.Impact, "Impact: numbers are missing", "ben")], (await story.Review()).Comments.Select(comment => (comment.Section!.Value, comment.Text, comment.By.Name)));
        Assert.Contains("Open comments: 1 (Impact)", await story.Card(CardKeys.Draft(Some.IncidentId, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_the_section_hears_of_it()
    {
        var story = await Drafted();
        await story.Replies("chidi", "impact - numbers are missing");
        Assert.Equal(["dm-ben"], DirectlyTo(story));
        await story.Replies("chidi", "reads well otherwise");
        Assert.Equal(["dm-ana", "dm-ben"], DirectlyTo(story));
        await story.Replies("ben", "impact: I agree");
        Assert.Empty(DirectlyTo(story));
    }

    [Fact]
    public async Task Of_a_private_incident_only_members_hear()
    {
        var story = await Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true, Members = [Some.Ana.Ref] });
        await story.Replies("ana", "numbers are missing");
        Assert.Empty(DirectlyTo(story));
    }

    [Fact]
    public async Task Who_has_left_a_private_incident_hears_no_more_of_a_comment()
    {
        var story = await Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        var reply = await story.Replies("ana", "Impact: numbers are missing");
        Assert.Equal(["dm-ben"], DirectlyTo(story));
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Ben, Some.Room));
        await story.Edits("ana", reply, "Impact: the customer's name is missing");
        Assert.Empty(DirectlyTo(story));
        await story.Deletes("ana", reply);
        Assert.Equal(["dm-ben"], DirectlyTo(story)); // what stands there is taken away
    }

    [Fact]
    public async Task It_stands_under_its_section_in_the_next_draft_and_not_in_what_is_published()
    {
        var story = await Drafted();
        await story.Replies("chidi", "Impact: numbers are missing");
        await story.Replies("chidi", "reads well otherwise");
        await story.Says("ana", "/incident postmortem");
        Assert.Contains("\n\n> 💬 Impact: numbers are missing — *chidi*", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("### Open comments\n\n> 💬 reads well otherwise — *chidi*", story.LastFile(), StringComparison.Ordinal);
        story.Hears("“Impact: numbers are missing” 💬 chidi");

        await story.Says("ana", "/incident postmortem review @ana");
        await story.Says("ana", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.DoesNotContain("numbers are missing", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolving_it_closes_it_everywhere_and_its_writer_hears()
    {
        var story = await Drafted();
        await story.Replies("chidi", "Impact: numbers are missing");
        await story.Presses("ben", "Resolve");
        story.Hears("Comment 1 on Impact · resolved by ben");
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-chidi") && heard.Words.Contains("ben resolved your comment on Impact", StringComparison.Ordinal));
        Assert.DoesNotContain("Open comments", await story.Card(CardKeys.Draft(Some.IncidentId, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_resolved_once()
    {
        var story = await Drafted();
        await story.Replies("chidi", "Impact: numbers are missing");
        var press = new ButtonPressed(story.Time.GetUtcNow(), Some.Ben, Some.Room, null, ReviewButton.ResolveComment, new ReviewButton(Some.IncidentId, 1).ToString());
        await story.Does(press);
        await story.Does(press with { By = Some.Ana });
        story.Hears("ben has resolved it already.");
    }

    [Fact]
    public async Task An_edit_changes_it_and_may_tie_it_to_another_section()
    {
        var story = await Drafted();
        var reply = await story.Replies("chidi", "Impact: numbers are missing");
        await story.Edits("chidi", reply, "Trigger: the deploy is missing");
        story.Hears("Comment 1 on Trigger");
        Assert.Contains(story.LastHeard, heard => heard is { Update: true } && heard.Place == Some.Place("dm-ben") && heard.Words.Contains("the deploy is missing", StringComparison.Ordinal));
        Assert.Equal(QuestionKind.Trigger, Assert.Single((await story.Review()).Comments).Section);
    }

    [Fact]
    public async Task Deleting_the_reply_takes_it_back()
    {
        var story = await Drafted();
        var reply = await story.Replies("chidi", "Impact: numbers are missing");
        await story.Deletes("chidi", reply);
        story.Hears("Comment 1 on Impact was taken back.");
        story.HearsNot("numbers are missing");
        Assert.Empty((await story.Review()).Comments);

        await story.Replies("chidi", "Impact: figures are missing");
        story.Hears("Comment 2 on Impact");
    }

    [Fact]
    public async Task The_form_takes_one_with_its_section()
    {
        var story = await Drafted();
        await story.Presses("chidi", "Comment…");
        Assert.Equal(CommentsEmpty, (await story.Submits("chidi", ("section", "Trigger"), ("text", " ")))["text"]);
        await story.Submits("chidi", ("section", "Trigger"), ("text", "which deploy?"));
        story.Hears("Comment 1 on Trigger");
        story.Hears("“which deploy?” chidi");
    }

    [Fact]
    public async Task Approving_with_open_comments_of_ones_own_asks_first()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @chidi");
        await story.Replies("chidi", "Impact: numbers are missing");
        await story.Says("chidi", "/incident postmortem approve");
        story.Hears("You have a comment on the postmortem of INC-1 that nobody has resolved: Impact.");
        Assert.Equal(PostmortemStatus.InReview, (await story.Review()).Status);
        await story.Presses("chidi", "Approve all the same");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task Open_comments_of_others_do_not_hold_up_an_approval()
    {
        var story = await Drafted();
        await story.Says("ana", "/incident postmortem review @chidi");
        await story.Replies("ben", "Impact: numbers are missing");
        await story.Says("chidi", "/incident postmortem approve");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task While_a_question_stands_a_reply_is_an_answer()
    {
        var story = await Drafted();
        await story.Replies("ana", "next");
        await story.Replies("ben", "Impact: numbers are missing");
        Assert.Empty((await story.Review()).Comments);
    }

    private const string CommentsEmpty = "Write what you would change, or what is missing.";

    private static IEnumerable<string> DirectlyTo(Story story) => story.LastHeard.Select(heard => heard.Place.Channel.Id).Where(channel => channel.StartsWith("dm-", StringComparison.Ordinal)).Order();

    private static async Task<Story> Drafted(Incident? incident = null)
    {
        var story = await ReviewStory.Started(incident);
        await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "next");
        await story.Replies("ben", "everybody");
        await story.Replies("ana", "done");
        return story;
    }
}
