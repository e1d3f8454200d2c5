using Xunit;

namespace IncidentBot.Core.Tests.Support;

public sealed class StoryTests
{
    [Fact]
    public async Task A_message_in_a_room_without_an_incident_is_met_with_silence()
    {
        var story = new Story();
        await story.Says("ana", "good morning");
        story.HearsNothing();
    }
}
