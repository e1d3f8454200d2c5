using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.People;
using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>Stories in a Slack workspace. They are the same whichever way events come in.</summary>
public abstract class SlackStories(SlackScenes scenes) : IAsyncLifetime
{
    private SlackScene Scene => scenes.Scene;

    private SlackWorkspace Workspace => Scene.Workspace;

    private SlackPerson Ana => Scene.Ana;

    private SlackPerson Ben => Scene.Ben;

    [Fact]
    public Task From_the_first_alarm_to_the_draft() => new WholeFlow(Scene).TellAsync();

    [Fact]
    public async Task A_channel_becomes_the_room_of_a_running_incident()
    {
        Workspace.AddChannel("payments", isPrivate: false, withApp: true, "ana", "ben");
        Ben.Say("payments", "that was before the incident");
        Assert.True((await Ana.CommandAsync("payments", "start here payments are slow sev3")).Acked);
        var card = await Scene.LivingCardAsync("payments");
        Ben.Say("payments", "and this is in it");
        Ana.Rename("payments", "payments-slow");

        var timeline = await Scene.TimelineAsync(Ana, "payments-slow");

        Assert.Contains("payments are slow", card.Words, StringComparison.Ordinal);
        Assert.Contains("and this is in it", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("before the incident", timeline, StringComparison.Ordinal);
        Assert.Equal("", Workspace.Channel("payments-slow").Topic);
    }

    [Fact]
    public async Task A_private_incident_has_a_private_room_and_is_announced_nowhere()
    {
        var announced = Workspace.Messages("incidents").Count;
        var room = await Scene.DeclareAsync(Ana, "keys were leaked sev1 private");
        await Scene.SettlesAsync();

        Assert.True(Workspace.Channel(room).IsPrivate);
        Assert.Equal([Workspace.State.Bot.Id, Ana.Id], Workspace.Channel(room).Members);
        Assert.DoesNotContain(Workspace.Messages("incidents").Skip(announced), message => message.Words.Contains("keys were leaked", StringComparison.Ordinal));
        await Ben.CommandAsync("general", "list");
        Assert.DoesNotContain("keys were leaked", (await Scene.WhisperedAsync(Ben, "general", "")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_is_declared_in_a_form()
    {
        await Ana.CommandAsync("general", "start");
        var view = await Scene.ViewAsync(Ana);

        Assert.Empty(await Ana.SubmitAsync(view, ("title", "search is empty & slow <again>"), ("severity", "SEV3"), ("service", "search")));

        var card = await Workspace.EventuallyAsync(() => Workspace.State.Conversations.FirstOrDefault(channel => channel.Name.EndsWith("search-is-empty-slow-again", StringComparison.Ordinal))?.Messages.FirstOrDefault(message => message.IsPinned), "the living card");
        Assert.Contains("search is empty &amp; slow &lt;again&gt;", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_is_declared_from_anywhere_by_a_shortcut()
    {
        await Ben.ShortcutAsync("incident.declare");

        Assert.Empty(await Ben.SubmitAsync(await Scene.ViewAsync(Ben), ("title", "mail is late")));

        await Workspace.UntilAsync(() => Workspace.State.Conversations.Any(channel => channel.Name.EndsWith("mail-is-late", StringComparison.Ordinal) && channel.Members.Contains(Ben.Id)), "the room, with ben in it");
    }

    [Fact]
    public async Task A_trigger_that_took_too_long_is_answered_in_words()
    {
        Workspace.Faults.Next("views.open", new Workspace.Api.Fault.Refused("expired_trigger_id"));

        Assert.True((await Ben.CommandAsync("incidents", "start")).Acked);

        await Workspace.UntilAsync(() => Ben.SeesAlone("incidents").Count > 0, "an answer in words");
        Assert.Null(Ben.View);
    }

    [Fact]
    public async Task A_word_that_is_no_command_gets_the_nearest_one()
    {
        await Ana.CommandAsync("general", "strat checkout is failing");

        await Scene.WhisperedAsync(Ana, "general", "start");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Whatever the story: nothing was done that Slack forbids, and everything was acknowledged.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Scene.SettlesAsync();
        Workspace.HasNoViolations();
        Assert.Empty(Workspace.Deliveries.Lost);
    }
}

public sealed class SocketModeStories(SocketModeScene scene) : SlackStories(scene), IClassFixture<SocketModeScene>;

public sealed class HttpStories(HttpScene scene) : SlackStories(scene), IClassFixture<HttpScene>;
