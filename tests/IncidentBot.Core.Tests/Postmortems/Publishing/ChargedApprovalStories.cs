using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Tests.Slos.Policy;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

/// <summary>What people state of the error budget is part of what others approve.</summary>
public sealed class ChargedApprovalStories
{
    [Fact]
    public async Task A_cost_that_is_stated_after_an_approval_is_read_once_more_and_said_so()
    {
        var story = await PolicyStory.Of(agreed: new() { HaltWhenExhausted = false, IncidentShare = null, ClassShare = null });
        await story.Says("ana", "/incident charge 50% 13:00-13:20");
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident charge 60% 13:00-13:20");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("it has changed since ben approved it: Timeline, What it cost the error budget.");
    }

    [Fact]
    public void An_approval_from_before_a_part_was_marked_by_itself_holds() =>
        Assert.Empty(DraftContent.Differing([new(DraftPart.Title, "a")], [new(DraftPart.Title, "a"), new(DraftPart.ErrorBudget, "b")]));

    [Fact]
    public void Another_mark_of_a_part_differs() =>
        Assert.Equal([DraftPart.ErrorBudget], DraftContent.Differing([new(DraftPart.ErrorBudget, "a")], [new(DraftPart.ErrorBudget, "b")]));
}
