using System.Text.Json;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Exports;

public sealed class ExportStories
{
    [Fact]
    public async Task Without_a_format_only_the_one_who_asks_sees_the_choice_and_a_button_posts_the_file()
    {
        var story = await ReviewStory.Started();
        await story.Says("ben", "/incident export");
        Assert.Equal(Some.Ben.Ref, Assert.Single(story.LastHeard).OnlyTo);
        story.Hears("is In Writing. Which file shall I post here?");
        Assert.Empty(story.Chat.Files);

        await story.Presses("ben", "HTML");
        var (to, name, content) = Assert.Single(story.Chat.Files);
        Assert.Equal((Some.Room, "INC-1-postmortem.html"), (to, name));
        Assert.StartsWith("<!doctype html>", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "md")]
    [InlineData("HTML", "html")]
    [InlineData("json INC-1", "json")]
    [InlineData("INC-1 json", "json")]
    [InlineData("html, md", "html md")]
    [InlineData("all", "md html json")]
    public async Task A_format_posts_its_file(string words, string extensions)
    {
        var story = await ReviewStory.Started();
        await story.Says("ana", $"/incident export {words}");
        Assert.Equal(extensions.Split(' ').Select(extension => $"INC-1-postmortem.{extension}"), story.Chat.Files.Select(file => file.FileName));
        story.HearsNothing();
    }

    [Fact]
    public async Task It_says_that_it_is_a_draft_until_it_is_published()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "Checkout failed for a third of all users.");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident export md");
        Assert.Contains("*This is a draft: the postmortem is In Writing, not published.*", story.LastFile(), StringComparison.Ordinal);

        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        await story.Says("ana", "/incident export md");
        Assert.DoesNotContain("This is a draft", story.LastFile(), StringComparison.Ordinal);
        Assert.Contains("Checkout failed for a third of all users.", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_moved_on_since_it_was_published_is_told_in_every_format()
    {
        var (story, _) = await Published();
        await story.Says("ana", "/incident done A-1");
        await story.Says("ana", "/incident export all");
        Assert.All(story.Chat.Files.TakeLast(3), file => Assert.Contains("A-1 Write a runbook (done)", file.Content, StringComparison.Ordinal));
        Assert.All(story.Chat.Files.TakeLast(3).SkipLast(1), file => Assert.Contains("Changes since version 1", file.Content, StringComparison.Ordinal));
        Assert.Contains("\"part\": \"A-1\"", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_version_tells_what_it_is_to_change_and_once_published_what_it_changed()
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "Checkout failed for all users.");
        await story.Says("ana", "/incident export json");
        Assert.Equal((1, "Summary", "changed", "Checkout failed for all users."), Changes(story));

        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        await story.Says("ana", "/incident export json");
        Assert.Equal((1, "Summary", "changed", "Checkout failed for all users."), Changes(story));
    }

    [Fact]
    public async Task The_first_version_changed_nothing()
    {
        var (story, _) = await Published();
        await story.Says("ana", "/incident export json");
        Assert.Equal(JsonValueKind.Null, JsonSerializer.Deserialize<JsonElement>(story.LastFile()).GetProperty("changes").ValueKind);
    }

    private static (int Since, string? Part, string? Kind, string? Added) Changes(Story story)
    {
        var changes = JsonSerializer.Deserialize<JsonElement>(story.LastFile()).GetProperty("changes");
        var part = Assert.Single(changes.GetProperty("parts").EnumerateArray());
        return (changes.GetProperty("since").GetInt32(), part.GetProperty("part").GetString(), part.GetProperty("kind").GetString(), part.GetProperty("added")[0].GetString());
    }

    private static async Task<(Story Story, Core.Chat.MessageRef Summary)> Published()
    {
        var story = await ReviewStory.Started();
        var summary = await story.Replies("ana", "Checkout failed for a third of all users.");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident action Write a runbook");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        return (story, summary);
    }

    [Fact]
    public async Task Without_a_postmortem_it_says_what_to_do()
    {
        var story = await ReviewStory.Of();
        await story.Says("ana", "/incident export html");
        story.Hears("INC-1 has no postmortem to export yet. /incident postmortem INC-1 starts its review;");
        Assert.Empty(story.Chat.Files);
    }

    [Fact]
    public async Task An_unknown_format_is_answered_with_those_that_there_are()
    {
        var story = await ReviewStory.Started();
        await story.Says("ana", "/incident export word");
        story.Hears("There are markdown, html, json and all");
        Assert.Empty(story.Chat.Files);
    }

    [Fact]
    public async Task A_private_one_is_posted_in_its_room_only()
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("ben", "/incident export html INC-1", place: Some.Place("general"));
        story.Hears("INC-1 is private, so its postmortem can be posted in its own room only.");
        await story.Says("chidi", "/incident export html INC-1", place: Some.Place("general"));
        story.Hears("There is no such incident that you can see.");
        Assert.Empty(story.Chat.Files);

        await story.Says("ben", "/incident export html");
        Assert.Equal(Some.Room, Assert.Single(story.Chat.Files).To);
    }
}
