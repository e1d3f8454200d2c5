using IncidentBot.Tests.Slack.Workspace.People;
using Xunit;

namespace IncidentBot.Tests.Slack.Node;

/// <summary>The double is honest: what Slack's own SDK does with Slack, it does with the double.</summary>
public sealed class BoltTests(BoltApp app) : IClassFixture<BoltApp>
{
    private SlackPerson Ana => app.Workspace.Person("ana");

    [Fact]
    public async Task A_command_opens_a_room_with_a_pinned_card()
    {
        var answer = await Ana.CommandAsync("general", "desk-one", "/desk");

        Assert.True(answer.Acked);
        await app.Workspace.UntilAsync(() => Ana.SeesAlone("general").Any(message => message.Words == "It is open: desk-one"), "it is said to ana");
        Assert.Contains(Ana.SeesAlone("general"), message => message.Words == "Opening desk-one");
        var room = app.Workspace.Channel("desk-one");
        Assert.Equal("at work", room.Topic);
        Assert.Contains(Ana.Id, room.Members);
        var card = Assert.Single(room.Messages, message => message.IsPinned);
        Assert.Equal("second words\nsecond *words*\nAsk", card.Words);
        Assert.Single(room.Bookmarks);
    }

    [Fact]
    public async Task A_message_is_answered_in_its_thread()
    {
        var said = Ana.Say("incidents", "hello everybody");

        await app.Workspace.UntilAsync(() => said.Replies.Count == 1, "a reply");
        Assert.Equal($"Hello <@{Ana.Id}>", said.Replies[0].Text);
        Assert.Contains("eyes", said.Reactions.Keys);
    }

    [Fact]
    public async Task A_mention_is_answered_to_one_person_only()
    {
        var before = Ana.SeesAlone("incidents").Count;
        Ana.Say("incidents", "are you there, @incidentbot?");

        await app.Workspace.UntilAsync(() => Ana.SeesAlone("incidents").Skip(before).Any(message => message.Text == "At your service"), "an answer for ana");
        Assert.Empty(app.Workspace.Person("ben").SeesAlone("incidents"));
    }

    [Fact]
    public async Task A_form_shows_its_errors_and_closes_when_it_is_right()
    {
        await Ana.CommandAsync("general", "desk-form", "/desk");
        var card = await app.Workspace.EventuallyAsync(() => app.Workspace.Messages("desk-form").FirstOrDefault(message => message.Buttons.Count == 1), "a card with a button");
        await Ana.PressAsync(card, "Ask");
        var view = await app.Workspace.EventuallyAsync(() => Ana.View, "the form");

        Assert.Equal("Say a little more.", (await Ana.SubmitAsync(view, ("words", "no")))["words"]);
        Assert.Same(view, Ana.View);
        Assert.Empty(await Ana.SubmitAsync(view, ("words", "yes, please")));
        Assert.Null(Ana.View);
        await app.Workspace.UntilAsync(() => app.Workspace.Messages("desk-form").Any(message => message.Text == $"<@{Ana.Id}> answered: yes, please"), "the answer in the room");
    }

    [Fact]
    public async Task A_reaction_a_shortcut_and_the_home_tab_reach_the_app()
    {
        var said = Ana.Say("incidents", "look at this");
        Ana.React(said, "tada");
        await app.Workspace.UntilAsync(() => said.Replies.Any(reply => reply.Text == "seen :tada:"), "the reaction was seen");
        await Ana.ShortcutAsync(said, "keep");
        await app.Workspace.UntilAsync(() => said.Replies.Any(reply => reply.Text == "kept: look at this"), "the message was kept");
        Ana.OpenHome();
        await app.Workspace.UntilAsync(() => Ana.Home?.Words == "Home", "the home tab");
    }

    [Fact]
    public async Task A_file_is_uploaded_in_three_steps()
    {
        var said = Ana.Say("incidents", "a file, please");

        await app.Workspace.UntilAsync(() => said.Replies.Count == 1, "the file");
        Assert.Equal("# List\n", Assert.Single(said.Replies[0].Files).Text);
        Assert.Equal("Here it is", said.Replies[0].Text);
    }

    [Fact]
    public async Task History_is_read_in_pages()
    {
        app.Workspace.AddChannel("paged", isPrivate: false, withApp: true, "ana");
        foreach (var number in Enumerable.Range(1, 6)) Ana.Say("paged", $"number {number}");
        var asked = Ana.Say("paged", "how many");

        await app.Workspace.UntilAsync(() => asked.Replies.Count == 1, "the count");
        Assert.Equal("7 messages, 7 different, 1 here", asked.Replies[0].Text);
        Assert.Equal(4, app.Workspace.Api.CallsOf("conversations.history").Count(call => call.Arguments["channel"] == asked.Where.Id));
    }

    [Fact]
    public async Task What_is_over_a_limit_is_refused_as_Slack_refuses_it()
    {
        var said = Ana.Say("incidents", "too long");

        await app.Workspace.UntilAsync(() => said.Replies.Count == 1, "the refusal");
        Assert.Equal("refused: invalid_blocks, [ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text]", said.Replies[0].Text);
    }

    [Fact]
    public async Task The_app_comes_back_after_a_disconnect()
    {
        var opened = app.Workspace.Sockets.Opened;
        Assert.Equal(1, app.Workspace.Sockets.Refresh());
        await app.Workspace.UntilAsync(() => app.Workspace.Sockets.Opened > opened && app.Workspace.Sockets.Links.Count == 1, "a new connection");

        var said = Ana.Say("incidents", "hello again");

        await app.Workspace.UntilAsync(() => said.Replies.Count > 0, "a reply");
    }
}
