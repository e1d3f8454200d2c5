using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

public sealed class SteeringStories
{
    [Fact]
    public async Task Skipping_a_question_asks_the_next_one_and_the_draft_says_that_it_was_left()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "skip");
        story.Hears("2 of 10 · Impact");
        await story.Replies("ana", "done");
        Assert.Contains("### Summary\n\n*The review left this question unanswered.*", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("### Impact\n\n*Not answered yet.*", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answering_a_skipped_question_after_all_counts()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "skip");
        await story.Replies("ana", "back");
        story.Hears("1 of 10 · Summary");
        await story.Replies("ana", "checkout was down");
        Assert.Empty((await story.Review()).Skipped);
    }

    [Fact]
    public async Task Skipping_a_question_with_answers_keeps_them()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "checkout was down");
        await story.Replies("ben", "skip");
        Assert.Empty((await story.Review()).Skipped);
    }

    [Fact]
    public async Task A_passed_question_loses_its_buttons_and_says_what_came_of_it()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "next");
        Assert.Equal("Summary · 1 answer by ana", await story.Card("question:1:local/INC-1"));
    }

    [Fact]
    public async Task Before_the_first_question_there_is_nothing()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "back");
        story.Hears("This is the first question.");
        Assert.Equal(QuestionKind.Summary, await story.Standing());
    }

    [Fact]
    public async Task After_the_action_items_comes_only_the_draft()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.ActionItems);
        await story.Replies("ana", "next");
        story.Hears("Say done for the draft");
        Assert.Equal(QuestionKind.ActionItems, await story.Standing());
    }

    [Fact]
    public async Task Buttons_steer_as_words_do()
    {
        var story = await ReviewStory.Started();
        await story.Presses("ben", "Next");
        await story.Presses("ben", "Skip");
        await story.Presses("ben", "Back");
        story.Hears("2 of 10 · Impact");
        await story.Presses("ben", "Done: go to the draft");
        story.Hears("Part 1. What happened?");
    }

    [Fact]
    public async Task Two_people_who_press_next_at_once_pass_one_question()
    {
        var story = await ReviewStory.Started();
        var pressed = new ButtonPressed(story.Time.GetUtcNow(), Some.Ana, Some.Room, null, ReviewButton.Next, "INC-1|1|");
        await story.Does(pressed);
        await story.Does(pressed with { By = Some.Ben });
        Assert.Equal(QuestionKind.Impact, await story.Standing());
        story.Hears("That question is passed; Impact stands now");
    }

    [Fact]
    public async Task Done_before_the_end_goes_to_the_draft_and_more_can_be_answered_later()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        Assert.Null(await story.Standing());
        await story.Presses("ben", "Answer more questions");
        story.Hears("2 of 10 · Impact");
    }

    [Fact]
    public async Task Back_from_the_draft_returns_to_the_last_question()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.Detection);
        await story.Replies("ana", "done");
        await story.Replies("ana", "back");
        story.Hears("6 of 10 · Detection");
    }

    [Fact]
    public async Task Asking_again_after_the_draft_shows_it_as_it_stands_now()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Edits("ana", reply, "checkout was slow");
        await story.Says("ben", "/incident postmortem");
        story.Hears("checkout was slow — ana, edited");
        Assert.Equal("A newer draft stands further down.", await story.Card("draft:1:local/INC-1"));
        Assert.Equal("This part of the earlier draft is replaced too.", await story.Card("draft-page:1:1:local/INC-1"));
        Assert.Contains("checkout was slow", await story.Card("draft-page:2:1:local/INC-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_again_when_nothing_has_changed_posts_nothing_twice()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        var files = story.Chat.Files.Count;
        await story.Says("ben", "/incident postmortem");
        story.Hears("It stands in the review thread, and nothing has changed since. When it reads well: /incident postmortem review @name");
        Assert.Equal(files, story.Chat.Files.Count);
        Assert.All(story.LastHeard, heard => Assert.Equal("ben", heard.OnlyTo?.Id));
    }

    [Fact]
    public async Task Done_again_when_nothing_has_changed_posts_nothing_twice()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        await story.Replies("ana", "next");
        await story.Replies("ana", "done");
        story.Hears("nothing has changed since");
        Assert.Null(await story.Standing());
        Assert.Single(story.Chat.Files);
    }

    [Fact]
    public async Task Asking_from_elsewhere_points_to_the_draft_and_posts_nothing()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await story.Edits("ana", reply, "checkout was slow");
        await story.Says("ben", "/incident postmortem INC-1", place: Some.Place("general"));
        Assert.Equal("ben", Assert.Single(story.LastHeard).OnlyTo?.Id);
        story.Hears("is in its review thread in #");
    }

    [Fact]
    public async Task After_the_draft_next_asks_only_what_is_still_open()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.Impact);
        await story.Replies("ana", "no orders");
        await story.Replies("ana", "next");
        await story.Replies("ana", "skip");
        await story.Replies("ana", "done");
        Assert.Contains("Not answered yet: Summary, Trigger, Resolution, Detection, What went well, What didn't go so well, Where did we get lucky", await story.Card("draft:1:local/INC-1"), StringComparison.Ordinal);
        await story.Replies("ana", "next");
        Assert.Equal(QuestionKind.Summary, await story.Standing());
        await story.Replies("ana", "next");
        Assert.Equal(QuestionKind.Trigger, await story.Standing());
    }

    [Theory]
    [InlineData("next", Steer.Next)]
    [InlineData("Next!", Steer.Next)]
    [InlineData("“done”", Steer.Done)]
    [InlineData(" `skip` ", Steer.Skip)]
    [InlineData("back…", Steer.Back)]
    [InlineData("*DONE* ✅", Steer.Done)]
    public void A_word_alone_steers(string text, Steer steer) => Assert.Equal(steer, Steering.Read(text));

    [Theory]
    [InlineData("we were done by 14:05")]
    [InlineData("done with the rollback")]
    [InlineData("next time")]
    [InlineData("do ne")]
    [InlineData("undone")]
    [InlineData("")]
    [InlineData("✅")]
    public void Everything_else_is_an_answer(string text) => Assert.Null(Steering.Read(text));
}
