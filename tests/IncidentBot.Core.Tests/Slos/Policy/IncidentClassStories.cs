using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

public sealed class IncidentClassStories
{
    [Fact]
    public async Task Incidents_of_one_class_that_take_much_of_a_quarter_ask_for_a_place_in_the_planning()
    {
        var story = await TwoExpiredCertificates();
        story.Hears("As agreed, the planning for Q1 2027 needs a P0 item against “expired certificate”.");
        story.Hears("Incidents of the class “expired certificate” took 22.6 % of the budget of checkout-availability for Q4 2026 (stated by people).");
        story.Hears("Until: the item is planned, at the latest 2027-04-01 00:00 UTC");
        await story.Says("ana", "/incident policy planned expired https://plan.example/q1");
        story.Hears("a P0 item against “expired certificate” is planned: https://plan.example/q1");
        await story.Passes(TimeSpan.FromMinutes(5));
        story.HearsNothing();
        Assert.Equal(ConsequenceEnd.Fulfilled, (await story.Only(PolicyRule.IncidentClass)).EndedBy);
    }

    [Fact]
    public async Task It_is_planned_by_a_form_too()
    {
        var story = await TwoExpiredCertificates();
        await story.Presses("ana", "It is planned…");
        Assert.Single(await story.Submits("ana", ("where", "")));
        await story.Presses("ana", "It is planned…");
        await story.Submits("ana", ("where", "the reliability plan"));
        story.Hears("is planned: the reliability plan");
    }

    [Fact]
    public async Task It_ends_when_the_quarter_of_the_planning_is_over()
    {
        var story = await TwoExpiredCertificates();
        await story.Passes(TimeSpan.FromDays(131));
        story.Hears("Q1 2027 has ended without anybody saying that a P0 item against “expired certificate” was planned.");
    }

    [Fact]
    public async Task The_review_asks_once_what_kind_of_incident_it_is()
    {
        var story = await PolicyStory.Of(agreed: new() { IncidentShare = null });
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Id = new(Some.Workspace, 2), Room = Some.Place("inc-2"), Class = "expired certificate", Version = 0 });
        await story.Charged(minutes: 3);
        await story.Charged(minutes: 3, incident: 2);
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.ActionItems);
        story.Hears("Is INC-1 of a kind that you have seen before?");
        await story.Presses("ben", "expired certificate");
        story.Hears("INC-1 is of the kind “expired certificate”, says ben.");
        Assert.Equal("expired certificate", (await story.Incident()).Class);
        await story.Replies("ana", "back");
        await story.Replies("ana", "next");
        story.HearsNot("of a kind that you have seen before");
    }

    [Fact]
    public async Task A_kind_is_named_in_a_form_or_there_is_none()
    {
        var story = await PolicyStory.Of();
        await story.Charged(minutes: 3);
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Presses("ben", "Name its kind…");
        Assert.Single(await story.Submits("ben", ("class", "…")));
        await story.Submits("ben", ("class", "full disk"));
        Assert.Equal("full disk", (await story.Incident()).Class);
        await story.Says("ben", "/incident class none");
        Assert.Null((await story.Incident()).Class);
    }

    [Fact]
    public async Task One_of_its_own_is_an_answer()
    {
        var story = await PolicyStory.Of();
        await story.Charged(minutes: 3);
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Presses("ben", "One of its own");
        story.Hears("Kind of incident: one of its own");
        Assert.Null((await story.Incident()).Class);
    }

    [Fact]
    public async Task The_command_says_what_it_understands()
    {
        var story = await PolicyStory.Of();
        await story.Says("ana", "/incident class");
        story.Hears("Nobody has said what kind of incident INC-1 is.");
        await story.Says("ana", "/incident class expired certificate");
        await story.Says("ana", "/incident class");
        story.Hears("INC-1 is of the kind “expired certificate”.");
        await story.Says("ana", $"/incident class {new string('x', 61)}");
        story.Hears("That is long for a kind.");
    }

    [Fact]
    public async Task Where_it_is_planned_is_said_in_few_words()
    {
        var story = await TwoExpiredCertificates();
        await story.Says("ana", $"/incident policy planned checkout-availability/expired {new string('x', 4000)}");
        story.Hears("Where it stands has at most");
        story.HearsNot("reason");
    }

    [Fact]
    public async Task Without_charges_nobody_is_asked()
    {
        var story = await PolicyStory.Of();
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.ActionItems);
        Assert.DoesNotContain(story.Chat.Heard, heard => heard.Words.Contains("of a kind that you have seen", StringComparison.Ordinal));
    }

    private static async Task<Story> TwoExpiredCertificates()
    {
        var story = await PolicyStory.Of(Some.Incident(IncidentStatus.Resolved) with { Class = "Expired certificate" }, new() { IncidentShare = null });
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Id = new(Some.Workspace, 2), Room = Some.Place("inc-2"), Class = "expired certificate", Version = 0 });
        await story.Charged(minutes: 15);
        await story.Charged(minutes: 15, incident: 2);
        return story;
    }
}
