using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>A workspace of its own: each person is reminded once a week, of whatever they own.</summary>
public sealed class FollowThroughStories(SocketModeScene scenes) : IClassFixture<SocketModeScene>
{
    [Fact]
    public async Task From_the_review_to_the_last_action_item()
    {
        await new FollowThrough(scenes.Scene).TellAsync();

        await scenes.Scene.SettlesAsync();
        scenes.Scene.Workspace.HasNoViolations();
        Assert.Empty(scenes.Scene.Workspace.Deliveries.Lost);
    }
}
