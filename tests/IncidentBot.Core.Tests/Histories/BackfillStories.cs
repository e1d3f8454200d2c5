using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Histories;

public sealed class BackfillStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task What_was_said_while_the_bot_was_down_is_on_the_timeline_at_its_own_time()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "seeing 500s");
        var missed = await Missed(() => _story.Says("ben", "rolling back"));
        await _story.Says("ana", "better now");

        await _story.Backfills();

        Assert.Equal(["seeing 500s", "rolling back", "better now"], Texts());
        var entry = Entry(missed);
        Assert.True(entry.FromHistory);
        Assert.Equal((Some.Ben, Some.Time.AddMinutes(10)), (entry.By, entry.At));
        _story.HearsNothing();
    }

    [Fact]
    public async Task Reading_again_changes_nothing()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await Missed(() => _story.Says("ben", "rolling back"));
        await _story.Backfills();
        var commits = _story.Store.Commits;

        await _story.Backfills();

        Assert.Equal(commits, _story.Store.Commits);
    }

    [Fact]
    public async Task What_was_edited_and_deleted_while_the_bot_was_down_reads_as_it_stands()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var edited = await _story.Says("ana", "seeing 500s");
        var deleted = await _story.Says("ana", "my password is hunter2");
        await Missed(async () =>
        {
            await _story.Edits("ana", edited, "seeing 503s");
            await _story.Deletes("ana", deleted);
        });
        _story.Time.Advance(TimeSpan.FromMinutes(5));

        await _story.Backfills();

        Assert.Equal(("seeing 503s", "seeing 500s"), (Entry(edited).Text, Assert.Single(Entry(edited).Revisions).Text));
        Assert.Equal(("", _story.Time.GetUtcNow()), (Entry(deleted).Text, Entry(deleted).DeletedAt));
    }

    [Fact]
    public async Task How_a_missed_message_read_before_it_was_edited_stays_unknown()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        MessageRef missed = null!;
        await Missed(async () =>
        {
            missed = await _story.Says("ana", "seeing 500s");
            _story.Time.Advance(TimeSpan.FromMinutes(1));
            await _story.Edits("ana", missed, "seeing 503s");
        });

        await _story.Backfills();

        var entry = Entry(missed);
        Assert.Equal(("seeing 503s", ""), (entry.Text, Assert.Single(entry.Revisions).Text));
        Assert.Equal(Some.Time.AddMinutes(10), entry.At);
    }

    [Fact]
    public async Task A_command_in_a_missed_message_is_not_executed_late()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await Missed(() => _story.Says("ana", "@incidentbot resolve"));
        await _story.Backfills();
        Assert.True((await _story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!.IsOpen);
        Assert.Equal(["@incidentbot resolve"], Texts());
    }

    [Fact]
    public async Task The_draft_reads_the_room_first_and_says_what_was_filled_in()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "seeing 500s");
        await Missed(() => _story.Says("ben", "rolling back"));
        await _story.Says("ana", "/incident resolve rolled back");
        await _story.Says("ana", "/incident postmortem");
        Assert.Empty(_story.Chat.Histories);

        await _story.Says("ana", "done", await _story.MessageOf(CardKeys.Review(Some.IncidentId)));

        _story.Hears("2 of 2 messages, 0 gaps. 1 message was missed at first and filled in from the room's history (2026-11-22 14:10).");
        Assert.Single(_story.Chat.Histories);
        Assert.Contains("rolling back", _story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_says_why_the_room_could_not_be_read()
    {
        var story = await ReviewStory.Started();
        story.Chat.Fails = verb => verb == "history" ? new ChatException(ChatFault.Temporary, "Slack is not available") : null;
        await story.Replies("ana", "done");
        story.Hears("Gaps cannot be counted: the room's own history could not be read (Slack is not available).");
    }

    [Fact]
    public async Task The_draft_does_not_wait_for_ever_for_the_room()
    {
        var story = await ReviewStory.Started();
        story.Chat.HistoryWaits = new TaskCompletionSource().Task;
        var drafted = story.Replies("ana", "done");
        Assert.False(drafted.IsCompleted);
        story.Time.Advance(Backfill.DraftWaits);
        await drafted;
        story.Hears("could not be read (it took longer than 2 minutes)");
    }

    [Fact]
    public async Task A_reading_that_was_cut_off_keeps_what_it_read_and_goes_on_there()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        _story.Down = true;
        for (var hour = 0; hour < 450; hour++)
        {
            _story.Time.Advance(TimeSpan.FromHours(1));
            await _story.Says("ana", $"message {hour}");
        }
        _story.Down = false;
        _story.Chat.HistoryBreaksAfter = 430;
        await Assert.ThrowsAsync<ChatException>(_story.Backfills);
        Assert.Equal(400, Texts().Count());

        _story.Chat.HistoryBreaksAfter = null;
        await _story.Backfills();

        Assert.Equal(450, Texts().Distinct().Count());
        Assert.Equal(Some.Time.AddHours(400) - Backfill.Overlap, _story.Chat.Histories[^1].Since);
    }

    [Fact]
    public async Task A_missed_reply_in_the_review_is_an_answer()
    {
        var story = await ReviewStory.Started();
        story.Down = true;
        await story.Replies("ana", "checkout failed");
        await story.Replies("ben", "next");
        await story.Replies("ben", "nobody could pay");
        story.Down = false;

        await story.Backfills();
        await story.Backfills();

        Assert.Equal(["ana: checkout failed"], await story.Answers(QuestionKind.Summary));
        Assert.Equal(["ben: nobody could pay"], await story.Answers(QuestionKind.Impact));
        Assert.DoesNotContain(story.Store.Entries, entry => entry.Kind is EntryKind.Message);
    }

    [Fact]
    public async Task An_answer_that_was_edited_or_deleted_meanwhile_is_changed()
    {
        var story = await ReviewStory.Started();
        var first = await story.Replies("ana", "checkout failed");
        var second = await story.Replies("ben", "so it was said");
        story.Down = true;
        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Edits("ana", first, "checkout failed for cards");
        await story.Deletes("ben", second);
        story.Time.Advance(TimeSpan.FromMinutes(5));
        story.Down = false;

        await story.Backfills();

        Assert.Equal(["ana: checkout failed for cards"], await story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task A_missed_done_brings_the_draft_once()
    {
        var story = await ReviewStory.Started();
        story.Down = true;
        await story.Replies("ana", "checkout failed");
        await story.Replies("ana", "done");
        story.Down = false;

        await story.Backfills();
        Assert.Single(story.Chat.Files);
        await story.Backfills();

        Assert.Single(story.Chat.Files);
        Assert.Contains("checkout failed", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_reply_to_a_question_of_the_incident_is_its_answer()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Passes(TimeSpan.FromMinutes(20));
        var prompt = await _story.MessageOf(CardKeys.Prompt(Some.IncidentId, FactKind.Trigger));
        await Missed(() => _story.Says("ben", "release 4711", prompt));

        await _story.Backfills();

        Assert.Equal("release 4711", (await _story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!.Latest(FactKind.Trigger)?.Text);
        Assert.Equal(["release 4711"], Texts());
    }

    [Fact]
    public async Task An_action_item_whose_reply_was_edited_meanwhile_is_changed_unless_it_has_a_life_of_its_own()
    {
        var story = await ReviewStory.Started();
        await story.GoesTo(QuestionKind.ActionItems);
        var fresh = await story.Replies("ana", "Add a canary");
        var taken = await story.Replies("ana", "Add an alert");
        await story.Presses("ben", "Take it");
        story.Down = true;
        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Edits("ana", fresh, "Add two canaries");
        await story.Edits("ana", taken, "Add two alerts");
        story.Down = false;

        await story.Backfills();

        var items = await story.Store.ActionItems.OpenAsync(null, CancellationToken.None);
        Assert.Equal(["Add two canaries", "Add an alert"], items.Select(item => item.Text));
    }

    [Fact]
    public async Task Incidents_that_shared_a_room_get_what_was_said_in_their_turn()
    {
        await _story.Says("ana", "hello", place: _story.Room);
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        await _story.Says("ana", "/incident start here checkout is failing");
        await Missed(() => _story.Says("ben", "rolling back"));
        await _story.Says("ana", "/incident resolve");
        await _story.Says("ana", "/incident start here search is slow");
        await Missed(() => _story.Says("ben", "reindexing"));

        await _story.Backfills();

        Assert.Equal([(1, "rolling back"), (2, "reindexing")], _story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).Select(entry => (entry.Incident.Number, entry.Text)));
    }

    [Fact]
    public async Task A_room_that_got_another_id_is_not_read_as_new()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "seeing 500s");
        await _story.MovesRoom("C2");
        await Missed(() => _story.Says("ben", "rolling back"));

        await _story.Backfills();

        Assert.Equal(["seeing 500s", "rolling back"], Texts());
    }

    private async Task Missed(Func<Task> happens)
    {
        _story.Down = true;
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        await happens();
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        _story.Down = false;
    }

    private async Task<MessageRef> Missed(Func<Task<MessageRef>> happens)
    {
        MessageRef? message = null;
        await Missed(async () => { message = await happens(); });
        return message!;
    }

    private IEnumerable<string> Texts() => _story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).OrderBy(entry => entry.At).Select(entry => entry.Text);

    private TimelineEntry Entry(MessageRef message) => _story.Store.Entries.Single(entry => entry.Message == message);
}
