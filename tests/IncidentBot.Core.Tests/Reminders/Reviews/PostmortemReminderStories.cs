using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders.Reviews;

/// <summary>Stories begin on a Sunday; the incident was resolved ten days before, reminders are due on Mondays at 09:00.</summary>
public sealed class PostmortemReminderStories
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours(19);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private Story _story = new();

    [Fact]
    public async Task The_commander_is_told_that_nobody_has_begun()
    {
        await _story.Has(Incident);
        await _story.Passes(ToMonday);
        Assert.Equal("""
            The postmortem of INC-1 checkout is failing has not been started; the incident was resolved 10 days ago. Begin with /incident postmortem INC-1.
            [Begin the postmortem of INC-1] [None needed for INC-1…]
            """, Direct("chidi").Words);
        await _story.Passes(TimeSpan.FromDays(6));
        _story.HearsNothing();
        await _story.Passes(TimeSpan.FromDays(1));
        Assert.Contains("resolved 17 days ago", Direct("chidi").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_words()
    {
        await _story.Has(Incident with { Roles = [] }, Review with
        {
            Answers = [.. Enum.GetValues<QuestionKind>().Except([QuestionKind.Impact, QuestionKind.Trigger]).Select(question => new Answer(question, "as it was", Some.Ben, Some.Time, null))],
            Comments = [new(1, null, "Which region?", Some.Ana, Some.Time, null)],
        });
        await _story.Passes(ToMonday);
        Assert.EndsWith("Go on with /incident postmortem INC-1.\nStill missing: answers to Impact, Trigger; one open comment.", Direct("ben").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_who_have_not_answered_are_reminded_too()
    {
        await _story.Has(Incident, Review with { Status = PostmortemStatus.InReview, Skipped = Enum.GetValues<QuestionKind>(), Reviewers = [Some.Ana, Some.Ben], Approvals = [new(Some.Ben, Some.Time)] });
        await _story.Passes(ToMonday);
        Assert.EndsWith("Still missing: the review by ana.", Direct("chidi").Words, StringComparison.Ordinal);
        Assert.StartsWith("Your review of the postmortem of INC-1 checkout is failing is waited for.", Direct("ana").Words, StringComparison.Ordinal);
        Assert.DoesNotContain(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben"));
    }

    [Fact]
    public async Task It_waits_for_the_working_time_of_who_leads()
    {
        _story = new(Some.Settings with { Reminding = new() });
        await _story.Has(Incident with { Roles = [new(RoleHolder.Commander, Some.Ben)] });
        await _story.Passes(ToMonday); // 04:00 in New York
        Assert.Equal(Some.Room, Assert.Single(_story.LastHeard).Place);
        await _story.Passes(TimeSpan.FromHours(4));
        Assert.Equal(Some.Place("dm-ben"), Assert.Single(_story.LastHeard).Place);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task What_is_published_or_waived_is_left_in_peace(bool published, bool waived)
    {
        await _story.Has(Incident with { PostmortemWaived = waived ? new("a drill", Some.Ana, Some.Time) : null });
        if (published) await _story.Has(Review with { Status = PostmortemStatus.Published });
        await _story.Passes(ToMonday + Week);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Who_may_not_see_a_private_incident_hears_nothing_of_its_review()
    {
        await _story.Has(Incident with { Private = true }, Review with { Status = PostmortemStatus.InReview, Reviewers = [Some.Chidi, Some.Ana] });
        await _story.Passes(ToMonday);
        Assert.Equal(["dm-ana", "dm-ben", Some.Room.Channel.Id], _story.LastHeard.Select(heard => heard.Place.Channel.Id).Order(StringComparer.Ordinal));
    }

    private static readonly Incident Incident = Some.Incident(IncidentStatus.Resolved)
        .With(new Milestone(MilestoneKind.Resolved, Some.Time.AddDays(-10), Some.Ana, "/incident resolve")) with
    { Roles = [new(RoleHolder.Commander, Some.Chidi)], Version = 0 };

    private static readonly Postmortem Review = new() { Incident = Some.IncidentId, StartedBy = Some.Ben, StartedAt = Some.Time.AddDays(-9) };

    private Heard Direct(string person) => Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place($"dm-{person}"));
}
