using IncidentBot.Core.Postmortems;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems;

public sealed class ReviewThreadStories
{
    [Fact]
    public async Task The_review_is_walked_from_the_first_question_to_the_draft()
    {
        var story = await ReviewStory.Started();
        story.Hears("Postmortem review · INC-1 checkout is failing");
        story.Hears("1 of 10 · Summary");

        var reply = await story.Replies("ben", "Checkout failed for everybody because the cache was cold.");
        story.HearsNothing();
        Assert.Contains((reply, "✅"), story.Chat.Reactions);

        await story.Replies("ana", "next");
        story.Hears("2 of 10 · Impact");
        await story.Replies("ana", "Skip.");
        story.Hears("3 of 10 · Root causes");
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ben", "Write a runbook for cold caches @ana p1");
        story.Hears("A-1");
        await story.Replies("ben", "DONE!");

        story.Hears("Part 1. What happened?");
        story.Hears("Checkout failed for everybody because the cache was cold. — ben");
        story.Hears("ana | A-1 Write a runbook for cold caches | P1 | none");
        Assert.Contains("Checkout failed for everybody because the cache was cold. — *ben*", story.LastFile(), StringComparison.Ordinal);
        Assert.Equal("INC-1-postmortem.md", story.Chat.Files[^1].FileName);
    }
}
