using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.People;
using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>One running program for all stories of a class. Each declares an incident of its own.</summary>
public sealed class HeardWholly : IAsyncLifetime
{
    private TeamsScene? _scene;

    public TeamsScene Scene => _scene!;

    public async ValueTask InitializeAsync() => _scene = await TeamsScene.BeginAsync(null, "--Incidents:PromptAfter", "00:00:01", "--Reminders:Schedule", "* * * * *", "--Reminders:QuietHours", "", "--Reminders:Weekends", "true");

    public async ValueTask DisposeAsync()
    {
        if (_scene is not null) await _scene.DisposeAsync();
    }
}

/// <summary>Stories in a Teams tenant whose owners let the bot hear everything.</summary>
public sealed class TeamsStories(HeardWholly heard) : IClassFixture<HeardWholly>
{
    private TeamsScene Scene => heard.Scene;

    private TeamsWorkspace Teams => Scene.Teams;

    private TeamsPerson Ana => Scene.Ana;

    private TeamsPerson Ben => Scene.Ben;

    [Fact]
    public Task From_the_first_alarm_to_the_draft_in_a_channel() => new ChannelFlow(Scene).TellAsync();

    [Fact]
    public async Task A_start_without_a_title_offers_its_form_by_a_button()
    {
        Ana.Says("general", "@IncidentBot start");
        var offer = await Scene.HearsAsync("general", "", message => message.Buttons.Any(button => (string?)button["data"]?["msteams"]?["type"] == "task/fetch"));
        var opened = await Ana.PressAsync(offer, (string)offer.Buttons[0]["title"]!);
        await Ana.SubmitAsync(opened.Dialog!, ("title", "search is slow"), ("severity", "SEV3"));

        var card = await Scene.HearsAsync("general", "search is slow", message => message.HasButton("Take command"));

        Assert.Contains("SEV3", card.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_client_presses_buttons_too()
    {
        var card = await Scene.DeclareAsync(Ana, "an old client is in use");
        await Ben.PressAsOldClientAsync(card, "Take command");

        await Scene.ShowsAsync(card, "Ben Okafor");
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_answered()
    {
        Ana.Says("general", "@IncidentBot statsu");
        await Scene.ToldOrHeardAsync(Ana, "general", "status");
    }

    [Fact]
    public async Task In_the_chat_with_the_bot_plain_words_are_commands()
    {
        Ben.SaysDirectly("help");
        await Scene.ToldAsync(Ben, "general", "start");
        Ben.SaysDirectly("list");
        await Teams.UntilAsync(() => Ben.Direct.Count(message => message.IsByBot) >= 2, "the list");
        var known = Teams.Messages("incidents").Count;
        Ben.SaysDirectly("start the office is on fire sev1");
        await Teams.UntilAsync(() => Ben.Direct.Count(message => message.IsByBot) >= 3, "a refusal");

        Assert.DoesNotContain(Teams.Messages("incidents").Skip(known), message => message.Words.Contains("office is on fire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_chat_is_the_room_itself()
    {
        Teams.AddGroupChat("payments call", withBot: true, "ana", "ben", "chidi");
        Teams.Install("payments call", Ana);
        var before = Ben.Says("payments call", "that was before the incident");
        var card = await Scene.DeclareAsync(Ana, "payments are slow sev3", "payments call");
        Ben.Says("payments call", "and this is in it");
        Ben.Says("payments call", "@IncidentBot resolve gave it more memory");
        await Teams.UntilAsync(() => card.HasButton("Start the postmortem"), "the review is offered");
        Ana.Says("payments call", "@IncidentBot postmortem");
        var question = await Scene.HearsAsync("payments call", "of 10 · Summary", message => message.Buttons.Count > 0);
        Ben.Says("payments call", "that line is talk and no answer");
        Ben.Says("payments call", "@IncidentBot Payments were slow for an hour.");
        await Scene.SettlesAsync();
        Ana.Says("payments call", "@IncidentBot done");
        var offered = await Scene.HearsAsync("payments call", "", message => TeamsScene.Download(message) is not null);
        var draft = await Scene.DownloadAsync(offered);

        Assert.Contains("Payments were slow for an hour.", draft, StringComparison.Ordinal);
        Assert.Contains("and this is in it", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Text, draft, StringComparison.Ordinal);
        Assert.All(Teams.Messages("payments call"), message => Assert.Null(message.Root));
    }
}
