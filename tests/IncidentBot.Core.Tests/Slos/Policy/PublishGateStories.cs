using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

public sealed class PublishGateStories
{
    [Fact]
    public async Task A_large_incident_needs_a_P0_item_before_its_postmortem_is_published()
    {
        var story = await Reviewed();
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("It is not published yet: it has no P0 action item, and the error budget policy asks for one. It took 49.6 % of the error budget of checkout-availability (stated by people).");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
        await story.Says("ana", "/incident action add a canary to the deploy p0");
        await Approved(story);
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("What the error budget policy asked of INC-1 is done: its postmortem is published with a P0 action item. Thank you.");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
        Assert.Equal(ConsequenceEnd.Fulfilled, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
        await story.Passes(TimeSpan.FromMinutes(5));
        story.HearsNothing();
    }

    [Fact]
    public async Task An_item_that_was_dropped_does_not_count()
    {
        var story = await Reviewed();
        await story.Says("ana", "/incident action add a canary to the deploy p0");
        await story.Says("ana", "/incident drop A-1 too much work");
        await Approved(story);
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("It is not published yet");
    }

    [Fact]
    public async Task The_rule_is_set_aside_with_a_reason_and_the_postmortem_goes_out()
    {
        var story = await Reviewed();
        await story.Says("ana", "/incident postmortem publish");
        await story.Presses("ana", "Set aside…");
        await story.Submits("ana", ("reason", "the supplier has fixed it"));
        story.Hears("ana set checkout-availability/INC-1 aside: the supplier has fixed it");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
        Assert.Equal(ConsequenceEnd.SetAside, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
        Assert.Contains("Published without a P0 item", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("the supplier has fixed it", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_says_early_that_a_P0_item_is_required()
    {
        var story = await Charged();
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.ActionItems);
        story.Hears("A P0 item is required. It took 49.6 % of the error budget of checkout-availability (stated by people).");
    }

    [Fact]
    public async Task Nobody_can_say_that_none_is_needed()
    {
        var story = await Charged();
        await story.Says("ana", "/incident postmortem skip a false alarm");
        story.Hears("INC-1 needs a postmortem: the error budget policy asks for one.");
        Assert.Null((await story.Incident()).PostmortemWaived);
        await story.Says("ana", "/incident policy override inc-1 counted twice, see INC-3");
        await story.Says("ana", "/incident postmortem skip a false alarm");
        story.Hears("ana says that INC-1 needs no postmortem");
        Assert.Equal(ConsequenceEnd.SetAside, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
    }

    [Fact]
    public async Task A_figure_that_comes_late_asks_for_the_item_all_the_same()
    {
        var story = await Reviewed(charged: false);
        await story.Says("ana", "/incident postmortem publish");
        await story.Charged(minutes: 20);
        story.Hears("INC-1 needs a published postmortem with at least one P0 action item");
        await story.Says("ana", "/incident action add a canary to the deploy p0");
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("What the error budget policy asked of INC-1 is done");
    }

    [Fact]
    public async Task Who_publishes_right_after_the_charge_is_held_to_the_rule_too()
    {
        var story = await Reviewed(charged: false);
        await story.Says("ana", "/incident charge checkout-availability 100% 13:00-13:20");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("It is not published yet: it has no P0 action item, and the error budget policy asks for one. It took 49.6 %");
        Assert.Contains(story.LastHeard, heard => heard.Place == PolicyStory.Team && heard.Words.StartsWith("Postmortem with a P0 item required · INC-1", StringComparison.Ordinal));
        await story.Passes(TimeSpan.FromMinutes(2));
        story.HearsNot("Postmortem with a P0 item required");
        await story.Says("ana", "/incident policy override inc-1 the supplier has fixed it");
        await Approved(story);
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task Nor_is_it_declared_unneeded_right_after_the_charge()
    {
        var story = await PolicyStory.Of(agreed: new() { ClassShare = null });
        await story.Says("ana", "/incident charge checkout-availability 100% 13:00-13:20");
        await story.Says("ana", "/incident postmortem skip a false alarm");
        story.Hears("INC-1 needs a postmortem: the error budget policy asks for one.");
        Assert.Null((await story.Incident()).PostmortemWaived);
    }

    [Fact]
    public async Task What_is_set_aside_after_the_publication_ends()
    {
        var story = await Reviewed(charged: false);
        await story.Says("ana", "/incident postmortem publish");
        await story.Charged(minutes: 20);
        await story.Says("ana", "/incident policy override inc-1 the supplier has fixed it");
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("checkout-availability/INC-1 is settled: it had been set aside by ana: the supplier has fixed it");
        Assert.Equal(ConsequenceEnd.SetAside, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
    }

    [Fact]
    public async Task A_corrected_figure_takes_the_rule_back()
    {
        var story = await Charged();
        await story.Charged(minutes: 2);
        story.Hears("INC-1 no longer counts as large");
        await story.Charged(minutes: 20);
        story.Hears("INC-1 needs a published postmortem");
        Assert.Null((await story.Only(PolicyRule.LargeIncident)).EndedAt);
    }

    [Fact]
    public async Task A_charge_that_is_taken_back_takes_the_rule_back()
    {
        var story = await PolicyStory.Of(agreed: new() { ClassShare = null });
        await story.Says("ana", "/incident charge checkout-availability 100% 13:00-13:20");
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("INC-1 needs a published postmortem");
        await story.Says("ana", "/incident charge checkout-availability none");
        await story.Passes(TimeSpan.FromMinutes(2));
        story.Hears("INC-1 no longer counts as large");
        Assert.Equal(ConsequenceEnd.Within, (await story.Only(PolicyRule.LargeIncident)).EndedBy);
    }

    private static async Task<Story> Charged()
    {
        var story = await PolicyStory.Of(agreed: new() { ClassShare = null });
        await story.Charged(minutes: 20);
        return story;
    }

    private static async Task<Story> Reviewed(bool charged = true)
    {
        var story = charged ? await Charged() : await PolicyStory.Of(agreed: new() { ClassShare = null });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await Approved(story);
        return story;
    }

    private static async Task Approved(Story story)
    {
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
    }
}
