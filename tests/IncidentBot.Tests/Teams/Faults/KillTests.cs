using System.Globalization;
using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace;
using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>The program is killed under load, and people go on talking while it is down. What was heard is not lost, what was missed comes again or is read from the history, and the draft says so.</summary>
[Collection(FaultsCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    /// <param name="redelivers">Whether Teams sends again what was not taken; else the history is all there is.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_under_load_three_times(bool redelivers)
    {
        var options = new WorkspaceOptions();
        await using var scene = await TeamsScene.BeginAsync(redelivers ? options : options with { RetryAfter = [] }, FaultsCollection.Quiet);
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        await scene.SettlesAsync();
        var chatter = new Chatter(scene, room, seed: 5, deletes: redelivers);
        var commands = 0;
        for (var kill = 0; kill < 3; kill++)
        {
            scene.Ben.Replies(room, string.Create(CultureInfo.InvariantCulture, $"@IncidentBot action Write down kill {kill}"));
            commands++;
            if (!redelivers) await scene.Teams.UntilAsync(() => scene.Teams.Deliveries.IsQuiet, "the command is taken");
            var talking = chatter.TalkAsync(TimeSpan.FromSeconds(4), aSecond: 30);
            await scene.Teams.UntilAsync(() => chatter.Count > 30 * (kill + 1), "some was said");
            await scene.KillAsync();
            await talking;
            await scene.StartAsync();
        }

        await chatter.IsOnceOnTheTimelineAsync();
        for (var kill = 0; kill < 3; kill++) Assert.Single(scene.Teams.Messages("incidents"), message => message.IsByBot && message.Words.Contains(string.Create(CultureInfo.InvariantCulture, $"Write down kill {kill}"), StringComparison.Ordinal));
        Assert.Single(scene.Teams.Messages("incidents"), message => message.HasButton("Take command"));
        await DraftSaysSoAsync(scene, room);
        scene.Teams.HasNoViolations();
        output.WriteLine($"{chatter.Count} messages, {commands} commands; {scene.Teams.Deliveries.Redelivered} sent again, {scene.Teams.Deliveries.Lost.Count} never taken; {scene.Teams.Deliveries.Bot!.Clock}");
    }

    private static async Task DraftSaysSoAsync(TeamsScene scene, Workspace.State.Message room)
    {
        scene.Ana.Replies(room, "@IncidentBot resolve restarted it");
        await scene.ShowsAsync(room, "Resolved");
        scene.Ana.Replies(room, "@IncidentBot postmortem");
        var review = await scene.HearsAsync("incidents", "Postmortem review", message => message.IsRoot);
        await scene.SettlesAsync();
        scene.Ana.Replies(review, "done");
        var draft = await scene.DownloadAsync(await scene.HearsAsync("incidents", "", message => message.Root == review.Id && TeamsScene.Download(message) is not null));
        new DraftText(draft).IsComplete(room.Replies.Count(message => !message.IsByBot));
    }
}
