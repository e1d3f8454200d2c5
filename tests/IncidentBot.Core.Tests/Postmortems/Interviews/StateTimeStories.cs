using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

public sealed class StateTimeStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task The_question_whose_time_is_unknown_has_a_button_for_it()
    {
        await AskedForTrigger();
        _story.Hears("Give the time…");
        await _story.Presses("ana", "Give the time…");
        Assert.Equal(["at"], (await _story.Submits("ana", ("at", ""))).Keys);
        Assert.Empty(await _story.Submits("ana", ("at", "13:50")));
        Assert.Equal(Some.Time.AddMinutes(-10), (await Incident()).Reached(MilestoneKind.Started)!.At);
        Assert.DoesNotContain("Give the time…", _story.LastHeard[^1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_in_an_answer_is_offered_and_the_answer_becomes_the_evidence()
    {
        var head = await AskedForTrigger();
        var answer = await _story.Says("ben", "at 08:45 deploy 4711", thread: head);
        await _story.Presses("ana", "Give the time…");
        var offered = Assert.Single(_story.OpenForm!.Fields).Initial!;
        Assert.Equal("2026-11-22 13:45", offered);
        await _story.Submits("ana", ("at", offered));
        var started = (await Incident()).Reached(MilestoneKind.Started)!;
        Assert.Equal((answer, "answer by ben in the review, confirmed by ana", Some.Ana), (started.Source, started.Evidence, started.ConfirmedBy));
    }

    [Fact]
    public async Task A_time_that_contradicts_another_counts_once_that_one_is_corrected()
    {
        var head = await AskedForTrigger();
        var answer = await _story.Says("ben", "at 08:55 deploy 4711", thread: head);
        await _story.Says("ana", "/incident detection at 13:50 alert");
        await _story.Presses("ana", "Give the time…");
        Assert.Empty(await _story.Submits("ana", ("at", "2026-11-22 13:55")));
        _story.Hears("cannot both be right");
        await _story.Presses("ana", "Keep the new time, correct detected…");
        Assert.Empty(await _story.Submits("ana", ("at", "13:58")));
        var incident = await Incident();
        Assert.Equal((Some.Time.AddMinutes(-5), answer), (incident.Reached(MilestoneKind.Started)!.At, incident.Reached(MilestoneKind.Started)!.Source));
        Assert.Equal(Some.Time.AddMinutes(-2), incident.Reached(MilestoneKind.Detected)!.At);
    }

    private async Task<Core.Chat.MessageRef> AskedForTrigger()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        await _story.Says("ana", "/incident resolve rolled back");
        await _story.Says("ana", "/incident postmortem");
        for (var passed = 0; passed < 3; passed++) await _story.Presses("ana", "Skip");
        return await _story.MessageOf(Core.Bot.CardKeys.Review(Some.IncidentId));
    }

    private async Task<Incident> Incident() => (await _story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!;
}
