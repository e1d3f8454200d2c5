using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Reminders;

public sealed class ScheduledWorkTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_meets_another_change_stops_nothing_else_and_comes_a_little_later()
    {
        var story = await TwoRulesBegin();
        var changed = false;
        story.Store.Committing += commit =>
        {
            if (changed || First(commit) is not { } rule) return;
            changed = true;
            Assert.True(story.Store.CommitAsync(new(new() { Save = [rule] }, [], commit.At), CancellationToken.None).IsCompletedSuccessfully);
        };
        await story.Passes(AMinute);
        Assert.True(changed);
        story.Hears("INC-2 needs a published postmortem");
    }

    [Fact]
    public async Task What_fails_stops_nothing_else_and_is_tried_again()
    {
        var story = await TwoRulesBegin();
        var broken = true;
        story.Store.Committing += commit =>
        {
            if (broken && First(commit) is not null) throw new InvalidOperationException("It cannot be written.");
        };
        await story.Passes(AMinute);
        story.Hears("INC-2 needs a published postmortem");
        story.HearsNot("INC-1 needs a published postmortem");
        broken = false;
        await story.Passes(AMinute);
        story.Hears("INC-1 needs a published postmortem");
    }

    [Fact]
    public async Task While_something_of_it_fails_an_occurrence_of_reminders_is_not_dealt_with()
    {
        var story = new Story(Some.Settings with { AnnounceChannel = null }) { Room = Some.Room };
        await story.Has(Some.Incident() with { Version = 0 });
        await story.Says("ana", "/incident action add a canary @ana");
        await story.Says("ben", "/incident action write a runbook @ben");
        var broken = true;
        story.Store.Committing += commit =>
        {
            if (broken && commit.Decision.Once.Any(key => key.EndsWith("/ana", StringComparison.Ordinal))) throw new InvalidOperationException("It cannot be written.");
        };
        await story.Passes(TimeSpan.FromHours(19));
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ben"));
        Assert.DoesNotContain(story.LastHeard, heard => heard.Place == Some.Place("dm-ana"));
        broken = false;
        await story.Passes(AMinute);
        Assert.Contains(story.LastHeard, heard => heard.Place == Some.Place("dm-ana"));
        Assert.DoesNotContain(story.LastHeard, heard => heard.Place == Some.Place("dm-ben"));
    }

    // What began first is decided on first: that of INC-1.
    private static async Task<Story> TwoRulesBegin()
    {
        var story = await PolicyStory.Of(agreed: new() { HaltWhenExhausted = false, ClassShare = null });
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Id = new(Some.Workspace, 2), Room = Some.Place("inc-2-checkout-is-slow"), Version = 0 });
        await story.Has(PolicyStory.Charge(10, Some.Time.AddHours(-3)), PolicyStory.Charge(10, Some.Time, incident: 2));
        return story;
    }

    private static Consequence? First(Commit commit) => commit.Decision.Save.OfType<Consequence>().FirstOrDefault(one => one.Incident == Some.IncidentId);
}
