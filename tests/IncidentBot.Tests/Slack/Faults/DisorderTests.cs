using IncidentBot.Tests.Slack.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Slack promises neither order nor that an event comes only once.</summary>
[Collection(FaultsCollection.Name)]
public sealed class DisorderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SlackScene.WayIn.SocketMode)]
    [InlineData(SlackScene.WayIn.Http)]
    public async Task Events_that_come_twice_and_out_of_order_are_each_counted_once(SlackScene.WayIn way)
    {
        await using var scene = await SlackScene.BeginAsync(way, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 4);
        (scene.Workspace.Deliveries.Twice, scene.Workspace.Deliveries.Disorder) = (true, TimeSpan.FromSeconds(2));
        await chatter.TalkAsync(TimeSpan.FromSeconds(5), aSecond: 80);
        (scene.Workspace.Deliveries.Twice, scene.Workspace.Deliveries.Disorder) = (false, TimeSpan.Zero);

        await chatter.IsOnceOnTheTimelineAsync();
        Assert.Empty(scene.Workspace.Deliveries.Lost);
        scene.Workspace.HasNoViolations();
        output.WriteLine($"{way}: {chatter.Count} messages; {scene.Workspace.Clock}");
    }
}
