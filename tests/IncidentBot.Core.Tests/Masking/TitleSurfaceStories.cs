using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

/// <summary>A title with a secret in it, on every surface that shows titles.</summary>
public sealed class TitleSurfaceStories
{
    private static readonly string Secret = new SecretMaker(11).Make("github-token");

    [Fact]
    public async Task Only_the_rooms_own_card_shows_a_title_as_it_was_written()
    {
        var story = new Story(Some.Settings with { Reminding = Some.Settings.Reminding with { EscalateAfterDays = 1, EscalateTo = "leads" } });
        await story.Says("ana", $"/incident start checkout rejects {Secret} sev2");
        await story.Says("ben", "/incident commander me");
        await story.Says("ana", $"/incident title payments reject {Secret}");
        await story.Says("ana", $"/incident start here other", place: story.Room);
        await story.Says("ana", "/incident update we are on it");
        await story.Says("ana", "/incident action Rotate the keys @ben due 2026-11-23");
        await story.Says("chidi", "/incident list", place: Some.Place("general"));
        await story.Says("chidi", "/incident status INC-1", place: Some.Place("general"));
        await story.Says("chidi", "/incident actions all", place: Some.Place("general"));
        await story.Does(new HomeOpened(story.Time.GetUtcNow(), Some.Chidi, Some.Place("dm-chidi")));
        await story.Says("ana", "/incident timeline all");
        await story.Says("ana", "/incident resolve keys rotated");
        await story.Says("ana", "/incident hand A-1 @chidi");
        await story.Passes(TimeSpan.FromDays(8));
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Passes(TimeSpan.FromDays(8));
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        await story.Says("ana", "/incident export all");
        await story.Says("ana", "/incident export");
        await story.Says("ana", "/incident reopen it is back");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Bot, story.Room));
        story.Hears("was deleted or archived");

        var living = await story.MessageOf(CardKeys.Living(Some.IncidentId));
        string[] shown =
        [
            .. story.Chat.Heard.Where(heard => heard.Message != living).Select(heard => heard.Words),
            .. story.Chat.Files.Select(file => file.FileName + file.Content),
            .. story.Chat.FileComments,
            .. story.Chat.Topics.Values,
            .. story.Chat.Rooms.Select(room => $"{room.Name} {room.Topic} {room.Purpose}"),
            .. story.Chat.Homes.Values.Select(CardWords.Of),
            .. story.Store.Entries.Select(entry => entry.Text),
        ];
        Assert.True(shown.Count(words => words.Contains("[masked: ", StringComparison.Ordinal)) > 15);
        Assert.DoesNotContain(shown, words => words.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"payments reject {Secret}", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }
}
