using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Blameless;

public sealed class HintStories
{
    private const string Hint = "Only you see this";

    [Fact]
    public async Task Who_blames_a_person_in_an_answer_is_told_alone_and_the_answer_stands()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "Ben broke the checkout by deploying on a Friday");
        story.Hears(Hint);
        Assert.Equal(Some.Ana.Ref, Assert.Single(story.LastHeard, heard => heard.Words.Contains(Hint, StringComparison.Ordinal)).OnlyTo);
        Assert.Equal(["ana: Ben broke the checkout by deploying on a Friday"], await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task A_message_is_hinted_at_once_however_often_it_is_edited()
    {
        var story = await ReviewStory.Started();
        var answer = await story.Replies("ana", "Ben should have known");
        story.Hears(Hint);
        await story.Edits("ana", answer, "Ben forgot the flag");
        story.HearsNot(Hint);
    }

    [Fact]
    public async Task An_edit_that_brings_blame_in_is_hinted_at()
    {
        var story = await ReviewStory.Started();
        var answer = await story.Replies("ana", "the flag was missing");
        story.HearsNot(Hint);
        await story.Edits("ana", answer, "Ben forgot the flag");
        story.Hears(Hint);
    }

    [Fact]
    public async Task An_action_item_of_the_review_is_hinted_at_once()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.ActionItems);
        var item = await story.Replies("ana", "Retrain ben to be more careful");
        story.Hears(Hint);
        await story.Edits("ana", item, "Tell ben to be more careful");
        story.HearsNot(Hint);
    }

    [Theory]
    [InlineData("/incident cause ben was careless")]
    [InlineData("/incident note at 13:55 ben screwed up the rollout")]
    [InlineData("/incident update it was human error, we are working on it")]
    [InlineData("/incident action Make sure ben is more careful")]
    [InlineData("/incident resolve undid what ben broke")]
    public async Task What_a_command_writes_for_the_record_is_hinted_at(string command)
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident commander @ben");
        await story.Says("ana", command);
        story.Hears(Hint);
    }

    [Theory]
    [InlineData("```\nBen broke the build\n```\nThe build failed", false)]
    [InlineData("```\nBen broke the build", false)]
    [InlineData("> Ben broke the build\nThe build failed", false)]
    [InlineData("> ok\nBen broke the build", true)]
    [InlineData("```\nok\n```\nBen broke the build", true)]
    public async Task What_is_quoted_is_not_the_writers(string answer, bool hinted)
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", answer);
        Assert.Equal(hinted, story.LastHeard.Any(heard => heard.Words.Contains(Hint, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_talk_of_a_running_incident_is_left_alone()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("chidi", "ben broke it, whose fault is this?");
        story.HearsNothing();
    }

    [Fact]
    public async Task Hints_can_be_switched_off()
    {
        var story = new Story(Some.Settings with { Blameless = new() { Hints = false } });
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident cause ben was careless");
        story.HearsNot(Hint);
    }

    [Fact]
    public async Task An_item_that_is_edited_and_keeps_its_words_is_not_hinted_at_again()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident action Retrain ben to be more careful");
        story.Hears(Hint);
        await story.Presses("ana", "Edit");
        Assert.Empty(await story.Submits("ana", ("text", "Retrain ben to be more careful"), ("priority", "P1")));
        story.HearsNot(Hint);
    }
}
