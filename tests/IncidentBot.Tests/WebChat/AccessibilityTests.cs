using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.WebChat;

/// <summary>No violation of serious or critical impact, wide and narrow, light and dark.</summary>
[Collection(OpenChatCollection.Name)]
public sealed class AccessibilityTests(OpenChat chat)
{
    public static TheoryData<int, bool> Screens => new() { { 1280, false }, { 1280, true }, { 390, false }, { 390, true } };

    [Theory, MemberData(nameof(Screens))]
    public async Task A_channel_with_cards_and_a_thread(int width, bool dark)
    {
        await using var ana = await chat.AsAsync("ana", "incidents", width, dark);
        var words = OpenChat.Unique("It is down, see https://example.com @Ben");
        await ana.SaysAsync(words);
        await ana.SaysAsync("/incident help");
        await Expect(ana.Row("Only visible to you")).ToBeVisibleAsync();
        await ana.OnAsync(ana.Row(words), "Highlight with 📌");
        await CheckAsync(ana);
        await ana.OnAsync(ana.Row(words), "Reply in thread");
        await Expect(ana.ReplyBox).ToBeVisibleAsync();
        await CheckAsync(ana);
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task Suggestions_and_a_form_with_faults(int width, bool dark)
    {
        await using var ana = await chat.AsAsync("ana", "general", width, dark);
        await ana.Box.PressSequentiallyAsync("/incident s");
        await Expect(ana.Suggestions).ToBeVisibleAsync(); // before that an arrow moves the caret
        await ana.Box.PressAsync("ArrowDown");
        await Expect(ana.Suggestions.GetByRole(AriaRole.Option, new() { Selected = true })).ToBeVisibleAsync();
        await CheckAsync(ana);
        await ana.SaysAsync("/remind me");
        await Expect(ana.Page.GetByText("/remind is no command here")).ToBeVisibleAsync();
        await CheckAsync(ana);
        await ana.SaysAsync("/incident start");
        await ana.Button("Declare").ClickAsync();
        await Expect(ana.Page.GetByText("Please fill this in.")).ToBeVisibleAsync();
        await CheckAsync(ana);
    }

    [Theory, MemberData(nameof(Screens))]
    public async Task Channels_members_and_menus(int width, bool dark)
    {
        await using var ana = await chat.AsAsync("ana", "general", width, dark);
        if (width < 600)
        {
            await ana.Button("Open channels").ClickAsync();
            await Expect(ana.Button("Create a channel")).ToBeVisibleAsync();
            await CheckAsync(ana);
        }
        await ana.Button("Create a channel").ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(ana);
        await ana.Page.ReloadAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Members" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(ana);
    }

    private static async Task CheckAsync(Speaker speaker)
    {
        // Colours and shadows fade in; what is measured is what stays.
        await speaker.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))");
        var found = await speaker.Page.RunAxe();
        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical");
        Assert.Empty(serious.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }
}
