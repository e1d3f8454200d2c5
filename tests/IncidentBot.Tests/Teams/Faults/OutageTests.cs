using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>The Connector cannot be reached, is slow, throttles, or answers 412 and 502, while activities still come in: they are acknowledged in time, and everything is said afterwards, once.</summary>
[Collection(FaultsCollection.Name)]
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly string[] Numbers = ["one", "two", "three"];

    [Fact]
    public async Task While_Teams_is_down_everything_is_acknowledged_and_said_later() => await BreaksAsync((scene, chatter) => WhileAsync(
        on => scene.Teams.Faults.IsDown = on, () => chatter.TalkAsync(TimeSpan.FromSeconds(6), aSecond: 30)));

    [Fact]
    public async Task While_Teams_is_slow_everything_is_acknowledged_in_time() => await BreaksAsync((scene, chatter) => WhileAsync(
        on => scene.Teams.Faults.Slowness = on ? TimeSpan.FromSeconds(4) : TimeSpan.Zero, () => chatter.TalkAsync(TimeSpan.FromSeconds(3), aSecond: 30)));

    [Fact]
    public async Task A_storm_of_429_delays_what_is_said_and_loses_nothing() => await BreaksAsync((scene, chatter) =>
    {
        scene.Teams.Faults.Next("send", new Fault.Throttled("1"), times: 3);
        scene.Teams.Faults.Next("send", new Fault.Throttled(null));
        scene.Teams.Faults.Next("update", new Fault.Throttled("2"), times: 2);
        scene.Teams.Faults.Next("graph", new Fault.Throttled("1"), times: 2);
        scene.Teams.Faults.Next("token", new Fault.Throttled("1"));
        scene.Teams.Login.RevokeAll();
        return chatter.TalkAsync(TimeSpan.FromSeconds(2), aSecond: 20);
    });

    [Fact]
    public async Task Preconditions_and_bad_gateways_are_tried_again() => await BreaksAsync((scene, chatter) =>
    {
        scene.Teams.Faults.Next("send", new Fault.Broken(412), times: 2);
        scene.Teams.Faults.Next("send", new Fault.Broken(502));
        scene.Teams.Faults.Next("send", new Fault.Broken(503));
        scene.Teams.Faults.Next("update", new Fault.Broken(412));
        scene.Teams.Faults.Next("update", new Fault.Broken(504));
        return chatter.TalkAsync(TimeSpan.FromSeconds(2), aSecond: 20);
    });

    private async Task BreaksAsync(Func<TeamsScene, Chatter, Task> breaks)
    {
        await using var scene = await TeamsScene.BeginAsync(null, FaultsCollection.Quiet);
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        await scene.SettlesAsync();
        var chatter = new Chatter(scene, room, seed: 1);
        foreach (var number in Numbers) scene.Ben.Replies(room, $"@IncidentBot action Write down {number}");
        var broken = breaks(scene, chatter);
        scene.Chidi.Replies(room, "@IncidentBot severity sev1");
        await broken;

        await scene.ShowsAsync(room, "SEV1");
        await chatter.IsOnceOnTheTimelineAsync();
        foreach (var number in Numbers) Assert.Single(scene.Teams.Messages("incidents"), message => message.IsByBot && message.Words.Contains($"Write down {number}", StringComparison.Ordinal));
        Assert.Empty(scene.Teams.Deliveries.Lost);
        Assert.True(scene.Teams.Faults.AreSpent);
        scene.Teams.HasNoViolations();
        output.WriteLine($"{chatter.Count} messages meanwhile; {scene.Teams.Deliveries.Bot!.Clock}");
    }

    private static async Task WhileAsync(Action<bool> set, Func<Task> meanwhile)
    {
        set(true);
        await meanwhile();
        set(false);
    }
}
