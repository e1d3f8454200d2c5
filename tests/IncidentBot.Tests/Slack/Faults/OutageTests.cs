using IncidentBot.Tests.Slack.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Slack's Web API cannot be reached, or is slow, while events still come in: they are acknowledged in time, and everything is said afterwards, once.</summary>
[Collection(FaultsCollection.Name)]
public sealed class OutageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SlackScene.WayIn.SocketMode)]
    [InlineData(SlackScene.WayIn.Http)]
    public async Task While_Slack_is_down_everything_is_acknowledged_and_said_later(SlackScene.WayIn way)
    {
        await using var scene = await SlackScene.BeginAsync(way, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 1);
        scene.Workspace.Faults.IsDown = true;
        foreach (var number in new[] { "one", "two", "three" }) Assert.True((await scene.Ben.CommandAsync(room, $"action Write down {number}")).Acked);
        Assert.True((await scene.Chidi.CommandAsync(room, "start")).Acked); // its form cannot be opened
        await chatter.TalkAsync(TimeSpan.FromSeconds(6));
        scene.Workspace.Faults.IsDown = false;

        await chatter.IsOnceOnTheTimelineAsync();
        foreach (var number in new[] { "one", "two", "three" }) Assert.Single(scene.Workspace.Messages(room), message => message.IsByBot && message.Text.Contains($"Write down {number}", StringComparison.Ordinal));
        Assert.Empty(scene.Workspace.Deliveries.Lost);
        scene.Workspace.HasNoViolations();
        output.WriteLine($"{way}: {chatter.Count} messages while Slack was down; {scene.Workspace.Clock}");
    }

    [Theory]
    [InlineData(SlackScene.WayIn.SocketMode)]
    [InlineData(SlackScene.WayIn.Http)]
    public async Task While_Slack_is_slow_everything_is_acknowledged_in_time(SlackScene.WayIn way)
    {
        await using var scene = await SlackScene.BeginAsync(way, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 2);
        scene.Workspace.Faults.Slowness = TimeSpan.FromSeconds(4);
        Assert.True((await scene.Ben.CommandAsync(room, "action Write it down")).Acked);
        Assert.True((await scene.Chidi.CommandAsync(room, "start")).Acked); // its form is opened too late
        await chatter.TalkAsync(TimeSpan.FromSeconds(3));
        scene.Workspace.Faults.Slowness = TimeSpan.Zero;

        await chatter.IsOnceOnTheTimelineAsync();
        Assert.Single(scene.Workspace.Messages(room), message => message.IsByBot && message.Text.Contains("Write it down", StringComparison.Ordinal));
        scene.Workspace.HasNoViolations();
        output.WriteLine($"{way}: {chatter.Count} messages while Slack was slow; {scene.Workspace.Clock}");
    }
}
