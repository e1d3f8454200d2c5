using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Postmortems;
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
        await story.Replies("ana", "Checkout was down.");
        await story.Replies("ana", "done");
        Assert.Single(story.Chat.Images);
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Ana, Some.Room));
        await story.Says("ana", "/incident charge INC-1 100% 13:00-13:20", place: Some.Place("general"));
        await story.Says("ana", "/incident postmortem review INC-1 @ben", place: Some.Place("general"));
        Assert.Contains(await story.Store.ErrorBudgets.ChargesOfAsync(Some.IncidentId, CancellationToken.None), charge => charge.Estimated is { BadShare: 1 });
        Assert.Single(story.Chat.Images);
        Assert.Single(story.Chat.Files);
    }
}
