using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

public sealed class PostmortemVersionStories
{
    [Fact]
    public async Task Publishing_keeps_the_file_as_it_was_posted()
    {
        var (story, _) = await Published();
        var kept = await story.Store.PostmortemVersions.FindAsync(Some.IncidentId, 1, CancellationToken.None);
        Assert.Equal(story.LastFile(), kept!.Markdown);
        Assert.Equal(["checkout was down"], kept.Sections[0].Texts);
        Assert.Equal(["ben"], kept.Approvals.Select(approval => approval.By.Name));
        Assert.DoesNotContain("Changes since", kept.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_one_shows_its_version_and_date()
    {
        var (story, _) = await Published();
        await story.Says("chidi", "/incident postmortem");
        story.Hears("It is version 1, published 2026-11-22 by ana.");
        Assert.Contains("- **Version:** 1, published 2026-11-22 by ana", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_edit_begins_the_next_version_and_the_first_stays_readable()
    {
        var (story, summary) = await Published();
        var first = story.LastFile();
        await story.Edits("ana", summary, "checkout was slow");
        story.Hears("version 2 is In Writing now. Version 1 stays as it is");
        Assert.Equal(PostmortemStatus.InWriting, (await story.Review()).Status);
        Assert.Contains("Version: 2 is being written; version 1 was published 2026-11-22 by ana", await story.Card(CardKeys.Draft(Some.IncidentId, 1)), StringComparison.Ordinal);
        await story.Says("chidi", "/incident postmortem version 1 INC-1", place: Some.Place("general"));
        Assert.Equal(("INC-1-postmortem-v1.md", first, Some.Place("general")), (story.Chat.Files[^1].FileName, story.LastFile(), story.Chat.Files[^1].To));
    }

    [Fact]
    public async Task The_next_version_says_what_changed()
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "checkout was slow");
        await story.Says("ana", "/incident action Write a runbook @ben");
        await PublishAgain(story);
        Assert.Equal("ana published version 2 of the postmortem of INC-1 checkout is failing. Since version 1: Summary changed, A-1 added.", story.Chat.FileComments[^1]);
        Assert.Contains("### Changes since version 1\n\n- **Summary** changed\n  - before: checkout was down\n  - now: checkout was slow\n- **A-1** added\n", story.LastFile(), StringComparison.Ordinal);
        Assert.Equal([1, 2], (await story.Review()).Publications.Select(publication => publication.Number));
    }

    [Fact]
    public async Task Asking_for_a_review_of_what_has_changed_posts_the_draft_anew_first()
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "checkout was slow");
        await story.Says("ana", "/incident postmortem review");
        Assert.Contains("checkout was slow", await story.Card(CardKeys.DraftPage(Some.IncidentId, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("Status: In Review", await story.Card(CardKeys.Draft(Some.IncidentId, 2)), StringComparison.Ordinal);
        await story.Says("ana", "/incident postmortem review @ben @chidi");
        Assert.Equal(2, (await story.Review()).Drafts);
    }

    [Fact]
    public async Task The_announcement_is_brought_up_to_date_in_place()
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "checkout was slow");
        await PublishAgain(story);
        var card = Assert.Single(story.LastHeard, heard => heard.Place == Some.Place("incidents"));
        Assert.True(card.Update);
        Assert.Contains("Version: 2, published 2026-11-22", card.Words, StringComparison.Ordinal);
        Assert.Contains("Since version 1: Summary changed.", card.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version", "INC-1-postmortem-v1.md")]
    [InlineData("version 1", "INC-1-postmortem-v1.md")]
    public async Task The_newest_is_shown_when_no_number_is_named(string words, string file)
    {
        var (story, _) = await Published();
        await story.Says("ana", $"/incident postmortem {words}");
        Assert.Equal(file, story.Chat.Files[^1].FileName);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_answered_with_those_that_are()
    {
        var (story, _) = await Published();
        await story.Says("ana", "/incident postmortem version 7");
        story.Hears("There is only version 1 so far.");
    }

    [Fact]
    public async Task Before_it_was_published_there_is_no_version()
    {
        var story = await ReviewStory.Started();
        await story.Says("ana", "/incident postmortem version 1");
        story.Hears("has not been published yet");
    }

    [Fact]
    public async Task A_version_of_a_private_incident_is_shown_in_its_room_only()
    {
        var (story, _) = await Published(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        var files = story.Chat.Files.Count;
        await story.Says("ana", "/incident postmortem version 1 INC-1", place: Some.Place("general"));
        story.Hears("its postmortem is shown in its room only");
        await story.Says("chidi", "/incident postmortem version 1 INC-1", place: Some.Place("general"));
        story.HearsNot("its postmortem");
        Assert.Equal(files, story.Chat.Files.Count);
        await story.Says("ana", "/incident postmortem version 1");
        Assert.Equal(Some.Room, story.Chat.Files[^1].To);
    }

    [Theory]
    [InlineData("html version:1", "INC-1-postmortem-v1.html")]
    [InlineData("v1 html", "INC-1-postmortem-v1.html")]
    [InlineData("json INC-1 version 1", "INC-1-postmortem-v1.json")]
    [InlineData("version=1 md", "INC-1-postmortem-v1.md")]
    public async Task Each_format_of_a_version_stays_as_it_was_published(string words, string file)
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "checkout was slow");
        await PublishAgain(story);
        await story.Says("chidi", $"/incident export {words}");
        Assert.Equal(file, story.Chat.Files[^1].FileName);
        Assert.Contains("checkout was down", story.LastFile(), StringComparison.Ordinal);
        Assert.DoesNotContain("checkout was slow", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_version_is_exported_when_no_number_is_named_and_a_button_chooses_the_format()
    {
        var (story, summary) = await Published();
        await story.Edits("ana", summary, "checkout was slow");
        await story.Says("ana", "/incident export version");
        story.Hears("Which file of what was published shall I post here?");
        await story.Presses("ana", "JSON");
        Assert.Equal("INC-1-postmortem-v1.json", story.Chat.Files[^1].FileName);
        Assert.Contains("checkout was down", story.LastFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_never_published_is_not_exported()
    {
        var (story, _) = await Published();
        var files = story.Chat.Files.Count;
        await story.Says("ana", "/incident export html version:7");
        story.Hears("There is only version 1 so far.");
        Assert.Equal(files, story.Chat.Files.Count);
    }

    [Fact]
    public async Task Of_a_version_from_before_pages_were_kept_there_is_its_markdown()
    {
        var (story, _) = await Published();
        var kept = await story.Store.PostmortemVersions.FindAsync(Some.IncidentId, 1, CancellationToken.None);
        await story.Has(kept! with { Html = null, Json = null });
        await story.Says("ana", "/incident export all version:1");
        story.Hears("there is only its Markdown: /incident postmortem version 1");
        Assert.Equal("INC-1-postmortem-v1.md", story.Chat.Files[^1].FileName);
    }

    [Fact]
    public async Task By_role_nobody_is_named_who_approved_or_published()
    {
        var story = new Story(Some.Settings with { Blameless = new() { PublishRoles = true } }) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("chidi", "/incident postmortem publish");
        await story.Says("chidi", "/incident postmortem version 1 INC-1", place: Some.Place("general"));
        await story.Says("chidi", "/incident export all version:1");
        await story.Says("chidi", "/incident export all");
        string[] outside = [.. story.Chat.Files.Skip(1).Select(file => file.Content), .. story.Chat.FileComments, .. story.Chat.Heard.Where(heard => heard.Place == Some.Place("incidents")).Select(heard => heard.Words)];
        Assert.Equal(9, story.Chat.Files.Count);
        Assert.All(outside, told => Assert.DoesNotMatch(@"\b(ana|ben|chidi)\b", told));
    }

    private static async Task<(Story, MessageRef)> Published(Incident? incident = null)
    {
        var story = await ReviewStory.Started(incident);
        var summary = await story.Replies("ana", "checkout was down");
        await story.Replies("ana", "done");
        await PublishAgain(story);
        return (story, summary);
    }

    private static async Task PublishAgain(Story story)
    {
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
    }
}
