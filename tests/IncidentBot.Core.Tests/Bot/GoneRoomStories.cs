using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class GoneRoomStories
{
    [Fact]
    public async Task A_picture_is_not_posted_into_a_room_that_is_gone_either()
    {
        var story = await PolicyStory.Of(Some.Incident(IncidentStatus.Resolved));
        await story.Says("ana", "/incident charge 50% 13:00-13:20");
        await story.Says("ana", "/incident postmortem");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Ana, Some.Room));
        await story.Says("ana", "/incident postmortem INC-1", place: Some.Place("general"));
        Assert.DoesNotContain(story.Chat.Files, file => file.To.Channel == Some.Room.Channel);
        Assert.DoesNotContain(story.Chat.Images, image => image.To.Channel == Some.Room.Channel);
    }
}
