using IncidentBot.Tests.Slack.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>The program is killed under load, and people go on talking while it is down. What was heard is not lost, what was missed is read from Slack's history, and the draft says so.</summary>
[Collection(FaultsCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SlackScene.WayIn.SocketMode)]
    [InlineData(SlackScene.WayIn.Http)]
    public async Task Killed_under_load_three_times(SlackScene.WayIn way)
    {
        await using var scene = await SlackScene.BeginAsync(way, new() { RetryAfter = [TimeSpan.Zero, TimeSpan.FromSeconds(0.5)] }, "--Incidents:PromptAfter", "7.00:00:00");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        var chatter = new Chatter(scene, room, seed: 5, deletes: false);
        for (var kill = 0; kill < 3; kill++)
        {
            var talking = chatter.TalkAsync(TimeSpan.FromSeconds(4));
            Assert.True((await scene.Ben.CommandAsync(room, $"action Write down kill {kill.ToString(System.Globalization.CultureInfo.InvariantCulture)}")).Acked);
            await scene.Workspace.UntilAsync(() => chatter.Count > 40 * (kill + 1), "some was said");
            await scene.KillAsync();
            await talking;
            await scene.StartAsync();
        }

        await chatter.IsOnceOnTheTimelineAsync();
        for (var kill = 0; kill < 3; kill++) Assert.Single(scene.Workspace.Messages(room), message => message.IsByBot && message.Text.Contains($"Write down kill {kill.ToString(System.Globalization.CultureInfo.InvariantCulture)}", StringComparison.Ordinal));
        Assert.Single(scene.Workspace.Messages(room), message => message.IsPinned);
        await DraftSaysSoAsync(scene, room, chatter);
        scene.Workspace.HasNoViolations();
        output.WriteLine($"{way}: {chatter.Count} messages; {scene.Workspace.Deliveries.Lost.Count} events never taken; {scene.Workspace.Clock}");
    }

    private static async Task DraftSaysSoAsync(SlackScene scene, string room, Chatter chatter)
    {
        await scene.Ana.CommandAsync(room, "resolve restarted it");
        await scene.Ana.CommandAsync(room, "postmortem");
        var review = await scene.HearsAsync(room, "Postmortem review");
        await scene.SettlesAsync();
        scene.Ana.Reply(review, "done");
        var file = (await scene.Workspace.EventuallyAsync(() => review.Replies.FirstOrDefault(reply => reply.Files.Count > 0), "the draft")).Files[0];
        new DraftText(file.Text).IsComplete(chatter.Count);
    }
}
