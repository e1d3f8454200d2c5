using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class StateMilestoneStories
{
    private readonly Story _story = new();

    [Theory]
    [InlineData("started at 13:50", MilestoneKind.Started, 13, 50)]
    [InlineData("detected 13:55 alert", MilestoneKind.Detected, 13, 55)]
    [InlineData("declared at 13:58", MilestoneKind.Declared, 13, 58)]
    [InlineData("acknowledged at 2m ago", MilestoneKind.Acknowledged, 13, 58)]
    [InlineData("MITIGATED", MilestoneKind.Mitigated, 14, 0)]
    [InlineData("resolved, at 13:59 rolled back", MilestoneKind.Resolved, 13, 59)]
    public async Task Each_of_them_can_be_stated(string words, MilestoneKind kind, int hour, int minute)
    {
        await Declared();
        await _story.Says("ana", $"/incident milestone {words}");
        var milestone = (await Incident()).Reached(kind)!;
        Assert.Equal((new DateTimeOffset(2026, 11, 22, hour, minute, 0, TimeSpan.Zero), Some.Ana, $"/incident milestone {words}, by ana"), (milestone.At, milestone.ConfirmedBy, milestone.Evidence));
        Assert.Equal(IncidentStatus.Investigating, (await Incident()).Status);
        Assert.Equal(milestone.At, Assert.Single(_story.Store.Entries, entry => entry.Text.StartsWith($"{kind.Label()}: 2026", StringComparison.Ordinal)).At);
    }

    [Fact]
    public async Task A_correction_says_what_it_was()
    {
        await Declared();
        await _story.Says("ana", "/incident milestone detected at 13:55");
        await _story.Says("ben", "/incident milestone detected at 08:57");
        _story.Hears("ben said when it was detected, INC-1: 2026-11-22 13:57 UTC. It had been 2026-11-22 13:55 UTC, as ana said.");
    }

    [Fact]
    public async Task A_time_is_taken_back_and_unknown_again()
    {
        await Declared();
        await _story.Says("ana", "/incident milestone detected at 13:55");
        await _story.Says("ana", "/incident milestone detected unknown");
        Assert.Null((await Incident()).Reached(MilestoneKind.Detected));
        await _story.Says("ana", "/incident milestone declared unknown");
        _story.Hears("always known");
    }

    [Fact]
    public async Task Without_words_it_shows_all_with_their_evidence_and_how_to_state_the_rest()
    {
        await Declared();
        await _story.Says("ben", "/incident commander me");
        await _story.Says("ana", "/incident milestone");
        _story.Hears("Acknowledged: 2026-11-22 14:00 UTC, confirmed by ben (/incident commander me, by ben)");
        _story.Hears("Detected: unknown; to state it: /incident milestone detected at 13:55");
        await _story.Presses("ana", "State a time…");
        Assert.Equal(["milestone", "at"], (await _story.Submits("ana", ("milestone", ""), ("at", ""))).Keys);
        Assert.Empty(await _story.Submits("ana", ("milestone", "Detected"), ("at", "13:55")));
        Assert.Equal("form filled in by ana", (await Incident()).Reached(MilestoneKind.Detected)!.Evidence);
    }

    [Theory]
    [InlineData("begun at 13:50")]
    [InlineData("detected at 25:00")]
    [InlineData("detected at 2026-11-23 14:00")]
    public async Task Words_that_cannot_be_understood_record_nothing(string words)
    {
        await Declared();
        await _story.Says("ana", $"/incident milestone {words}");
        Assert.Single((await Incident()).Milestones);
        Assert.Equal(Some.Ana.Ref, Assert.Single(_story.LastHeard).OnlyTo);
    }

    [Fact]
    public async Task A_message_becomes_the_evidence_at_its_own_time()
    {
        await Declared();
        _story.Time.Advance(TimeSpan.FromSeconds(95));
        var message = await _story.Says("ben", "pager went off");
        _story.Time.Advance(TimeSpan.FromDays(3));
        await _story.Chooses("ana", IncidentActions.MilestoneOfMessage, message);
        var at = _story.OpenForm!.Fields.Single(field => field.Id == "at").Initial!;
        Assert.Equal("2026-11-22 14:01", at);
        Assert.Empty(await _story.Submits("ana", ("milestone", "Acknowledged"), ("at", at)));
        var milestone = (await Incident()).Reached(MilestoneKind.Acknowledged)!;
        Assert.Equal((Some.Time.AddSeconds(95), message, Some.Ana, "message by ben: “pager went off”, chosen by ana"), (milestone.At, milestone.Source, milestone.ConfirmedBy, milestone.Evidence));
    }

    [Fact]
    public async Task A_message_of_another_place_is_evidence_of_the_incident_that_is_chosen()
    {
        await Declared();
        var message = await _story.Says("ben", "pager went off", place: Some.Place("alerts"));
        await _story.Chooses("ana", IncidentActions.MilestoneOfMessage, message);
        Assert.Equal(["incident"], (await _story.Submits("ana", ("milestone", "Detected"), ("at", "13:55"))).Keys);
        Assert.Empty(await _story.Submits("ana", ("incident", "INC-1"), ("milestone", "Detected"), ("at", "13:55")));
        Assert.Equal(message, (await Incident()).Reached(MilestoneKind.Detected)!.Source);
    }

    [Fact]
    public async Task A_private_incident_is_not_offered_to_others()
    {
        await _story.Says("ana", "/incident start private card data in a log");
        var message = await _story.Says("ben", "pager went off", place: Some.Place("alerts"));
        await _story.Chooses("ben", IncidentActions.MilestoneOfMessage, message);
        Assert.Null(_story.OpenForm);
        _story.Hears("No incident is open");
    }

    private Task Declared() => _story.Says("ana", "/incident start here checkout is failing");

    private async Task<Incident> Incident() => (await _story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!;
}
