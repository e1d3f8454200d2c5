using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems;

/// <summary>What comes after an incident, from the first answer of its review to the last action item.</summary>
public sealed class FollowedThroughStory
{
    private readonly Story _story = new(Some.Settings with { Reminding = Some.Settings.Reminding with { EscalateAfterDays = 14, EscalateTo = "sre-leads" } });

    [Fact]
    public async Task A_postmortem_is_reviewed_by_two_published_revised_and_its_items_are_followed_to_the_end()
    {
        await Resolved();
        var impact = await Answered();
        await Commented();
        await Approved(by: ["ben", "chidi"]);
        await _story.Says("ana", "/incident postmortem publish");
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("incidents") && heard.Words.Contains("Version: 1, published 2026-11-22", StringComparison.Ordinal));
        Assert.DoesNotContain("💬", _story.LastFile(), StringComparison.Ordinal);
        await Revised(impact);
        await FollowedUp();
    }

    private async Task Resolved()
    {
        await _story.Says("ana", "/incident start checkout is failing sev2");
        await _story.Says("ana", "/incident commander me");
        await _story.Says("ben", "seeing 500s since deploy 4711");
        await _story.Passes(TimeSpan.FromMinutes(10));
        await _story.Says("ana", "/incident resolve rolled back 4711");
        await _story.Presses("ana", "Start the postmortem");
    }

    private async Task<MessageRef> Answered()
    {
        await _story.Replies("ana", "Checkout failed for ten minutes after a deploy.");
        await _story.GoesTo(QuestionKind.Impact);
        var impact = await _story.Replies("ana", "Customers could not pay.");
        await _story.GoesTo(QuestionKind.RootCauses);
        var blaming = await _story.Replies("ana", "ben forgot to run the migration");
        Assert.Equal(Some.Ana.Ref, Assert.Single(_story.LastHeard, heard => heard.Words.Contains("Only you see this", StringComparison.Ordinal)).OnlyTo);
        await _story.Edits("ana", blaming, "The migration is a step of its own, and nothing asks for it.");
        _story.HearsNot("Only you see this");
        await _story.GoesTo(QuestionKind.GotLucky);
        await _story.Replies("ben", "It was Sunday; on a Friday ten times as many pay.");
        await _story.Presses("ben", "Make it a safeguard…");
        Assert.Empty(await _story.Submits("ben", ("text", "Run the migration as a part of the deploy"), ("owner", "ben"), ("due", "tomorrow")));
        _story.Hears("becomes a safeguard: A-1, open");
        await _story.GoesTo(QuestionKind.ActionItems);
        await _story.Replies("ana", "Alert on the payment error rate @chidi p1");
        await _story.Replies("ana", "done");
        return impact;
    }

    private async Task Commented()
    {
        await _story.Says("ana", "/incident postmortem review @ben @chidi");
        await _story.Replies("chidi", "Impact: how many could not pay?");
        _story.Hears("Comment 1 on Impact");
        await _story.Says("chidi", "/incident postmortem approve");
        _story.Hears("You have a comment on the postmortem of INC-1 that nobody has resolved: Impact.");
        await _story.Presses("ana", "Resolve");
        _story.Hears("ana resolved your comment on Impact");
    }

    private async Task Approved(IReadOnlyList<string> by)
    {
        foreach (var reviewer in by) await _story.Says(reviewer, "/incident postmortem approve INC-1", place: Some.Place($"dm-{reviewer}"));
        Assert.Equal(PostmortemStatus.Reviewed, (await _story.Review()).Status);
    }

    private async Task Revised(MessageRef impact)
    {
        await _story.Edits("ana", impact, "A third of all customers could not pay.");
        _story.Hears("version 2 is In Writing now");
        await _story.Says("ana", "/incident postmortem review");
        await Approved(by: ["ben", "chidi"]);
        await _story.Says("ana", "/incident postmortem publish");
        Assert.Contains("- **Impact** changed\n  - before: Customers could not pay.\n  - now: A third of all customers could not pay.\n", _story.LastFile(), StringComparison.Ordinal);
        await _story.Says("chidi", "/incident postmortem version 1");
        Assert.Contains("Customers could not pay.", _story.LastFile(), StringComparison.Ordinal);
    }

    private async Task FollowedUp()
    {
        await _story.Passes(TimeSpan.FromDays(1)); // past Monday's reminders
        await _story.Presses("chidi", "Snooze a week");
        _story.Hears("A-2 is snoozed until");
        var dana = _story["dana"];
        await _story.Says("ben", "/incident hand A-1 @dana");
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-dana") && heard.Words.Contains("A-1", StringComparison.Ordinal));
        Assert.Equal(dana, (await _story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))!.Owner);
        await _story.Says("dana", "/incident done A-1");
        await Escalated();
        Assert.All(await _story.Store.ActionItems.OfIncidentAsync(Some.IncidentId, CancellationToken.None), item => Assert.Equal(ActionItemStatus.Done, item.Status));
        await _story.Says("ana", "/incident lucky L-1");
        _story.Hears("A-1 is done");
    }

    /// <summary>A-2 has no date, so help is asked after twice the fourteen days.</summary>
    private async Task Escalated()
    {
        await _story.Passes(TimeSpan.FromDays(26));
        _story.HearsNot("waiting for long");
        await _story.Passes(TimeSpan.FromDays(1));
        Assert.Contains("A-2 Alert on the payment error rate", Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("dm-ana") && heard.Words.StartsWith("Could you help?", StringComparison.Ordinal)).Words, StringComparison.Ordinal);
        await _story.Passes(TimeSpan.FromDays(7));
        Assert.Contains("A-2 Alert on the payment error rate", Assert.Single(_story.LastHeard, heard => heard.Place == Some.Place("sre-leads")).Words, StringComparison.Ordinal);
        await _story.Presses("ana", "Snooze, hand over or drop…");
        Assert.Empty(await _story.Submits("ana", ("what", "HandOver"), ("to", "dana")));
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-dana") && heard.Words.Contains("ana has handed A-2 over to you", StringComparison.Ordinal));
        await _story.Presses("dana", "Done");
        _story.Hears("A-2 is done, says dana");
    }
}
