using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

public sealed class SmokeTests
{
    [Theory]
    [InlineData(SlackScene.WayIn.SocketMode)]
    [InlineData(SlackScene.WayIn.Http)]
    public async Task Smoke(SlackScene.WayIn way)
    {
        await using var scene = await SlackScene.BeginAsync(way);
        try
        {
            var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
            await scene.SettlesAsync();
            Assert.Equal(room, "inc-1-checkout-is-failing");
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(e.Message + "\n" + scene.Program.Output, e);
        }
        scene.Workspace.HasNoViolations();
    }
}
