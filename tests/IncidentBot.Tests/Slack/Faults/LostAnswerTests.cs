using IncidentBot.Tests.Slack.EndToEnd;
using IncidentBot.Tests.Slack.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Faults;

/// <summary>Slack did what it was asked, and its answer was lost: one looks before one asks again.</summary>
[Collection(FaultsCollection.Name)]
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_done_is_not_done_again(bool dropped)
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.Http, null, "--Incidents:PromptAfter", "7.00:00:00");
        Lose("conversations.create");
        Lose("conversations.setTopic");
        Lose("conversations.invite");
        Lose("chat.postMessage", times: 2);
        Lose("pins.add");
        Lose("bookmarks.add");
        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        await scene.SettlesAsync();
        Lose("chat.postMessage");
        Lose("reactions.add");
        await scene.Ben.CommandAsync(room, "action Write it down");
        await scene.HearsAsync(room, "Write it down");
        Lose("files.completeUploadExternal");
        await scene.TimelineAsync(scene.Ana, room);
        await scene.SettlesAsync();

        Assert.Single(scene.Workspace.State.Conversations, channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));
        var said = scene.Workspace.Messages(room).Where(message => message is { IsByBot: true, Subtype: null or "file_share" }).ToList();
        Assert.Equal(3, said.Count); // the living card, the action item, the file
        Assert.Single(scene.Workspace.Messages("incidents"), message => message.Words.Contains("checkout is failing", StringComparison.Ordinal));
        Assert.Single(scene.Workspace.Channel(room).Bookmarks);
        scene.Workspace.HasNoViolations();

        void Lose(string method, int times = 1) => scene.Workspace.Faults.Next(method, dropped ? new Fault.Dropped(AfterDoing: true) : new Fault.ServerError(AfterDoing: true), times);
    }

    [Fact]
    public async Task What_was_not_done_is_done()
    {
        await using var scene = await SlackScene.BeginAsync(SlackScene.WayIn.Http, null, "--Incidents:PromptAfter", "7.00:00:00");
        foreach (var method in new[] { "conversations.create", "conversations.invite", "chat.postMessage", "pins.add", "users.info", "auth.test" })
        {
            scene.Workspace.Faults.Next(method, new Fault.ServerError(AfterDoing: false));
            scene.Workspace.Faults.Next(method, new Fault.Dropped(AfterDoing: false));
        }

        var room = await scene.DeclareAsync(scene.Ana, "checkout is failing sev2");
        await scene.SettlesAsync();

        Assert.Contains(scene.Ana.Id, scene.Workspace.Channel(room).Members);
        Assert.Single(scene.Workspace.Messages(room), message => message is { IsByBot: true, Subtype: null });
        await scene.HearsAsync("incidents", "checkout is failing");
    }
}
