using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class AnswerPromptTests
{
    private static readonly string Trigger = CardKeys.Prompt(Some.IncidentId, FactKind.Trigger);

    [Fact]
    public async Task A_reply_in_the_thread_is_the_answer()
    {
        var (story, question) = await Asked();
        var reply = await story.Says("ana", "at 13:50 deploy 4711", question);
        var incident = await Incident(story);
        Assert.Equal(("deploy 4711", Some.Ana, reply), (incident.Latest(FactKind.Trigger)!.Text, incident.Latest(FactKind.Trigger)!.By, incident.Latest(FactKind.Trigger)!.Source));
        Assert.Equal((Some.Time.AddMinutes(-10), reply), (incident.Reached(MilestoneKind.Started)!.At, incident.Reached(MilestoneKind.Started)!.Source));
        Assert.Contains((reply, "✅"), story.Chat.Reactions);
        Assert.Contains("answered by ana", await story.Card(Trigger), StringComparison.Ordinal);
        Assert.Contains("Trigger: deploy 4711", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_without_at_is_asked_about_by_a_whisper_in_the_thread()
    {
        var (story, question) = await Asked();
        await story.Says("ana", "13:50 deploy 4711", question);
        story.Hears("If that time is the time of the trigger, type /incident trigger at 2026-11-22 13:50 to record it.");
        Assert.Null((await Incident(story)).Reached(MilestoneKind.Started));
    }

    [Fact]
    public async Task The_reply_is_on_the_timeline_once_and_its_words_nowhere_else()
    {
        var (story, question) = await Asked();
        await story.Says("ana", "deploy 4711", question);
        Assert.Single(story.Store.Entries, entry => entry.Text.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_answer_counts_and_what_follows_is_conversation()
    {
        var (story, question) = await Asked();
        await story.Says("ana", "deploy 4711", question);
        await story.Says("ben", "thanks!", question);
        Assert.Equal("deploy 4711", (await Incident(story)).Latest(FactKind.Trigger)!.Text);
    }

    [Fact]
    public async Task A_question_back_is_no_answer()
    {
        var (story, question) = await Asked();
        await story.Says("ben", "was it the deploy?", question);
        Assert.Null((await Incident(story)).Latest(FactKind.Trigger));
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("Unknown.")]
    [InlineData("I don’t know")]
    public async Task Who_does_not_know_is_thanked_and_it_stays_unknown(string words)
    {
        var (story, question) = await Asked();
        var reply = await story.Says("ben", words, question);
        Assert.Null((await Incident(story)).Latest(FactKind.Trigger));
        Assert.Contains((reply, "✅"), story.Chat.Reactions);
        Assert.Contains("unknown for now, says ben", await story.Card(Trigger), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_unknown_somebody_else_may_still_answer()
    {
        var (story, question) = await Asked();
        await story.Says("ben", "unknown", question);
        await story.Says("ana", "deploy 4711", question);
        Assert.Equal("deploy 4711", (await Incident(story)).Latest(FactKind.Trigger)!.Text);
    }

    [Fact]
    public async Task Editing_the_reply_changes_the_answer()
    {
        var (story, question) = await Asked();
        var reply = await story.Says("ana", "at 13:50 deploy 4711", question);
        await story.Edits("ana", reply, "deploy 4712");
        var incident = await Incident(story);
        Assert.Equal("deploy 4712", Assert.Single(incident.Facts).Text);
        Assert.Null(incident.Reached(MilestoneKind.Started));
        Assert.Contains("deploy 4712", await story.Card(Trigger), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_the_reply_does_not_overrule_what_was_said_later()
    {
        var (story, question) = await Asked();
        var reply = await story.Says("ana", "at 13:50 deploy 4711", question);
        await story.Says("ben", "/incident trigger at 2026-11-22T13:40Z a failover");
        await story.Edits("ana", reply, "at 13:51 deploy 4712");
        var incident = await Incident(story);
        Assert.Equal("a failover", incident.Latest(FactKind.Trigger)!.Text);
        Assert.Equal(Some.Time.AddMinutes(-20), incident.Reached(MilestoneKind.Started)!.At);
    }

    [Fact]
    public async Task Deleting_the_reply_takes_the_answer_back()
    {
        var (story, question) = await Asked();
        var reply = await story.Says("ana", "at 13:50 deploy 4711", question);
        await story.Deletes("ana", reply);
        var incident = await Incident(story);
        Assert.Empty(incident.Facts);
        Assert.Null(incident.Reached(MilestoneKind.Started));
        Assert.Contains("What set it off?", await story.Card(Trigger), StringComparison.Ordinal);
        Assert.DoesNotContain(story.Store.Entries, entry => entry.Text.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_that_was_deleted_before_it_arrived_is_no_answer()
    {
        var (story, question) = await Asked();
        var thread = new Place(question.Channel, question.Id);
        var reply = Some.Message("late", thread);
        await story.Does(new MessageDeleted(story.Time.GetUtcNow(), Some.Ana, thread, reply, Some.Time));
        await story.Does(new MessagePosted(Some.Time, Some.Ana, thread, reply, "deploy 4711"));
        Assert.Empty((await Incident(story)).Facts);
    }

    [Fact]
    public async Task An_edit_that_arrives_before_the_reply_is_the_answer()
    {
        var (story, question) = await Asked();
        var thread = new Place(question.Channel, question.Id);
        var reply = Some.Message("late", thread);
        await story.Does(new MessageEdited(Some.Time.AddMinutes(1), Some.Ana, thread, reply, "deploy 4712", Some.Time));
        await story.Does(new MessagePosted(Some.Time, Some.Ana, thread, reply, "deploy 4711"));
        Assert.Equal("deploy 4712", Assert.Single((await Incident(story)).Facts).Text);
    }

    [Theory]
    [InlineData("at 25:70 deploy")]
    [InlineData("at 2027-01-01 10:00 deploy")]
    public async Task A_time_that_cannot_be_is_left_in_the_words(string words)
    {
        var (story, question) = await Asked();
        await story.Says("ana", words, question);
        var incident = await Incident(story);
        Assert.Equal(words, incident.Latest(FactKind.Trigger)!.Text);
        Assert.Null(incident.Reached(MilestoneKind.Started));
    }

    private static async Task<(Story Story, MessageRef Question)> Asked()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident status identified");
        return (story, await story.MessageOf(Trigger));
    }

    private static async Task<Incident> Incident(Story story) => (await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!;
}
