using IncidentBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The one flow, as people live through it: from the first alarm to the reminder, in a browser, over a crash.</summary>
[Collection(ProgramCollection.Name)]
public sealed class StoryTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Headings =
    [
        "## Part 1. What happened?", "**Title:**", "**Date:**", "**Authors:**", "**Status:** In Writing", "### Summary", "### Impact", "### Root causes", "### Trigger", "### Resolution", "### Detection",
        "### Lessons learned", "#### What went well?", "#### What didn't go so well?", "#### Where did we get lucky?", "## Part 2. What can we do differently next time?", "| Owners | Action items | Priority | Bug/Tickets |",
        "## Appendix", "### Timeline", "### Metrics", "### Error budget", "### Capture completeness",
    ];

    private readonly StoryScene _scene = new(chromium);

    public ValueTask InitializeAsync() => _scene.InitializeAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task An_incident_is_lived_through_from_the_declaration_to_the_reminder()
    {
        await _scene.DeclaresAsync("checkout is failing sev2 service:checkout");
        await TheyWorkOnIt();
        await TheyAnswerAPromptAndResolve();
        await TheyWriteThePostmortem();
        await TheDraftIsWhole();
        await TheOwnerIsReminded();
        await _scene.Program.SettlesAsync();
    }

    private async Task TheyWorkOnIt()
    {
        var (ana, chat, room) = (_scene.Ana, _scene.Program.Chat, _scene.Room);
        await ana.Button("Take command").ClickAsync();
        await Expect(ana.Row("Ana is now incident commander")).ToBeVisibleAsync();
        await ana.SaysAsync("Error rate is at 37 %");
        await ana.OnAsync(ana.Row("Error rate is at 37 %"), "Highlight with 📌");
        await chat.JoinAsync("ben", room);
        await using var ben = await _scene.AsAsync("ben", room);
        await ben.SaysAsync("Looks like the <b>card provider</b>");
        await Expect(ana.Row("Looks like the <b>card provider</b>")).ToBeVisibleAsync();
        await ben.OnAsync(ben.Row("card provider"), "Edit message");
        var edit = ben.Page.GetByRole(AriaRole.Textbox, new() { Name = "Edit message" });
        await edit.FillAsync("It is *not* the card provider");
        await edit.PressAsync("Enter");
        await Expect(ana.Row("It is *not* the card provider")).ToContainTextAsync("(edited)");
        await ben.SaysAsync("a line of the log that nobody should see");
        await ben.OnAsync(ben.Row("a line of the log"), "Delete message");
        await ben.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(ana.Row("a line of the log")).ToHaveCountAsync(0);
        await ana.OnAsync(ana.Row("not* the card provider"), "Reply in thread");
        await _scene.RepliesAsync("their page is green");
        await _scene.LooksAsync("1-room");
    }

    private async Task TheyAnswerAPromptAndResolve()
    {
        var ana = _scene.Ana;
        await ana.OnAsync(ana.Row("What set it off?"), "Reply in thread");
        await _scene.RepliesAsync("at 2m ago the deploy of build 4711");
        await Expect(ana.Row("Trigger, answered by Ana")).ToBeVisibleAsync();
        await ana.SaysAsync("/incident detection at 1m ago two customers wrote to support");
        await Expect(ana.Row("Detection")).ToContainTextAsync("two customers wrote to support");
        await ana.SaysAsync("/incident resolve rolled back 4711");
        await Expect(ana.Row("INC-1 is Resolved")).ToContainTextAsync("1 minute");
        await _scene.LooksAsync("2-resolved");
    }

    private async Task TheyWriteThePostmortem()
    {
        await _scene.Ana.Row("INC-1 is Resolved").GetByRole(AriaRole.Button, new() { Name = "Start the postmortem" }).ClickAsync();
        await _scene.OpensReviewAsync();
        await _scene.StandsAsync("1 of 10 · Summary");
        await _scene.AnswersAsync("A third of the payments failed until the new build was rolled back", "2 of 10 · Impact");
        await _scene.Program.Chat.SaysAsync("ben", _scene.Room, "37 % of payments failed", await _scene.ReviewThreadAsync());
        await _scene.AnswersAsync("Support answered 14 tickets", "3 of 10 · Root causes");
        await _scene.RepliesAsync("The new build read only the new token format");
        await _scene.LooksAsync("3-review");

        await _scene.DiesAndStartsAgainAsync();

        await _scene.Ana.SaysAsync("/incident postmortem");
        await Expect(_scene.Ana.Row("The question there: Root causes")).ToBeVisibleAsync();
        await _scene.OpensReviewAsync();
        await _scene.AnswersAsync("and no test had an old token", "4 of 10 · Trigger");
        await _scene.Ana.Thread.GetByRole(AriaRole.Button, new() { Name = "Use 1", Exact = true }).Last.ClickAsync();
        await _scene.AnswersAsync("Nothing else was deployed that day", "5 of 10 · Resolution");
        await _scene.AnswersAsync("The rollback to 4710", "6 of 10 · Detection");
        await _scene.AnswersAsync("Two customers told support", "7 of 10 · What went well?");
        await _scene.AnswersAsync("The rollback took four minutes", "8 of 10 · What didn't go so well?");
        await _scene.RepliesAsync("skip");
        await _scene.StandsAsync("9 of 10 · Where did we get lucky?");
        await _scene.AnswersAsync("It was a quiet Sunday", "10 of 10 · Action items");
        await _scene.RepliesAsync("Alert on the payment error rate @Ben p0 due in 3 days");
        await _scene.StandsAsync("A-1");
        await _scene.RepliesAsync("Add a step to the deploy checklist @Ana p2");
        await _scene.StandsAsync("A-2");
        await _scene.Ana.Thread.GetByRole(AriaRole.Button, new() { Name = "Done: make the draft" }).Last.ClickAsync();
        await _scene.StandsAsync("INC-1-postmortem.md");
        await _scene.LooksAsync("4-draft");
    }

    private async Task TheDraftIsWhole()
    {
        var chat = _scene.Program.Chat;
        var file = (await chat.MessagesAsync(_scene.Room)).SelectMany(message => message.Files).Single(file => file.Name == "INC-1-postmortem.md");
        var draft = await chat.FileAsync(file);
        var places = Headings.Select(heading => draft.IndexOf(heading, StringComparison.Ordinal)).ToList();
        Assert.All(places, (place, index) => Assert.True(place >= 0, $"“{Headings[index]}” is missing in\n{draft}"));
        Assert.Equal(places.Order(), places);
        foreach (var words in new[] { "37 % of payments failed — *Ben*", "Support answered 14 tickets — *Ana*", "and no test had an old token", "the deploy of build 4711", "It was a quiet Sunday", "their page is green", "4 of 4 messages, 0 gaps" })
            Assert.Contains(words, draft, StringComparison.Ordinal);
        Assert.DoesNotContain("that nobody should see", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", draft, StringComparison.Ordinal);
    }

    private async Task TheOwnerIsReminded()
    {
        await _scene.Ana.SaysAsync("/incident done A-2");
        var chat = _scene.Program.Chat;
        var direct = await _scene.Program.EventuallyAsync(async () => (await chat.ChannelsAsync("ben")).FirstOrDefault(channel => channel.Id.StartsWith("dm-", StringComparison.Ordinal) && channel.Id.Contains("ben", StringComparison.Ordinal) && channel.Id.Contains("incidentbot", StringComparison.Ordinal)), "the bot speaks to Ben directly");
        await chat.HearsAsync(direct.Id, "Alert on the payment error rate", "ben");
        await using var ben = await _scene.AsAsync("ben", direct.Id, width: 390);
        await Expect(ben.Row("A-1")).ToBeVisibleAsync();
        await _scene.LooksAsync("5-reminder-narrow", ben);
        await using var narrow = await _scene.AsAsync("ana", _scene.Room, width: 390);
        await Expect(narrow.Row("In this thread we write down")).ToBeVisibleAsync();
        await _scene.LooksAsync("6-room-narrow", narrow);
    }
}
