using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.WebChat;

[Collection(OpenChatCollection.Name)]
public sealed class ChannelPageTests(OpenChat chat)
{
    [Fact]
    public async Task A_private_channel_is_created_joined_by_invitation_and_deleted()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        await using var ben = await chat.AsAsync("ben", "general");
        var name = OpenChat.Unique("secret").Replace(' ', '-');
        await ana.Button("Create a channel").ClickAsync();
        await ana.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await ana.Page.GetByRole(AriaRole.Switch, new() { Name = "Private: only members see it" }).CheckAsync();
        await ana.Button("Create channel").ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("#" + name);
        await Expect(Link(ana, name)).ToBeVisibleAsync();
        await Expect(Link(ben, name)).ToHaveCountAsync(0);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Members" }).ClickAsync();
        await ana.Button("Add Ben").ClickAsync();
        await Link(ben, name).ClickAsync();
        await Expect(ben.Row("added Ben")).ToBeVisibleAsync();
        await ana.Page.Keyboard.PressAsync("Escape");
        await ana.Button("Channel menu").ClickAsync();
        await ana.Page.GetByText("Delete channel").ClickAsync();
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete channel" }).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("#general");
        await Expect(Link(ben, name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_left_a_channel_can_join_it_again()
    {
        await using var dana = await chat.AsAsync("dana", "random");
        await dana.Button("Channel menu").ClickAsync();
        await dana.Page.GetByText("Leave channel").ClickAsync();
        await Expect(dana.Box).ToHaveCountAsync(0);
        await dana.Button("Join channel").ClickAsync();
        await Expect(dana.Box).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_people_speak_directly()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        await using var ben = await chat.AsAsync("ben", "general");
        var words = OpenChat.Unique("Lunch?");
        await Link(ana, "Ben").ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ben");
        await ana.SaysAsync(words);
        await Link(ben, "Ana 1 unread").ClickAsync();
        await Expect(ben.Row(words)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_channel_of_ten_thousand_messages_opens_at_its_end_and_goes_back_as_one_scrolls()
    {
        await using var ana = await chat.AsAsync("ana", "long");
        await Expect(ana.Row($"Message number {OpenChat.LongChannel}")).ToBeInViewportAsync();
        Assert.InRange(await ana.Log.GetByRole(AriaRole.Listitem).CountAsync(), 20, 200);
        await ana.Row("Message number 9950").ScrollIntoViewIfNeededAsync();
        await ana.Button("Show older messages").ScrollIntoViewIfNeededAsync();
        await Expect(ana.Row("Message number 9900")).ToBeAttachedAsync();
    }

    [Fact]
    public async Task The_arrow_keys_go_from_message_to_message_and_Tab_to_what_can_be_done_with_one()
    {
        await using var ana = await chat.AsAsync("ana", "long");
        await ana.Row("Message number 10000").FocusAsync();
        await ana.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(ana.Row("Message number 9999")).ToBeFocusedAsync();
        await ana.Page.Keyboard.PressAsync("Tab");
        await Expect(ana.Row("Message number 9999").GetByRole(AriaRole.Button, new() { Name = "Highlight with 📌" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_narrow_screen_the_channels_open_over_the_conversation_and_close_when_one_is_chosen()
    {
        await using var ana = await chat.AsAsync("ana", "general", width: 390);
        await Expect(Link(ana, "checkout")).ToBeHiddenAsync();
        await ana.Button("Open channels").ClickAsync();
        await Link(ana, "checkout").ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("#checkout");
        await Expect(Link(ana, "checkout")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_colours_follow_the_system_until_one_chooses_and_the_choice_stays()
    {
        await using var ana = await chat.AsAsync("ana", "general", dark: true);
        await ana.Button("Use light colours").ClickAsync();
        await Expect(ana.Button("Use dark colours")).ToBeVisibleAsync();
        await ana.Page.ReloadAsync();
        await Expect(ana.Button("Use dark colours")).ToBeVisibleAsync();
    }

    private static ILocator Link(Speaker speaker, string name) => speaker.Page.GetByRole(AriaRole.Navigation, new() { IncludeHidden = true }).GetByRole(AriaRole.Link, new() { Name = name, IncludeHidden = true });
}
