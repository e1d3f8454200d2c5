using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

/// <summary>What is longer ago than a quarter is the same rule for the same incident all the same.</summary>
public sealed class LongWindowStories
{
    private static readonly TimeSpan ALongTime = TimeSpan.FromDays(120);

    [Fact]
    public async Task A_rule_that_was_settled_long_ago_neither_begins_again_nor_stops_the_others()
    {
        var story = await Charged();
        await story.Says("ana", "/incident policy override inc-1 the supplier has fixed it");
        await story.Says("ana", "/incident postmortem skip a false alarm");
        Assert.Equal(ConsequenceEnd.SetAside, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
        await story.Passes(ALongTime);
        await story.Charged(minutes: 60); // it is stated once more, for a later time
        story.HearsNot("INC-1 needs a published postmortem");
        await story.Has(PolicyStory.Charge(40, story.Time.GetUtcNow().AddMinutes(110), incident: 2)); // later still: decided on after that of INC-1
        await story.Passes(TimeSpan.FromMinutes(1));
        story.Hears("INC-2 needs a published postmortem");
    }

    [Fact]
    public async Task A_rule_whose_figure_fell_long_ago_begins_again_as_the_same_one()
    {
        var story = await Charged();
        await story.Charged(minutes: 2);
        story.Hears("INC-1 no longer counts as large");
        await story.Passes(ALongTime);
        await story.Charged(minutes: 60);
        story.Hears("INC-1 needs a published postmortem");
        Assert.True((await story.Only(PolicyRule.LargeIncident)).Stands);
    }

    [Fact]
    public async Task Who_publishes_is_told_of_it_too()
    {
        var story = await Charged();
        await story.Charged(minutes: 2);
        await story.Passes(ALongTime);
        await story.Says("ana", "/incident charge 100% 12:00-13:00");
        await story.Says("ana", "/incident postmortem skip a false alarm");
        story.Hears("INC-1 needs a postmortem: the error budget policy asks for one.");
        Assert.True((await story.Only(PolicyRule.LargeIncident)).Stands);
    }

    private static async Task<Story> Charged()
    {
        var story = await PolicyStory.Of(agreed: new() { HaltWhenExhausted = false, ClassShare = null }, slo: PolicyStory.Checkout with { Window = SloWindow.Rolling(90) });
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Id = new(Some.Workspace, 2), Room = Some.Place("inc-2-checkout-is-slow"), Version = 0 });
        await story.Charged(minutes: 40);
        story.Hears("INC-1 needs a published postmortem");
        return story;
    }
}
