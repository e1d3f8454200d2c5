using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

public sealed class ReplyStories
{
    [Fact]
    public async Task Replies_of_several_people_add_up_and_keep_their_authors()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "checkout was down");
        await story.Replies("ben", "for an hour");
        Assert.Equal(["ana: checkout was down", "ben: for an hour"], await story.Answers(QuestionKind.Summary));
        Assert.Equal([Some.Ana, Some.Ben], (await story.Review()).Authors);
    }

    [Fact]
    public async Task Editing_a_reply_changes_the_answer_also_when_its_question_is_passed()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "next");
        await story.Edits("ana", reply, "checkout was slow");
        Assert.Equal(["ana: checkout was slow"], await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task Deleting_a_reply_takes_the_answer_away()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "next");
        await story.Deletes("ana", reply);
        Assert.Empty(await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task An_edit_that_arrives_before_its_reply_wins()
    {
        var (story, thread, reply) = await Unheard();
        await story.Does(new MessageEdited(Some.Time.AddMinutes(2), Some.Ben, thread, reply, "second thought", Some.Time.AddMinutes(1)));
        await story.Does(new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "first thought"));
        Assert.Equal(["ben: second thought"], await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task Edits_that_arrive_in_the_wrong_order_leave_the_last_one()
    {
        var (story, thread, reply) = await Unheard();
        await story.Does(new MessageEdited(Some.Time.AddMinutes(3), Some.Ben, thread, reply, "third", Some.Time.AddMinutes(1)));
        await story.Does(new MessageEdited(Some.Time.AddMinutes(2), Some.Ben, thread, reply, "second", Some.Time.AddMinutes(1)));
        Assert.Equal(["ben: third"], await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task A_deletion_that_arrives_before_its_reply_wins()
    {
        var (story, thread, reply) = await Unheard();
        await story.Does(new MessageDeleted(Some.Time.AddMinutes(2), Some.Ben, thread, reply, Some.Time.AddMinutes(1)));
        await story.Does(new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "never mind"));
        Assert.Empty(await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task A_reply_that_arrives_late_answers_the_question_that_stood_when_it_was_posted()
    {
        var (story, thread, reply) = await Unheard();
        story.Time.Advance(TimeSpan.FromMinutes(5));
        await story.Replies("ana", "next");
        await story.Does(new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "checkout was down"));
        Assert.Equal(["ben: checkout was down"], await story.Answers(QuestionKind.Summary));
        Assert.Empty(await story.Answers(QuestionKind.Impact));
    }

    [Fact]
    public async Task A_steering_word_that_arrives_after_its_question_was_passed_passes_nothing()
    {
        var (story, thread, reply) = await Unheard();
        story.Time.Advance(TimeSpan.FromMinutes(5));
        await story.Replies("ana", "next");
        await story.Does(new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "next"));
        Assert.Equal(QuestionKind.Impact, await story.Standing());
        story.Hears("That question is passed; Impact stands now");
    }

    [Fact]
    public async Task A_misspelt_steering_word_steers_once_it_is_corrected()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "nxet");
        await story.Edits("ana", reply, "next");
        Assert.Equal(QuestionKind.Impact, await story.Standing());
        Assert.Empty(await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task A_steering_word_that_has_steered_is_no_answer_after_an_edit()
    {
        var story = await ReviewStory.Started();
        var reply = await story.Replies("ana", "next");
        await story.Edits("ana", reply, "next time we warm the cache");
        story.Hears("has steered already");
        Assert.Empty((await story.Review()).Answers);
    }

    [Fact]
    public async Task A_reply_of_nothing_but_a_file_is_an_answer()
    {
        var (story, thread, reply) = await Unheard();
        await story.Does(new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "") { Files = [new("graph.png", "https://files.example/g.png")] });
        await story.Replies("ana", "done");
        Assert.Contains("[graph.png](https://files.example/g.png) — *ben*", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_while_no_question_stands_is_a_comment_and_no_answer()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        await story.Replies("ben", "good draft");
        Assert.Equal([Some.Ana], (await story.Review()).Authors);
        await story.Says("ana", "/incident postmortem");
        Assert.Contains("### Open comments\n\n> 💬 good draft — *ben*", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_is_delivered_twice_counts_once()
    {
        var (story, thread, reply) = await Unheard();
        var posted = new MessagePosted(Some.Time.AddMinutes(1), Some.Ben, thread, reply, "checkout was down");
        await story.Does(posted);
        await story.Does(posted with { FromHistory = true });
        Assert.Single(await story.Answers(QuestionKind.Summary));
    }

    /// <summary>A started review, and a reply in it that has not arrived.</summary>
    private static async Task<(Story Story, Place Thread, MessageRef Reply)> Unheard()
    {
        var story = await ReviewStory.Started();
        var head = await story.MessageOf(CardKeys.Review(Some.IncidentId));
        return (story, new(head.Channel, head.Id), new(head.Channel, "late"));
    }
}
