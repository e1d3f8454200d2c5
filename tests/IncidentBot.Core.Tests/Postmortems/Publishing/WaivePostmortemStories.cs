using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

public sealed class WaivePostmortemStories
{
    [Theory]
    [InlineData("/incident postmortem skip duplicate of INC-3")]
    [InlineData("/incident postmortem None: duplicate of INC-3")]
    [InlineData("/incident postmortem INC-1 skip duplicate of INC-3")]
    [InlineData("/incident postmortem skip INC-1 duplicate of INC-3")]
    public async Task That_none_is_needed_is_recorded_with_its_reason(string command)
    {
        var story = await ReviewStory.Of();
        await story.Says("ben", command);
        story.Hears("ben says that INC-1 needs no postmortem, so nobody is reminded of it. To write one after all: /incident postmortem INC-1\n“duplicate of INC-3”");
        Assert.Contains("Postmortem: not needed: duplicate of INC-3 (ben)", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
        await story.Says("ben", "/incident timeline");
        story.Hears("No postmortem needed: duplicate of INC-3");
    }

    [Theory]
    [InlineData("/incident postmortem skip", "Why does INC-1 need no postmortem?")]
    [InlineData("/incident postmortem INC-1 skip", "Why does INC-1 need no postmortem?")]
    [InlineData("/incident postmortem skip INC-9 a duplicate", "no such incident")]
    public async Task Without_a_reason_or_an_incident_nothing_is_recorded(string command, string answer)
    {
        var story = await ReviewStory.Of();
        await story.Says("ben", command);
        story.Hears(answer);
        Assert.Null((await story.Incident()).PostmortemWaived);
    }

    [Fact]
    public async Task An_open_incident_may_still_need_one()
    {
        var story = await ReviewStory.Of(Some.Incident());
        await story.Says("ben", "/incident postmortem skip a false alarm");
        story.Hears("INC-1 is still open");
    }

    [Fact]
    public async Task A_published_one_is_there_already()
    {
        var story = await ReviewStory.Of();
        await story.Has(new Postmortem { Incident = Some.IncidentId, StartedBy = Some.Ana, StartedAt = Some.Time, Status = PostmortemStatus.Published });
        await story.Says("ben", "/incident postmortem skip a false alarm");
        story.Hears("The postmortem of INC-1 is published already.");
    }

    [Fact]
    public async Task Starting_the_review_takes_it_back()
    {
        var story = await ReviewStory.Of();
        await story.Says("ben", "/incident postmortem skip a false alarm");
        await story.Says("ana", "/incident postmortem");
        story.Hears("1 of 10 · Summary");
        Assert.Null((await story.Incident()).PostmortemWaived);
        Assert.DoesNotContain("not needed", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review @ben")]
    [InlineData("publish")]
    public async Task Going_on_with_it_takes_it_back(string words)
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        if (words == "publish") await story.Says("ana", "/incident postmortem review @ben");
        if (words == "publish") await story.Says("ben", "/incident postmortem approve");
        await story.Says("chidi", "/incident postmortem skip a false alarm");
        await story.Says("ana", $"/incident postmortem {words}");
        Assert.Null((await story.Incident()).PostmortemWaived);
        Assert.DoesNotContain("not needed", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_that_is_back_may_need_one_again()
    {
        var story = await ReviewStory.Of();
        await story.Says("ben", "/incident postmortem skip a false alarm");
        await story.Says("ana", "/incident reopen");
        Assert.Null((await story.Incident()).PostmortemWaived);
    }

    [Fact]
    public async Task The_reminder_offers_it_and_is_the_last_one()
    {
        var story = await ReviewStory.Of(Some.Incident(IncidentStatus.Resolved).With(new Milestone(MilestoneKind.Resolved, Some.Time, Some.Ana, "said")));
        await story.Passes(TimeSpan.FromDays(8));
        await story.Presses("ben", "None needed for INC-1…");
        Assert.Equal([WaivePostmortem.Reason], (await story.Submits("ben", (WaivePostmortem.Reason, " "))).Keys);
        Assert.Empty(await story.Submits("ben", (WaivePostmortem.Reason, "a false alarm")));
        story.Hears("ben says that INC-1 needs no postmortem");
        await story.Passes(TimeSpan.FromDays(7));
        story.HearsNothing();
    }
}
