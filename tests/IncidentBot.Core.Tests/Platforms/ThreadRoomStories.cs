using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Platforms;

/// <summary>Where a room is a thread under the incident's card, as in the channels of a Teams team.</summary>
public sealed class ThreadRoomStories
{
    private static readonly string Living = CardKeys.Living(Some.IncidentId);
    private static readonly string ReviewKey = CardKeys.Review(Some.IncidentId);

    private readonly Story _story = new(kind: RoomKind.Thread);

    [Fact]
    public async Task From_the_start_to_the_weekly_reminder()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing sev2");
        var head = await _story.MessageOf(Living);
        Assert.Equal(new Place(Some.Place("general").Channel, head.Id), _story.Room);
        _story.HearsNot("Its room is");

        await _story.Says("ben", "the deploy was at 13:50");
        await _story.Passes(TimeSpan.FromMinutes(20));
        _story.Hears("press Answer… or type @IncidentBot trigger at 13:50 TEXT");
        _story.HearsNot("Reply in this thread");
        await _story.Presses("ben", "Answer…");
        await _story.Submits("ben", ("text", "alert fired"));
        Assert.NotNull((await _story.Incident()).Latest(FactKind.Detection));

        await _story.Says("ben", "@IncidentBot resolve rolled back 4711");
        _story.Hears("INC-1 is Resolved");
        await _story.Says("ana", "@IncidentBot postmortem");
        var review = await _story.MessageOf(ReviewKey);
        Assert.Equal(new Place(head.Channel, review.Id), _story.Chat.Heard.First(heard => heard.Message == review).Place);
        _story.Hears("has begun, in a thread of its own");
        Assert.Contains(_story.LastHeard, heard => heard.Place == _story.Room && heard.Words.Contains(StoryChat.LinkOf(review), StringComparison.Ordinal));

        await _story.Says("ben", "A bad deploy failed checkout", review);
        Assert.Equal(["ben: A bad deploy failed checkout"], await _story.Answers(QuestionKind.Summary));
        await _story.GoesTo(QuestionKind.ActionItems);
        await _story.Says("ben", "Add a canary @ben p1", review);
        Assert.Contains(_story.LastHeard, heard => heard.Place.Thread == review.Id && heard.Words.Contains("A-1", StringComparison.Ordinal));
        await _story.Says("ben", "Write the runbook for a rollback @ben", review);
        await _story.Says("ben", "done", review);
        Assert.All(_story.LastHeard.Where(heard => heard.Words.Contains("Part 1", StringComparison.Ordinal)), heard => Assert.Equal(review.Id, heard.Place.Thread));
        Assert.Contains("0 gaps", _story.LastFile(), StringComparison.Ordinal);
        Assert.Equal(review.Id, _story.Chat.Files[^1].To.Thread);

        await _story.Passes(TimeSpan.FromDays(8));
        Assert.Contains(_story.LastHeard, heard => heard.Place == Some.Place("dm-ben") && heard.Words.Contains("A-1", StringComparison.Ordinal));
        Assert.Contains(_story.LastHeard, heard => heard.Place == _story.Room && heard.Words.Contains("This week", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_of_the_room_is_the_living_card_and_is_updated_in_place()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        var head = await _story.MessageOf(Living);
        await _story.Says("ana", "@IncidentBot severity sev1");

        Assert.Equal(head, await _story.MessageOf(Living));
        Assert.Contains("SEV1", await _story.Card(Living), StringComparison.Ordinal);
        Assert.Single(_story.Chat.Heard, heard => heard.Message == head && !heard.Update);
        Assert.DoesNotContain(_story.Chat.Topics, _ => true);
    }

    [Fact]
    public async Task What_is_said_under_the_head_before_the_room_is_known_belongs_to_the_incident()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        await _story.Says("ben", "looking");
        await _story.Says("chidi", "not about it", place: Some.Place("general"));
        Assert.Equal(["looking"], Captured().Where(text => !text.StartsWith('@')));
    }

    [Fact]
    public async Task Here_makes_the_very_thread_the_room()
    {
        var alert = await _story.Says("ben", "alert: checkout is slow", place: Some.Place("general"));
        await _story.Says("ana", "@IncidentBot start here checkout is slow", alert);
        Assert.Empty(_story.Chat.Rooms);
        Assert.Equal(new Place(alert.Channel, alert.Id), (await _story.Incident()).Room);
        await _story.Says("ana", "@IncidentBot start here another", alert);
        _story.Hears("This thread already works on INC-1");
    }

