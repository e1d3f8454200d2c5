using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class AskAboutTimesStories
{
    private const string KeepNew = "Keep the new time, correct detected…";
    private const string Another = "Give another time for resolved…";

    private readonly Story _story = new();

    [Fact]
    public async Task Both_times_are_shown_with_their_evidence_to_the_speaker_and_nothing_is_recorded()
    {
        await Asked();
        var heard = Assert.Single(_story.LastHeard);
        Assert.Equal(Some.Ana.Ref, heard.OnlyTo);
        Assert.Contains("Resolved, as stated now: 2026-11-22 13:30 UTC, confirmed by ana (/incident resolve at 13:30 rolled back, by ana)", heard.Words, StringComparison.Ordinal);
        Assert.Contains("Detected, as it stands: 2026-11-22 13:58 UTC, confirmed by ben (/incident detection at 08:58 alert, by ben)", heard.Words, StringComparison.Ordinal);
        var incident = await Incident();
        Assert.Equal((IncidentStatus.Investigating, null, null), (incident.Status, incident.Reached(MilestoneKind.Resolved), incident.Latest(FactKind.Resolution)));
        Assert.DoesNotContain(_story.Store.Entries, entry => entry.Text.Contains("rolled back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_time_is_corrected_and_what_waited_is_done_whole()
    {
        await Asked();
        await _story.Presses("ana", KeepNew);
        Assert.Equal(["at"], (await _story.Submits("ana", ("at", "13:45"))).Keys);
        Assert.Empty(await _story.Submits("ana", ("at", "13:20")));
        var incident = await Incident();
        Assert.Equal((Clock(13, 20), Clock(13, 30), IncidentStatus.Resolved), (At(incident, MilestoneKind.Detected), At(incident, MilestoneKind.Resolved), incident.Status));
        Assert.Equal("rolled back", incident.Latest(FactKind.Resolution)!.Text);
        Assert.Empty(incident.TimeConflicts);
        Assert.Contains(_story.Store.Entries, entry => entry.Text == "Detected: 2026-11-22 13:20 (Europe/Lisbon) (was 2026-11-22 13:58 (Europe/Lisbon))");
        Assert.Contains(_story.Store.Entries, entry => entry.Text == "Investigating → Resolved: rolled back");
    }

    [Fact]
    public async Task A_secret_in_what_waits_is_warned_of_once()
    {
        await Detected();
        await _story.Says("ana", $"/incident resolve at 13:30 rotated {new Masking.SecretMaker(7).Make("github-token")}");
        _story.Hears("seems to hold a secret");
        await _story.Presses("ana", Another);
        Assert.Empty(await _story.Submits("ana", ("at", "13:59")));
        Assert.Equal(IncidentStatus.Resolved, (await Incident()).Status);
        _story.HearsNot("seems to hold a secret");
    }

    [Fact]
    public async Task The_other_time_may_become_unknown_again()
    {
        await Asked();
        await _story.Presses("ana", KeepNew);
        Assert.Empty(await _story.Submits("ana", ("at", "")));
        Assert.Equal((null, Clock(13, 30)), (At(await Incident(), MilestoneKind.Detected), At(await Incident(), MilestoneKind.Resolved)));
    }

    [Fact]
    public async Task What_was_said_may_get_another_time()
    {
        await Asked();
        await _story.Presses("ana", Another);
        Assert.Equal(["at"], (await _story.Submits("ana", ("at", ""))).Keys);
        Assert.Equal(["at"], (await _story.Submits("ana", ("at", "13:31"))).Keys);
        Assert.Empty(await _story.Submits("ana", ("at", "13:59")));
        var incident = await Incident();
        Assert.Equal((Clock(13, 58), Clock(13, 59), "rolled back"), (At(incident, MilestoneKind.Detected), At(incident, MilestoneKind.Resolved), incident.Latest(FactKind.Resolution)!.Text));
    }

    [Fact]
    public async Task Left_as_it_was_nothing_happens_and_the_buttons_are_spent()
    {
        await Asked();
        var before = await Incident();
        await _story.Presses("ana", "Leave all as it was");
        _story.Hears("All times of INC-1 are as they were");
        Assert.Equal(before.Milestones, (await Incident()).Milestones);
        await _story.Presses("ana", KeepNew);
        Assert.Null(_story.OpenForm);
        _story.Hears("settled already");
    }

    [Fact]
    public async Task A_form_with_a_time_that_contradicts_is_asked_about_too()
    {
        await Detected();
        await _story.Presses("ana", "Resolve…");
        Assert.Empty(await _story.Submits("ana", ("text", "rolled back"), ("at", "13:30")));
        _story.Hears("cannot both be right");
        await _story.Presses("ana", Another);
        await _story.Submits("ana", ("at", "13:59"));
        Assert.Equal((Clock(13, 59), "rolled back"), (At(await Incident(), MilestoneKind.Resolved), (await Incident()).Latest(FactKind.Resolution)!.Text));
    }

    [Fact]
    public async Task The_answer_to_a_question_is_kept_and_its_time_asked_about()
    {
        await Detected();
        await _story.Says("ana", "/incident status mitigated");
        var prompt = await _story.MessageOf(CardKeys.Prompt(Some.IncidentId, FactKind.Resolution));
        var reply = await _story.Says("ben", "at 13:30 rolled back", thread: prompt);
        _story.Hears("cannot both be right");
        Assert.Equal("at 13:30 rolled back", (await Incident()).Latest(FactKind.Resolution)!.Text);
        await _story.Presses("ben", Another);
        await _story.Submits("ben", ("at", Local(14, 0)));
        var resolved = (await Incident()).Reached(MilestoneKind.Resolved)!;
        Assert.Equal((Clock(14, 0), reply, Some.Ben), (resolved.At, resolved.Source, resolved.ConfirmedBy));
    }

    [Fact]
    public async Task A_time_that_contradicts_two_others_is_asked_about_one_after_the_other()
    {
        await Detected();
        await _story.Says("ana", "/incident mitigate at 13:59");
        await _story.Says("ana", "/incident resolution at 13:30 rolled back");
        await _story.Presses("ana", KeepNew);
        await _story.Submits("ana", ("at", "13:20"));
        _story.Hears("Mitigated, as it stands");
        Assert.Contains("Detected: 2026-11-22 13:20", await _story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
        Assert.Equal((Clock(13, 20), null), (At(await Incident(), MilestoneKind.Detected), At(await Incident(), MilestoneKind.Resolved)));
        await _story.Presses("ana", "Keep the new time, correct mitigated…");
        await _story.Submits("ana", ("at", "13:25"));
        Assert.Equal((Clock(13, 25), Clock(13, 30)), (At(await Incident(), MilestoneKind.Mitigated), At(await Incident(), MilestoneKind.Resolved)));
        Assert.Equal("rolled back", (await Incident()).Latest(FactKind.Resolution)!.Text);
    }

    [Fact]
    public async Task What_was_settled_in_the_meantime_is_not_done_twice()
    {
        await Asked();
        await _story.Says("ben", "/incident resolve restarted");
        await _story.Presses("ana", KeepNew);
        await _story.Submits("ana", ("at", "13:20"));
        _story.Hears("already resolved, by ben");
        Assert.Equal(("restarted", Clock(13, 20)), ((await Incident()).Latest(FactKind.Resolution)!.Text, At(await Incident(), MilestoneKind.Detected)));
    }

    private async Task Detected()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        await _story.Says("ben", $"/incident detection at {Local(13, 58)} alert");
    }

    private async Task Asked()
    {
        await Detected();
        await _story.Says("ana", "/incident resolve at 13:30 rolled back");
    }

    // Ben is in New York, five hours behind Lisbon in November.
    private static string Local(int hour, int minute) => $"{hour - 5:00}:{minute:00}";

    private static DateTimeOffset Clock(int hour, int minute) => new(2026, 11, 22, hour, minute, 0, TimeSpan.Zero);

    private static DateTimeOffset? At(Incident incident, MilestoneKind kind) => incident.Reached(kind)?.At;

    private async Task<Incident> Incident() => (await _story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!;
}
