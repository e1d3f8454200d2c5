using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

public sealed class ReviewerStories
{
    [Fact]
    public async Task Only_who_was_asked_can_approve()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("chidi", "/incident postmortem approve");
        story.Hears("Only those who were asked can approve it: ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ben", "/incident postmortem approve");
        story.Hears("You have approved it already");
    }

    [Fact]
    public async Task Nobody_outside_the_room_of_a_private_one_is_asked()
    {
        var story = await ReviewStory.Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("ana", "/incident postmortem review @chidi");
        story.Hears("chidi is not in its room");
        Assert.Equal(PostmortemStatus.InWriting, (await story.Review()).Status);
    }

    [Fact]
    public async Task Leaving_out_who_has_not_approved_makes_it_reviewed()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem review @ben");
        story.Hears("Everybody named has approved it.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
    }

    [Fact]
    public async Task Nobody_approves_alone_what_they_alone_wrote()
    {
        var story = await ReviewStory.Drafted();
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

    [Fact]
    public async Task A_reviewer_who_leaves_before_approving_is_missed_aloud()
    {
        var story = await ReviewStory.Drafted();
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
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Has(Some.Incident() with { Id = new(Some.Workspace, 2), DeclaredAt = Some.Time.AddHours(1), Version = 0 });
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Ben, Some.Room));
        story.Hears("ben was asked to review the postmortem of INC-1 and has left the room");
    }
}
