using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charges;

public sealed class AskedInReviewStories
{
    private const string Question = "Which share of users was hit, from when to when?";

    [Fact]
    public async Task Once_the_impact_was_talked_about_the_review_asks_what_it_cost()
    {
        var story = await Started();
        await story.Replies("ana", "next");
        story.HearsNot(Question);
        await story.Replies("ana", "a third of all checkouts failed");
        await story.Replies("ana", "next");
        story.Hears(Question);
        story.Hears("3 of 10");
        await story.Replies("ana", "back");
        await story.Replies("ana", "next");
        story.HearsNot(Question);
    }

    [Fact]
    public async Task The_button_opens_the_form_and_the_draft_tells_what_was_stated()
    {
        var story = await Started();
        await story.GoesTo(QuestionKind.RootCauses);
        await story.Presses("ana", "State what it cost…");
        Assert.Empty(await story.Submits("ana", ("slo", SloStory.Availability), ("share", "37"), ("from", "13:00"), ("to", "13:29")));
        await story.Replies("ana", "done");
        Assert.Contains("### Error budget\n\n- **checkout-availability:** spent 26.6 % of the 28-day budget (estimated by ana), 73 % left", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("Stated by ana: 37 % was hit from 2026-11-22 13:00 (Europe/Lisbon) to 2026-11-22 13:29 (Europe/Lisbon) (29 minutes), 26.6 % of the 28-day budget.", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_stated_already_is_not_asked_for()
    {
        var story = await Started();
        await story.Says("ana", "/incident charge 37% 13:00-13:29");
        await story.GoesTo(QuestionKind.RootCauses);
        story.HearsNot(Question);
    }

    [Fact]
    public async Task A_measured_figure_is_shown_and_asked_about_only_if_it_is_wrong()
    {
        var story = await Started();
        await story.Has(new BudgetCharge { Incident = Some.IncidentId, Slo = SloStory.Availability, Measured = new(new Period(Some.Time.AddHours(-1), Some.Time), new(63_000, 100_000), Some.Time) });
        await story.GoesTo(QuestionKind.RootCauses);
        story.Hears("37 % was bad from");
        story.Hears("Only if it is wrong");
    }

    [Fact]
    public async Task Without_an_SLO_for_its_service_nothing_is_asked()
    {
        var story = await Started("payments");
        await story.GoesTo(QuestionKind.RootCauses);
        story.HearsNot(Question);
    }

    private static async Task<Story> Started(string service = "checkout")
    {
        var story = new Story(SloStory.Settings()) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0, Service = service });
        await story.Says("ana", "/incident postmortem");
        return story;
    }
}
