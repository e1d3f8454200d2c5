using System.Globalization;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Slack.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Slack says that it is called too often: one waits as long as it asks, and says everything once all the same.</summary>
[Collection(FaultsCollection.Name)]
public sealed class RateLimitTests
{
    [Fact]
    public async Task A_storm_of_429_delays_what_is_said_and_loses_nothing()
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.SocketMode, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(3).ToString("R", CultureInfo.InvariantCulture);
        scene.Workspace.Faults.Next("chat.postMessage", new Fault.RateLimited("1"), times: 3);
        scene.Workspace.Faults.Next("chat.postMessage", new Fault.RateLimited(soon));
        scene.Workspace.Faults.Next("chat.update", new Fault.RateLimited("2"), times: 2);
        scene.Workspace.Faults.Next("conversations.history", new Fault.RateLimited("1"), times: 2);
        foreach (var number in new[] { "one", "two", "three" }) Assert.True((await scene.Ben.CommandAsync(room, $"action Write down {number}")).Acked);
        await scene.Ana.CommandAsync(room, "severity sev1");
        await scene.Workspace.UntilAsync(() => scene.Workspace.Channel(room).Topic.Contains("SEV1", StringComparison.Ordinal), "the severity is changed");

        var timeline = await scene.TimelineAsync(scene.Ana, room);

        Assert.Contains("Write down three", timeline, StringComparison.Ordinal);
        foreach (var number in new[] { "one", "two", "three" }) Assert.Single(scene.Workspace.Messages(room), message => message.IsByBot && message.Text.Contains($"Write down {number}", StringComparison.Ordinal));
        Assert.Contains("SEV1", (await scene.LivingCardAsync(room)).Words, StringComparison.Ordinal);
        scene.Workspace.HasNoViolations();
    }

    [Fact]
    public async Task A_429_that_does_not_say_for_how_long_is_waited_for_too()
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.SocketMode, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        scene.Workspace.Faults.Next("chat.postMessage", new Fault.RateLimited(null));
        await scene.Ben.CommandAsync(room, "action Write it down");

        await scene.HearsAsync(room, "Write it down");

        var posts = scene.Workspace.Api.CallsOf("chat.postMessage").TakeLast(2).ToList();
        Assert.Equal("429", posts[0].Outcome);
        Assert.InRange(posts[1].At - posts[0].At, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    /// <summary>Each method has its own limit: what is told about one says nothing about the others.</summary>
    [Fact]
    public async Task A_method_that_must_rest_for_an_hour_holds_up_no_other()
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.SocketMode, null, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        scene.Workspace.Faults.Next("conversations.setTopic", new Fault.RateLimited("3600"));
        await scene.Ana.CommandAsync(room, "severity sev1");
        await scene.Ana.CommandAsync(room, "action Say it nevertheless");

        await scene.HearsAsync(room, "Say it nevertheless");

        await scene.Workspace.UntilAsync(() => scene.Workspace.Messages(room).Any(message => message.IsPinned && message.Words.Contains("SEV1", StringComparison.Ordinal)), "the living card shows the severity");
        scene.Workspace.HasNoViolations();
    }
}
