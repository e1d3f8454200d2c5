using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Teams.Faults;

/// <summary>Teams did what it was asked, and its answer was lost: where the history can be read one looks before one asks again.</summary>
[Collection(FaultsCollection.Name)]
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_done_is_not_done_again(bool dropped)
    {
        await using var scene = await TeamsScene.BeginAsync(null, FaultsCollection.Quiet);
        Lose("create");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        await scene.SettlesAsync();
        Lose("send");
        Lose("update");
        scene.Ben.Replies(room, "@IncidentBot action Write it down");
        await scene.HearsUnderAsync(room, "Write it down");
        scene.Ben.Replies(room, "@IncidentBot severity sev1");
        await scene.ShowsAsync(room, "SEV1");
        await scene.SettlesAsync();
        Lose("send");
        await scene.TimelineAsync(scene.Ana, room);
        await scene.SettlesAsync();

        var posts = scene.Teams.Messages("incidents");
        Assert.Single(posts, message => message.IsByBot && message.HasButton("Take command"));
        Assert.Single(posts, message => message.IsByBot && message.Words.Contains("Write it down", StringComparison.Ordinal));
        Assert.Single(posts, message => TeamsScene.Download(message) is not null);
        Assert.True(scene.Teams.Faults.AreSpent);
        scene.Teams.HasNoViolations();

        void Lose(string operation) => scene.Teams.Faults.Next(operation, dropped ? new Fault.Dropped(AfterDoing: true) : new Fault.Broken(502, AfterDoing: true));
    }

    [Fact]
    public async Task What_was_not_done_is_done()
    {
        await using var scene = await TeamsScene.BeginAsync(null, FaultsCollection.Quiet);
        foreach (var operation in new[] { "create", "send", "member", "team", "token" })
        {
            scene.Teams.Faults.Next(operation, new Fault.Broken(502));
            scene.Teams.Faults.Next(operation, new Fault.Dropped(AfterDoing: false));
        }

        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        scene.Ben.Replies(room, "@IncidentBot action Write it down");
        await scene.HearsUnderAsync(room, "Write it down");
        await scene.SettlesAsync();

        Assert.Single(scene.Teams.Messages("incidents"), message => message.IsByBot && message.HasButton("Take command"));
        scene.Teams.HasNoViolations();
    }
}
