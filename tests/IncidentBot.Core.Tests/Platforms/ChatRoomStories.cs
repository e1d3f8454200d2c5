using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Platforms;

/// <summary>Where the room is the chat itself and there are no threads, as in a group chat of Teams.</summary>
public sealed class ChatRoomStories
{
    private static readonly Place Chat = Some.Place("chat");

    private readonly Story _story = new(kind: RoomKind.Chat) { Room = Chat };

    [Fact]
    public async Task From_the_start_to_the_weekly_reminder()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing sev2");
        Assert.Empty(_story.Chat.Rooms);
        Assert.Equal(Chat, (await _story.Incident()).Room);
        await _story.Says("ben", "the deploy was at 13:50");
        await _story.Passes(TimeSpan.FromMinutes(20));
        _story.Hears("press Answer… or type @IncidentBot trigger at 13:50 TEXT");
        await _story.Presses("ben", "Answer…");
        await _story.Submits("ben", ("text", "alert fired"));
        Assert.NotNull((await _story.Incident()).Latest(FactKind.Detection));

        await _story.Says("ben", "@IncidentBot resolve rolled back 4711");
        await _story.Says("ana", "@IncidentBot postmortem");
        _story.Hears("Here we write down");
        _story.Hears("Mention me to answer");
        Assert.All(_story.LastHeard, heard => Assert.Equal(Chat, heard.Place));

        await Answers("ben", "A bad deploy failed checkout");
        _story.HearsNothing();
        Assert.Equal(["ben: A bad deploy failed checkout"], await _story.Answers(QuestionKind.Summary));
        await GoesTo(QuestionKind.ActionItems);
        _story.Hears("@IncidentBot Add a canary to the checkout deploy");
        await Answers("ben", "Add a canary @ben p1");
        _story.Hears("A-1");
        await Answers("ben", "Write the runbook for a rollback @ben");
        await Answers("ben", "done");
        Assert.Null(await _story.Standing());
        _story.Hears("Part 1. What happened?");
        _story.HearsNot("review thread");
        _story.HearsNot("Which one is done?");
        Assert.Equal(Chat, _story.Chat.Files[^1].To);
        var said = Captured().Count();
        Assert.Contains($"{said} of {said} messages, 0 gaps", _story.LastFile(), StringComparison.Ordinal);

