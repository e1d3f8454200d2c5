using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class CurateEntriesStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task A_hidden_entry_is_left_out_counted_and_brought_back()
    {
        var lunch = await SaysInRoom("what is for lunch");
        await _story.Says("ana", $"/incident timeline hide {Handle(lunch)} off topic");
        _story.Hears("Left out of the timeline of INC-1");
        Assert.Equal("off topic", Entry(lunch).Hidden!.Why);
        await _story.Says("ben", "/incident timeline");
        _story.HearsNot("lunch");
        _story.Hears("1 entry is hidden: 1 by ana.");
        await _story.Says("ben", "/incident timeline only hidden");
        _story.Hears($"{Handle(lunch)} ");
        await _story.Says("ben", $"/incident timeline show {Handle(lunch)}");
        await _story.Says("ben", "/incident timeline");
        _story.Hears("what is for lunch");
    }

    [Theory]
    [InlineData("hide", "off topic")]
    [InlineData("show", "")]
    [InlineData("merge", "")]
    public async Task An_entry_may_be_named_twice(string verb, string rest)
    {
        var lunch = await SaysInRoom("what is for lunch");
        if (verb == "show") await _story.Says("ana", $"/incident timeline hide {Handle(lunch)}");
        await _story.Says("ana", $"/incident timeline {verb} {Handle(lunch)} {Handle(lunch)} {rest}");
        Assert.Single(_story.LastHeard);
        Assert.Equal(verb == "hide" ? rest : null, Entry(lunch).Hidden?.Why);
    }

    [Fact]
    public async Task The_whole_file_counts_what_is_hidden_and_does_not_tell_it()
    {
        var lunch = await SaysInRoom("what is for lunch");
        await _story.Says("ana", $"/incident timeline hide {Handle(lunch)} private matter");
        await _story.Says("ana", "/incident timeline all");
        var file = Assert.Single(_story.Chat.Files).Content;
        Assert.Contains("1 entry is hidden: 1 by ana.", file, StringComparison.Ordinal);
        Assert.DoesNotContain("lunch", file, StringComparison.Ordinal);
        Assert.DoesNotContain("private matter", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_time_shows_the_recorded_one_beside_it_and_can_be_taken_back()
    {
        var late = await SaysInRoom("the alert fired");
        await _story.Says("ana", $"/incident timeline at {Handle(late)} 13:48");
        Assert.Equal((Some.Time.AddMinutes(-12), Some.Time), (Entry(late).ShownAt, Entry(late).At));
        await _story.Says("ana", "/incident timeline all");
        Assert.Contains("** the alert fired *(time corrected by ana; recorded at 14:00)*", _story.Chat.Files[^1].Content, StringComparison.Ordinal);
        await _story.Says("ana", $"/incident timeline at {Handle(late)} original");
        Assert.Equal(Some.Time, Entry(late).ShownAt);
    }

    [Fact]
    public async Task A_clock_time_is_of_the_entrys_day_also_days_later()
    {
        var late = await SaysInRoom("the alert fired");
        _story.Time.Advance(TimeSpan.FromDays(6));
        await _story.Says("ana", $"/incident timeline at {Handle(late)} 14:20");
        Assert.Equal(Some.Time.AddMinutes(20), Entry(late).ShownAt);
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("2026-11-29 14:00")]
    [InlineData("")]
    public async Task A_time_that_cannot_be_changes_nothing(string time)
    {
        var message = await SaysInRoom("the alert fired");
        await _story.Says("ana", $"/incident timeline at {Handle(message)} {time}");
        Assert.Null(Entry(message).Corrected);
        Assert.Equal(Some.Ana.Ref, Assert.Single(_story.LastHeard).OnlyTo);
    }

    [Fact]
    public async Task Messages_that_tell_one_thing_become_one_line_and_are_taken_apart_again()
    {
        var (one, two) = (await SaysInRoom("rolling back"), await SaysInRoom("rolled back", "ben"));
        await _story.Says("ana", $"/incident timeline merge {Handle(one)} {Handle(two)}");
        await _story.Says("ana", "/incident timeline all");
        Assert.Contains("rolling back · ", _story.Chat.Files[^1].Content, StringComparison.Ordinal);
        await _story.Says("ana", $"/incident timeline merge {Handle(two)} {Handle(one)}");
        _story.Hears("on one line already");
        await _story.Says("ana", $"/incident timeline show {Handle(one)}");
        Assert.Null(Entry(two).Merged);
    }

    [Fact]
    public async Task Curation_outlives_an_edit_a_deletion_and_a_highlight_that_come_later()
    {
        var (head, message) = (await SaysInRoom("rolling back"), await SaysInRoom("rolled back"));
        await _story.Says("ana", $"/incident timeline merge {Handle(head)} {Handle(message)}");
        await _story.Says("ana", $"/incident timeline at {Handle(message)} 13:40");
        await _story.Says("ana", $"/incident timeline hide {Handle(message)}");
        var curated = Entry(message);
        await _story.Edits("ana", message, "rolled back 4711");
        await _story.Highlights("ben", message);
        await _story.Deletes("ana", message);
        var after = Entry(message);
        Assert.Equal((curated.Hidden, curated.Corrected, curated.Merged), (after.Hidden, after.Corrected, after.Merged));
        Assert.NotNull(after.DeletedAt);
    }

    [Fact]
    public async Task A_message_found_later_in_the_rooms_history_keeps_what_was_curated()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        _story.Down = true;
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        var missed = await _story.Says("ana", "rolled back");
        _story.Down = false;
        _story.Time.Advance(TimeSpan.FromMinutes(5));
        await _story.Edits("ana", missed, "rolled back 4711");
        await _story.Says("ana", $"/incident timeline hide {Handle(missed)}");
        await _story.Backfills();
        Assert.Equal((false, true), (Entry(missed).AwaitsMessage, Entry(missed).Hidden is not null));
    }

    [Fact]
    public async Task An_entry_is_highlighted_by_its_letters_and_ones_own_mark_taken_away()
    {
        var message = await SaysInRoom("rolled back");
        await _story.Says("ana", $"/incident timeline highlight {Handle(message)}");
        Assert.True(Entry(message).Highlighted);
        await _story.Says("ana", $"/incident timeline highlight {Handle(message)} off");
        Assert.False(Entry(message).Highlighted);
    }

    [Theory]
    [InlineData("hide", "Name an entry by its letters")]
    [InlineData("hide zzzz", "There is no entry zzzz")]
    [InlineData("merge zzzz", "There is no entry zzzz")]
    [InlineData("nonsense", "help timeline")]
    [InlineData("only", "help timeline")]
    public async Task Words_that_name_no_entry_are_answered_with_what_to_type(string words, string answer)
    {
        await SaysInRoom("rolled back");
        var entries = _story.Store.Entries.ToList();
        await _story.Says("ana", $"/incident timeline {words}");
        _story.Hears(answer);
        Assert.Equal(entries, _story.Store.Entries);
    }

    [Fact]
    public async Task Only_shows_the_lines_of_a_kind_of_a_person_or_with_some_words()
    {
        await SaysInRoom("the database is slow");
        await _story.Highlights("ana", await SaysInRoom("rolled back", "ben"));
        foreach (var (only, heard, not) in new[] { ("highlights", "rolled back", "database"), ("changes", "Declared", "database"), ("DATABASE", "database is slow", "rolled back"), ("@ben", "rolled back", "database is slow"), ("nothing like it", "Nothing on the timeline is that", "rolled back") })
        {
            await _story.Says("ana", $"/incident timeline only {only}");
            _story.Hears(heard);
            Assert.DoesNotContain(not, string.Join('\n', _story.LastHeard.Select(card => card.Words.Split('\n', 2)[1])), StringComparison.Ordinal);
            Assert.Equal(Some.Ana.Ref, Assert.Single(_story.LastHeard).OnlyTo);
        }
    }

    [Fact]
    public async Task A_private_timeline_is_not_curated_by_those_who_do_not_see_it()
    {
        await _story.Says("ana", "/incident start private card data in a log");
        var message = await _story.Says("ana", "the log is gone");
        await _story.Says("chidi", $"/incident timeline INC-1 hide {Handle(message)}", place: Some.Place("general"));
        _story.Hears("no such incident");
        Assert.Null(Entry(message).Hidden);
    }

    private async Task<MessageRef> SaysInRoom(string text, string who = "ana")
    {
        if (!_story.Store.Entries.Any()) await _story.Says("ana", "/incident start here checkout is failing");
        return await _story.Says(who, text);
    }

    private TimelineEntry Entry(MessageRef message) => _story.Store.Entries.Single(entry => entry.Message == message);

    private string Handle(MessageRef message) => new EntryHandles([Entry(message)]).Of(Entry(message));
}