    [Fact]
    public async Task A_thread_serves_one_incident_after_another()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        var room = _story.Room;
        await _story.Says("ana", "first");
        await _story.Says("ana", "@IncidentBot resolve");
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        await _story.Says("ana", "@IncidentBot start here it is back in another way", place: room);
        await _story.Says("ana", "second", place: room);
        Assert.Equal(2, _story.Store.Entries.Single(entry => entry.Text == "second").Incident.Number);
    }

    [Fact]
    public async Task A_lost_channel_loses_the_incidents_of_all_its_threads()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing", place: Some.Place("shop"));
        await _story.Says("ana", "@IncidentBot start logins fail", place: Some.Place("shop"));
        await _story.Says("ana", "@IncidentBot start mails are late", place: Some.Place("mail"));
        await _story.Does(new RoomGone(_story.Time.GetUtcNow(), Some.Ana, Some.Place("shop")));
        Assert.Equal([true, true, false], (await Incidents()).Select(incident => incident.RoomGone));
    }

    [Fact]
    public async Task A_lost_thread_loses_only_its_own()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        await _story.Says("ana", "@IncidentBot start logins fail", place: Some.Place("general"));
        await _story.Does(new RoomGone(_story.Time.GetUtcNow(), Some.Ana, _story.Room));
        Assert.Equal([false, true], (await Incidents()).Select(incident => incident.RoomGone));
    }

    [Fact]
    public async Task Threads_show_the_name_of_their_channel_and_follow_it()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        var thread = _story.Room.Thread;
        await _story.Does(new RoomRenamed(_story.Time.GetUtcNow(), Some.Ana, Some.Place("general"), "Operations"));
        Assert.Equal("Operations", (await _story.Incident()).RoomName);
        await _story.Does(new RoomMoved(_story.Time.GetUtcNow(), Some.Ana, Some.Place("general"), Some.Place("general2")));
        Assert.Equal(Some.Place("general2", thread), (await _story.Incident()).Room);
    }

    [Fact]
    public async Task Who_comes_into_the_channel_comes_into_its_threads()
    {
        await _story.Says("ana", "@IncidentBot start private card data in a log");
        await _story.Does(new PersonCame(_story.Time.GetUtcNow(), Some.Chidi, Some.Place("general")));
        Assert.Contains(Some.Chidi.Ref, (await _story.Incident()).Members);
    }

    [Fact]
    public async Task A_command_without_its_words_offers_the_form_by_a_button()
    {
        await _story.Says("ana", "@IncidentBot start sev1");
        Assert.Null(_story.OpenForm);
        await _story.Presses("ana", "Declare an incident…");
        await _story.Submits("ana", ("title", "checkout is failing"), ("severity", "SEV1"), ("room", "own"), ("private", "no"));
        Assert.Equal(Severity.Sev1, (await _story.Incident()).Severity);
        Assert.Single(_story.Chat.Rooms);

        await _story.Says("ana", "@IncidentBot trigger");
        _story.Hears("type it: @IncidentBot trigger");
        await _story.Presses("ben", "Trigger of INC-1…");
        await _story.Submits("ben", ("text", "deploy 4711"));
        Assert.Equal("deploy 4711", (await _story.Incident()).Latest(FactKind.Trigger)?.Text);
    }

    [Fact]
    public async Task In_the_direct_conversation_none_is_started()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing", place: Some.Place("dm-ana"));
        _story.Hears("Start it in a team's channel or a group chat");
        await _story.Says("ana", "@IncidentBot start", place: Some.Place("dm-ana"));
        _story.Hears("Start it in a team's channel or a group chat");
        await _story.Says("ana", "@IncidentBot start here INC-1", place: Some.Place("dm-ana"));
        _story.Hears("Start it in a team's channel or a group chat");
        await _story.Does(new ButtonPressed(_story.Time.GetUtcNow(), Some.Ana, Some.Place("dm-ana"), null, IncidentActions.Declare, ""));
        Assert.Null(_story.OpenForm);
        _story.Hears("Start it in a team's channel or a group chat");
        Assert.Empty(await Incidents());
    }

    [Fact]
    public async Task Asked_for_in_another_thread_the_review_is_pointed_at()
    {
        await Resolved();
        var other = await _story.Says("chidi", "lunch?", place: Some.Place("general"));
        await _story.Says("chidi", "@IncidentBot postmortem INC-1", other);
        Assert.Contains(_story.LastHeard, heard => heard.OnlyTo == Some.Chidi.Ref && heard.Words.Contains("is in its review thread", StringComparison.Ordinal));
        Assert.Contains(_story.LastHeard, heard => heard.Place == _story.Room && heard.OnlyTo is null && heard.Words.Contains("has begun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_in_the_review_that_mentions_the_bot_counts_without_the_mention()
    {
        await Reviewing();
        var reply = await InReview("ben", "@IncidentBot the deploy broke it");
        Assert.Equal(["ben: the deploy broke it"], await _story.Answers(QuestionKind.Summary));
        _story.HearsNothing();

        await _story.Edits("ben", reply, "@IncidentBot a deploy broke it");
        Assert.Equal(["ben: a deploy broke it"], await _story.Answers(QuestionKind.Summary));
        await _story.Deletes("ben", reply);
        Assert.Empty(await _story.Answers(QuestionKind.Summary));

        await InReview("ben", "@IncidentBot next");
        _story.HearsNot("no command");
        Assert.Equal(QuestionKind.Impact, await _story.Standing());
    }

    [Fact]
    public async Task A_command_in_the_review_is_no_answer()
    {
        await Reviewing();
        await InReview("ben", "@IncidentBot severity sev1");
        Assert.Empty((await _story.Review()).Answers);
        Assert.Equal(Severity.Sev1, (await _story.Incident()).Severity);
        await InReview("ben", "@IncidentBot action Add a canary");
        Assert.Contains(_story.LastHeard, heard => heard.Place.Thread == ReviewThread && heard.Words.Contains("A-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_missed_in_the_room_and_in_the_review_is_made_good()
    {
        await Reviewing();
        _story.Down = true;
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        await _story.Says("ben", "one more graph");
        await InReview("chidi", "@IncidentBot the index was missing");
        await InReview("chidi", "and nobody saw it");
        _story.Down = false;
        _story.Time.Advance(TimeSpan.FromMinutes(5));
        await _story.Backfills();

        Assert.Contains("one more graph", Captured());
        Assert.Equal(["chidi: the index was missing", "chidi: and nobody saw it"], await _story.Answers(QuestionKind.Summary));
        await _story.Backfills();
        Assert.Equal(2, (await _story.Review()).Answers.Count);
        Assert.DoesNotContain(_story.Store.Entries, entry => entry.DeletedAt is not null);
    }

    [Fact]
    public async Task What_was_deleted_unheard_is_found_in_the_room_and_in_the_review()
    {
        await Reviewing();
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        var line = await _story.Says("ben", "wrong room");
        var reply = await InReview("chidi", "wrong answer");
        _story.Time.Advance(TimeSpan.FromMinutes(5));
        _story.Down = true;
        await _story.Deletes("ben", line);
        await _story.Deletes("chidi", reply);
        _story.Down = false;
        await _story.Backfills();
        Assert.NotNull(_story.Store.Entries.Single(entry => entry.Message == line).DeletedAt);
        Assert.Empty(await _story.Answers(QuestionKind.Summary));
    }

    [Fact]
    public async Task The_draft_counts_what_was_said_in_the_room_and_not_the_review()
    {
        await Reviewing();
        await InReview("ben", "A bad deploy");
        await InReview("ben", "done");
        var said = Captured().Count();
        Assert.Contains($"{said} of {said} messages, 0 gaps", _story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_not_everything_is_heard_is_said_once_and_stays_on_record()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing");
        var heard = new RoomHeardPartly(_story.Time.GetUtcNow(), Some.Ana, _story.Room);
        await _story.Does(heard);
        _story.Hears("do not mention me do not reach me");
        _story.Hears("An owner of this team can change that");
        Assert.Contains(_story.Store.Entries, entry => entry.Text.Contains("hears only messages that mention it", StringComparison.Ordinal));
        Assert.Contains("Messages that mention me go on the timeline", await _story.Card(Living), StringComparison.Ordinal);
        await _story.Does(heard);
        _story.HearsNothing();

        _story.Chat.Fails = verb => verb == "history" ? new ChatException(ChatFault.Refused, "no consent") : null;
        await _story.Says("ana", "@IncidentBot resolve");
        await _story.Says("ana", "@IncidentBot postmortem");
        _story.Hears("Mention me to answer");
        await InReview("ana", "@IncidentBot done");
        Assert.Contains("Gaps cannot be counted", _story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("Only messages that mention the bot could be heard", _story.LastFile(), StringComparison.Ordinal);
    }

    private async Task Resolved()
    {
        await _story.Says("ana", "@IncidentBot start checkout is failing sev2");
        await _story.Says("ben", "rolling back");
        await _story.Says("ben", "@IncidentBot resolve rolled back 4711");
    }

    private async Task Reviewing()
    {
        await Resolved();
        await _story.Says("ana", "@IncidentBot postmortem");
    }

    private string? ReviewThread => _story.Chat.Heard.First(heard => heard.Words.Contains("Postmortem review", StringComparison.Ordinal)).Place.Thread;

    private async Task<MessageRef> InReview(string who, string text) => await _story.Replies(who, text);

    private IEnumerable<string> Captured() => _story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).Select(entry => entry.Text);

    private async Task<IEnumerable<Incident>> Incidents() => (await _story.Store.Incidents.ListAsync(Some.Workspace, new(OpenOnly: false), CancellationToken.None)).OrderBy(incident => incident.Id.Number);
}