        await _story.Passes(TimeSpan.FromDays(8));
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains("A-1", StringComparison.Ordinal));
        Assert.Contains(_story.LastHeard, heard => heard.Place == Chat && heard.Words.Contains("This week", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_lines_are_talk_also_while_a_question_stands()
    {
        await Reviewing();
        await Says("ben", "lunch?");
        await Says("ben", "done");
        _story.HearsNothing();
        Assert.Empty((await _story.Review()).Answers);
        Assert.Equal(QuestionKind.Summary, await _story.Standing());
        Assert.Contains("lunch?", Captured());
    }

    [Fact]
    public async Task An_answer_is_on_the_timeline_too_as_it_was_said()
    {
        await Reviewing();
        await Answers("ben", "a bad deploy");
        Assert.Contains("@IncidentBot a bad deploy", Captured());
    }

    [Fact]
    public async Task Editing_and_deleting_an_answer_changes_it()
    {
        await Reviewing();
        var answer = await Answers("ben", "a bad deploi");
        await _story.Edits("ben", answer, "@IncidentBot a bad deploy");
        Assert.Equal(["ben: a bad deploy"], await _story.Answers(QuestionKind.Summary));
        _story.Time.Advance(TimeSpan.FromSeconds(10));
        await _story.Edits("ben", answer, "a very bad deploy");
        Assert.Equal(["ben: a very bad deploy"], await _story.Answers(QuestionKind.Summary));
        await _story.Deletes("ben", answer);
        Assert.Empty(await _story.Answers(QuestionKind.Summary));
        Assert.NotNull(_story.Store.Entries.Single(entry => entry.Message == answer).DeletedAt);
    }

    [Fact]
    public async Task Editing_what_was_talk_makes_no_answer_unless_it_mentions_the_bot()
    {
        await Reviewing();
        var line = await Says("ben", "a bad deploy");
        await _story.Edits("ben", line, "a very bad deploy");
        Assert.Empty((await _story.Review()).Answers);
        await _story.Edits("ben", line, "@IncidentBot a very bad deploy");
        Assert.Equal(["ben: a very bad deploy"], await _story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task What_was_said_during_the_incident_becomes_no_answer_when_it_is_edited_or_deleted()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        var early = await Says("ben", "@IncidentBot somebody should look");
        await Says("ana", "@IncidentBot resolve");
        await Says("ana", "@IncidentBot postmortem");
        await _story.Edits("ben", early, "@IncidentBot somebody should look at it");
        await _story.Deletes("ben", early);
        Assert.Empty((await _story.Review()).Answers);
        Assert.Empty((await _story.Review()).Settled);
    }

    [Fact]
    public async Task A_command_is_no_answer()
    {
        await Reviewing();
        await Answers("ben", "Add nothing yet");
        await GoesTo(QuestionKind.ActionItems);
        await Answers("ben", "Add a canary");
        await Answers("ben", "done A-1");
        _story.Hears("A-1 is done");
        await Answers("ben", "severity sev1");
        Assert.Equal(Severity.Sev1, (await _story.Incident()).Severity);
        Assert.Single((await _story.Review()).Answers);
        Assert.Equal(QuestionKind.ActionItems, await _story.Standing());
    }

    [Fact]
    public async Task Steering_words_steer_and_are_no_unknown_commands()
    {
        await Reviewing();
        await Answers("ben", "next");
        Assert.Equal(QuestionKind.Impact, await _story.Standing());
        await Answers("ben", "Skip!");
        await Answers("ben", "back");
        Assert.Equal(QuestionKind.Impact, await _story.Standing());
        _story.HearsNot("no command");
    }

    [Fact]
    public async Task What_cannot_be_an_action_item_is_said_once()
    {
        await Reviewing();
        await GoesTo(QuestionKind.ActionItems);
        await Answers("ben", "nothing");
        Assert.Single(_story.LastHeard);
        _story.HearsNot("no command");
    }

    [Fact]
    public async Task While_no_question_stands_unknown_words_get_the_help()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        await Says("ben", "@IncidentBot what now");
        _story.Hears("There is no command what");
        await Says("ana", "@IncidentBot resolve");
        await Says("ana", "@IncidentBot postmortem");
        await Answers("ana", "done");
        await Answers("ana", "done");
        _story.Hears("Which one is done?");
        await Answers("ana", "back");
        Assert.NotNull(await _story.Standing());
    }

    [Fact]
    public async Task An_answer_that_is_delivered_again_counts_once()
    {
        await Reviewing();
        var message = Some.Message("again", Chat);
        var posted = new MessagePosted(_story.Time.GetUtcNow(), Some.Ben, Chat, message, "@IncidentBot a bad deploy") { ToBot = "a bad deploy" };
        var command = new CommandGiven(posted.At, Some.Ben, Chat, "a bad deploy") { Message = message };
        await _story.Delivers("one", posted, command);
        await _story.Delivers("two", posted, command);
        Assert.Single((await _story.Review()).Answers);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Answers_that_were_missed_are_made_good_and_nothing_is_taken_for_deleted()
    {
        await Reviewing();
        await Answers("ben", "a bad deploy");
        _story.Down = true;
        await Answers("chidi", "and no canary");
        await Says("chidi", "as I said before");
        _story.Down = false;
        _story.Time.Advance(TimeSpan.FromMinutes(5));
        await _story.Backfills();
        await _story.Backfills();
        Assert.Equal(["ben: a bad deploy", "chidi: and no canary"], await _story.Answers(QuestionKind.Summary));
        Assert.Contains("as I said before", Captured());
        Assert.DoesNotContain(_story.Store.Entries, entry => entry.DeletedAt is not null);
    }

    [Fact]
    public async Task A_done_that_was_missed_makes_the_draft()
    {
        await Reviewing();
        _story.Down = true;
        await Answers("chidi", "done");
        _story.Down = false;
        _story.Time.Advance(TimeSpan.FromMinutes(5));
        await _story.Backfills();
        Assert.NotNull((await _story.Review()).DraftedAt);
    }

    [Fact]
    public async Task The_form_answers_too()
    {
        await Reviewing();
        await _story.Presses("ben", "Answer in a form");
        await _story.Submits("ben", ("text", "a bad deploy"));
        Assert.Equal(["ben: a bad deploy"], await _story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task Another_incident_waits_or_goes_elsewhere()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        await _story.Says("ana", "@IncidentBot start logins fail");
        _story.Hears("This chat already works on INC-1");
        await _story.Says("ana", "@IncidentBot actions", place: Some.Place("other"));
        _story.HearsNot("this channel");
    }

    [Fact]
    public async Task That_not_everything_is_heard_is_said_with_the_way_of_a_chat()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        await _story.Does(new RoomHeardPartly(_story.Time.GetUtcNow(), Some.Ana, Chat));
        _story.Hears("remove me from the chat, add me again");
    }

    private async Task Reviewing()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing sev2");
        await Says("ana", "@IncidentBot resolve");
        await Says("ana", "@IncidentBot postmortem");
    }

    private async Task<MessageRef> Says(string who, string text)
    {
        _story.Time.Advance(TimeSpan.FromSeconds(10));
        return await _story.Says(who, text);
    }

    private Task<MessageRef> Answers(string who, string text) => Says(who, $"@IncidentBot {text}");

    private async Task GoesTo(QuestionKind question)
    {
        while (await _story.Standing() is { } standing && standing != question) await Answers("ana", "next");
    }

    private IEnumerable<string> Captured() => _story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).Select(entry => entry.Text);
}
