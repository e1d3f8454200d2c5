using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class ResolveIncidentTests
{
    [Fact]
    public async Task The_second_to_resolve_is_told_who_was_first()
    {
        var story = await Declared();
        await story.Says("ana", "/incident resolve rolled back");
        story.Time.Advance(TimeSpan.FromSeconds(2));
        await story.Says("ben", "/incident resolve restarted");
        var heard = Assert.Single(story.LastHeard);
        Assert.Equal(Some.Ben.Ref, heard.OnlyTo);
        story.Hears("already resolved, by ana at 2026-11-22 14:00 UTC");
    }

    [Fact]
    public async Task What_is_not_known_yet_is_said_in_one_sentence()
    {
        var story = await Declared();
        await story.Says("ana", "/incident detection at 13:58 alert");
        await story.Says("ana", "/incident commander me");
        await story.Says("ana", "/incident resolve");
        story.Hears("TTA (time to acknowledge): 2 minutes\nNot known yet: TTD, TTM, TTR. Nobody has said when it started or when it was mitigated.");
    }

    [Fact]
    public async Task A_button_of_a_card_that_is_out_of_date_says_so()
    {
        var story = await Declared();
        await story.Says("ana", "/incident resolve");
        await story.Does(new ButtonPressed(story.Time.GetUtcNow(), Some.Ben, story.Room, null, IncidentActions.Resolve, "INC-1"));
        Assert.Null(story.OpenForm);
        story.Hears("already resolved, by ana");
    }

    [Fact]
    public async Task The_form_takes_what_resolved_it_and_when()
    {
        var story = await Declared();
        story.Time.Advance(TimeSpan.FromMinutes(40));
        await story.Presses("ben", "Resolve…");
        var faults = await story.Submits("ben", ("text", "rolled back"), ("at", "half past"));
        Assert.Equal(["at"], faults.Keys);
        Assert.Empty(await story.Submits("ben", ("text", "rolled back"), ("at", "10m ago")));
        var incident = await Incident(story);
        Assert.Equal(Some.Time.AddMinutes(30), incident.Reached(MilestoneKind.Resolved)!.At);
        Assert.Equal("rolled back", incident.Latest(FactKind.Resolution)!.Text);
    }

    [Fact]
    public async Task A_time_before_the_detection_is_asked_about_with_both_times()
    {
        var story = await Declared();
        await story.Says("ana", "/incident detection at 13:58 alert");
        await story.Says("ana", "/incident resolve at 13:30 rolled back");
        story.Hears("Resolved, as stated now: 2026-11-22 13:30 UTC");
        story.Hears("Detected, as it stands: 2026-11-22 13:58 UTC");
        Assert.True((await Incident(story)).IsOpen);
    }

    [Theory]
    [InlineData("resolve at 25:99 rolled back")]
    [InlineData("resolve at 2027-01-01 10:00 rolled back")]
    [InlineData("mitigate at 2026-11-22 23:00")]
    public void A_time_that_cannot_be_changes_nothing(string words)
    {
        var decision = Routing.Decide(Some.Command(words), Some.Situation(Some.Incident()));
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
    }

    [Fact]
    public async Task A_stated_time_of_resolution_stands_when_resolving_later()
    {
        var story = await Declared();
        story.Time.Advance(TimeSpan.FromHours(1));
        await story.Says("ana", "/incident resolution at 14:20 rolled back 4711");
        await story.Says("ana", "/incident resolve");
        Assert.Equal(Some.Time.AddMinutes(20), (await Incident(story)).Reached(MilestoneKind.Resolved)!.At);
    }

    [Fact]
    public async Task When_it_was_mitigated_can_be_said_afterwards()
    {
        var story = await Declared();
        await story.Says("ana", "/incident trigger at 13:30 deploy");
        await story.Says("ana", "/incident resolve");
        await story.Says("ana", "/incident mitigate at 13:10");
        story.Hears("Started, as it stands: ");
        await story.Says("ana", "/incident mitigate at 13:50 traffic moved");
        var incident = await Incident(story);
        Assert.Equal((IncidentStatus.Resolved, Some.Time.AddMinutes(-10)), (incident.Status, incident.Reached(MilestoneKind.Mitigated)!.At));
        Assert.Contains("TTM (time to mitigate): 20 minutes", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_milestone_says_what_shows_it_and_who_confirmed_it()
    {
        var story = await Declared();
        await story.Says("ana", "/incident commander me");
        await story.Says("ana", "/incident resolve at 13:59 rolled back 4711");
        Assert.Equal(
            ["declared by ana", "/incident commander me, by ana", "/incident resolve at 13:59 rolled back 4711, by ana"],
            (await Incident(story)).Milestones.Select(milestone => milestone.Evidence));
    }

    [Fact]
    public async Task Another_incident_is_resolved_by_its_number_and_its_room_is_told()
    {
        var story = await Declared();
        await story.Says("ben", "/incident resolve INC-1 rolled back", place: Some.Place("elsewhere"));
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("elsewhere") && heard.OnlyTo == Some.Ben.Ref);
        Assert.Contains(story.LastHeard, heard => heard.Place == story.Room && heard.Words.Contains("Resolved", StringComparison.Ordinal));
        Assert.Equal("rolled back", (await Incident(story)).Latest(FactKind.Resolution)!.Text);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_said_so()
    {
        var story = await Declared();
        await story.Says("ben", "/incident resolve INC-99 rolled back");
        story.Hears("no such incident that you can see");
        Assert.True((await Incident(story)).IsOpen);
    }

    private static async Task<Story> Declared()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        return story;
    }

    private static async Task<Incident> Incident(Story story) => (await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!;
}
