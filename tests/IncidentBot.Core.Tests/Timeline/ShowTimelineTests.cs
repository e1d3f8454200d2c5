using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class ShowTimelineTests
{
    [Fact]
    public async Task A_note_stands_at_its_own_time()
    {
        var story = await Declared();
        await story.Says("ana", "/incident note at 13:40 phoned the provider");
        story.Hears("Noted on the timeline of INC-1, at 2026-11-22 13:40 UTC");
        var note = Assert.Single(story.Store.Entries, entry => entry.Kind is EntryKind.Note);
        Assert.Equal(("phoned the provider", Some.Time.AddMinutes(-20)), (note.Text, note.At));
    }

    [Fact]
    public async Task Two_notes_at_one_moment_are_two_entries()
    {
        var story = await Declared();
        await story.Says("ana", "/incident note same");
        await story.Says("ana", "/incident note same");
        Assert.Equal(2, story.Store.Entries.Count(entry => entry.Kind is EntryKind.Note));
    }

    [Theory]
    [InlineData("note at 2026-11-23 09:00 later")]
    [InlineData("note at 25:00 never")]
    [InlineData("note at 13:40")]
    public async Task A_note_without_words_or_with_a_time_that_cannot_be_is_not_taken(string words)
    {
        var story = await Declared();
        await story.Says("ana", $"/incident {words}");
        Assert.DoesNotContain(story.Store.Entries, entry => entry.Kind is EntryKind.Note);
        Assert.Equal(Some.Ana.Ref, Assert.Single(story.LastHeard).OnlyTo);
    }

    [Fact]
    public async Task The_card_shows_highlights_and_the_latest_to_the_one_who_asks()
    {
        var story = await Declared();
        var marked = await story.Says("ana", "rolling back 4711");
        await story.Highlights("ben", marked);
        for (var i = 0; i < 20; i++)
        {
            story.Time.Advance(TimeSpan.FromSeconds(10));
            await story.Says("ben", $"message {i}");
        }
        await story.Says("chidi", "/incident timeline");
        var heard = Assert.Single(story.LastHeard);
        Assert.Equal(Some.Chidi.Ref, heard.OnlyTo);
        Assert.Contains("📌 2026-11-22 14:00 UTC ana: rolling back 4711", heard.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("message 4", heard.Words, StringComparison.Ordinal);
        Assert.Contains("message 5 ↗ (https", heard.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_is_a_file_in_the_incidents_zone()
    {
        var story = await Declared();
        var wrong = await story.Says("ana", "it is the *database*");
        await story.Edits("ana", wrong, "it is <b>not</b> the database");
        await story.Deletes("ben", await story.Says("ben", "secret"));
        await story.Says("ben", "/incident timeline all");
        var file = Assert.Single(story.Chat.Files);
        Assert.Equal("inc-1-timeline.md", file.FileName);
        Assert.Contains("Europe/Lisbon", file.Content, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;not&lt;/b&gt;", file.Content, StringComparison.Ordinal);
        Assert.Contains("deleted", file.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", file.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_under_the_card_posts_the_whole()
    {
        var story = await Declared();
        await story.Says("ben", "/incident timeline");
        await story.Presses("ben", "Post the whole timeline");
        Assert.Single(story.Chat.Files);
    }

    [Fact]
    public async Task The_timeline_of_a_private_incident_is_posted_in_its_room_only()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log");
        await story.Says("ana", "/incident timeline INC-1 all", place: Some.Place("general"));
        Assert.Empty(story.Chat.Files);
        story.Hears("in its own room only");
        await story.Says("ana", "/incident timeline all");
        Assert.Equal(story.Room, Assert.Single(story.Chat.Files).To);
    }

    private static async Task<Story> Declared()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        return story;
    }
}
