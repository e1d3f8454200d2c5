using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Publishing;

public sealed class PublicationStories
{
    [Theory]
    [InlineData(null, "incidents")]
    [InlineData("postmortems", "postmortems")]
    [InlineData("", null)]
    public async Task It_is_announced_in_the_channel_for_published_ones(string? setting, string? announced)
    {
        var story = new Story(Some.Settings with { Postmortems = new() { PublishChannel = setting } }) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(announced, story.LastHeard.FirstOrDefault(heard => heard.Words.Contains("Postmortem published", StringComparison.Ordinal))?.Place.Channel.Id);
    }

    [Fact]
    public async Task A_private_one_is_not_announced()
    {
        var story = await ReviewStory.Drafted(Some.Incident(IncidentStatus.Resolved) with { Private = true });
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
        Assert.DoesNotContain(story.Chat.Heard, heard => heard.Place == Some.Place("incidents"));
    }

    [Fact]
    public async Task While_the_incident_is_open_again_nothing_is_published()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident reopen it is back");
        await story.Says("ana", "/incident postmortem publish");
        story.Hears("INC-1 is open again, so its postmortem is published when it is over. Resolve it first with /incident resolve TEXT.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
        await story.Says("ana", "/incident resolve for good");
        await story.Says("ana", "/incident postmortem review");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
        Assert.Equal(PostmortemStatus.Published, (await story.Review()).Status);
    }

    [Fact]
    public async Task Without_its_room_it_is_published_where_its_people_talk_now()
    {
        var story = await ReviewStory.Drafted();
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Bot, Some.Room));
        await story.Says("ana", "/incident postmortem publish INC-1", place: Some.Place("payments"));
        story.Hears("Where they talk now, say /incident start here INC-1, then publish.");
        Assert.Equal(PostmortemStatus.Reviewed, (await story.Review()).Status);
        await story.Says("ana", "/incident start here INC-1", place: Some.Place("payments"));
        await story.Says("ana", "/incident postmortem publish", place: Some.Place("payments"));
        Assert.Equal(Some.Place("payments"), story.Chat.Files[^1].To);
    }
}
