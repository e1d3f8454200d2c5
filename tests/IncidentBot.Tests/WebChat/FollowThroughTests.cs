using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.WebChat;

/// <summary>What comes after an incident, at the pages of the browser chat: the review with comments and approvals, two versions, action items up to the last one.</summary>
[Collection(ProgramCollection.Name)]
public sealed class FollowThroughTests(Chromium chromium) : IAsyncLifetime
{
    private const string Alert = "Alert on slow searches";
    private static readonly string[] Settings = ["--Incidents:PromptAfter", "7.00:00:00", "--Reminders:Schedule", "* * * * *", "--Reminders:QuietHours", "", "--Reminders:Weekends", "true", "--Reminders:EscalateTo", "incidents"];
    private readonly TemporaryFolder _folder = new();
    private RunningProgram? _program;
    private Speaker? _ana;
    private Speaker? _ben;
    private Speaker? _chidi;
    private string _room = "";
    private string _thread = "";

    private RunningProgram Program => _program!;

    [Fact]
    public async Task From_the_review_to_the_last_action_item()
    {
        await BeginAsync();
        await AnswerAsync();
        await CommentAsync();
        await ApproveAsync();
        await PressAsync(_ana!, "Publish");
        await Program.Chat.HearsAsync("incidents", "1, published");
        await ReviseAsync();
        await FollowUpAsync();
        await EscalateAsync();
    }

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(_folder.FullPath, Settings);

    public async ValueTask DisposeAsync()
    {
        foreach (var page in new[] { _ana, _ben, _chidi }.OfType<Speaker>()) await page.DisposeAsync();
        if (_program is not null) await _program.DisposeAsync();
        _folder.Dispose();
    }

    private async Task BeginAsync()
    {
        await using (var first = await AsAsync("ana", "general")) await Expect(first.Box).ToBeEditableAsync(); // skips where there is no Chromium
        _room = await Program.Chat.DeclareAsync("ana", "search is slow sev3");
        await SaysAsync("ana", "/incident resolve the index was rebuilt");
        await SaysAsync("ana", "/incident postmortem");
        _thread = (await Program.Chat.HearsAsync(_room, "Postmortem review")).Id;
        (_ana, _ben, _chidi) = (await AsAsync("ana", $"{_room}/{_thread}"), await AsAsync("ben", $"{_room}/{_thread}"), await AsAsync("chidi", $"{_room}/{_thread}"));
    }

    private async Task AnswerAsync()
    {
        await ReplyAsync(_ana!, "Search was slow for an hour.", "next");
        await ReplyAsync(_ana!, "Searches took longer.", "next");
        await ReplyAsync(_ana!, "@Ben forgot to rebuild the index");
        await Expect(_ana!.Thread).ToContainTextAsync("Only you see this");
        await Expect(_ben!.Thread).Not.ToContainTextAsync("Only you see this");
        await EditAsync("forgot to rebuild the index", "The rebuild is a step of its own, and nothing asks for it.");
        await ReplyAsync(_ana!, "next", "skip", "skip", "skip", "skip", "skip");
        await Expect(_ben!.Thread).ToContainTextAsync("9 of 10 · Where did we get lucky?");
        await ReplyAsync(_ben!, "It was Sunday, when few people search.");
        await PressAsync(_ben!, "Make it a safeguard…");
        await _ben!.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).First.SelectOptionAsync(new SelectOptionValue { Label = "Ana" });
        await _ben.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(_ben.Thread).ToContainTextAsync("becomes a safeguard: A-1, open");
        await ReplyAsync(_ana!, "next", "done");
        await Expect(_chidi!.Thread.GetByRole(AriaRole.Button, new() { Name = "Comment…" }).Last).ToBeVisibleAsync();
    }

    private async Task CommentAsync()
    {
        await SaysAsync("ana", "/incident postmortem review @Ben @Chidi");
        await Expect(_chidi!.Thread).ToContainTextAsync("asks Ben and Chidi to review the postmortem");
        await ReplyAsync(_chidi, "Impact: how much longer?");
        await Expect(_ana!.Thread).ToContainTextAsync("Comment 1 on Impact");
        await PressAsync(_chidi, "Approve");
        await Expect(_chidi.Thread).ToContainTextAsync("that nobody has resolved: Impact");
        await PressAsync(_ana, "Resolve");
        await Expect(_chidi.Thread).ToContainTextAsync("resolved by Ana");
    }

    private async Task ApproveAsync()
    {
        await PressAsync(_ben!, "Approve");
        await Expect(_ana!.Thread).ToContainTextAsync("Still to come: Chidi");
        await PressAsync(_chidi!, "Approve");
        await Expect(_ana.Thread.GetByRole(AriaRole.Button, new() { Name = "Publish" }).Last).ToBeVisibleAsync();
    }

    private async Task ReviseAsync()
    {
        await EditAsync("Searches took longer.", "Searches took nine seconds instead of one.");
        await Expect(_ana!.Thread).ToContainTextAsync("version 2 is In Writing now");
        await SaysAsync("ana", "/incident postmortem review");
        await SaysAsync("ben", "/incident postmortem approve");
        await SaysAsync("chidi", "/incident postmortem approve");
        await Program.SettlesAsync();
        await Expect(_ana!.Thread.GetByText("it is Reviewed and can be published")).ToHaveCountAsync(2);
        await PressAsync(_ana, "Publish");
        await Program.Chat.HearsAsync("incidents", "Impact changed");
        Assert.Single(await Program.Chat.MessagesAsync("incidents"), message => message.Words.Contains("Postmortem published", StringComparison.Ordinal));
        var first = await Program.Chat.AnswerAsync("chidi", _room, "/incident postmortem version 1", answer => answer.Files.Count > 0);
        Assert.Contains("Searches took longer.", await Program.Chat.FileAsync(first.Files[0]), StringComparison.Ordinal);
        var second = (await Program.Chat.MessagesAsync(_room)).Last(message => message.Text.Contains("published version 2", StringComparison.Ordinal) && message.Files.Count > 0);
        Assert.Contains("  - now: Searches took nine seconds instead of one.", await Program.Chat.FileAsync(second.Files[0]), StringComparison.Ordinal);
    }

    private async Task FollowUpAsync()
    {
        var direct = await Program.EventuallyAsync(async () => (await Program.Chat.ChannelsAsync()).FirstOrDefault(channel => channel.Id.Contains("incidentbot", StringComparison.Ordinal)), "ana's conversation with the bot");
        await Program.Chat.HearsAsync(direct.Id, "Your open action items");
        await using var ana = await AsAsync("ana", direct.Id);
        await ana.Log.GetByRole(AriaRole.Button, new() { Name = "Snooze a week" }).Last.ClickAsync();
        await Expect(ana.Log).ToContainTextAsync("A-1 is snoozed until");
        await SaysAsync("ana", "/incident hand A-1 @Chidi");
        await Program.Chat.HearsAsync(_room, "A-1", which: message => message.Words.Contains("Chidi", StringComparison.Ordinal));
        await SaysAsync("chidi", "/incident done A-1");
        await Expect(_ana!.Thread).ToContainTextAsync("A-1 is done");
    }

    private async Task EscalateAsync()
    {
        await SaysAsync("ben", $"/incident action {Alert} @Ben");
        await Program.Chat.HearsAsync(_room, Alert, which: message => message.Words.Contains("A-2", StringComparison.Ordinal));
        await AgesAsync(TimeSpan.FromDays(30));
        var declarer = (await Program.Chat.ChannelsAsync()).First(channel => channel.Id.Contains("incidentbot", StringComparison.Ordinal)).Id;
        Assert.Contains(Alert, (await Program.Chat.HearsAsync(declarer, "Could you help?")).Words, StringComparison.Ordinal); // nobody leads
        await AgesAsync(TimeSpan.FromDays(7));
        Assert.Contains(Alert, (await Program.Chat.HearsAsync("incidents", "Help wanted with action items")).Words, StringComparison.Ordinal);
        await using (var ana = await AsAsync("ana", "incidents"))
        {
            await ana.Log.GetByRole(AriaRole.Button, new() { Name = "Snooze, hand over or drop…" }).Last.ClickAsync();
            var form = ana.Page.GetByRole(AriaRole.Dialog);
            await form.GetByLabel("What about it?").SelectOptionAsync(new SelectOptionValue { Label = "Hand it over" });
            await form.GetByLabel("Hand it over to").SelectOptionAsync(new SelectOptionValue { Label = "Dana" });
            await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(ana.Log).ToContainTextAsync("A-2 is with Dana now");
        }
        await SaysAsync("dana", "/incident done A-2");
        await Program.Chat.HearsAsync(_room, Alert, which: message => message.Words.Contains("done by Dana", StringComparison.Ordinal));
    }

    /// <summary>Days go by for the item: the program ends and starts again on older data.</summary>
    private async Task AgesAsync(TimeSpan by)
    {
        await Program.SettlesAsync();
        await Program.TerminateAsync();
        await OlderItem.MakeAsync(_folder.FullPath, Alert, by);
        await Program.DisposeAsync();
        _program = await RunningProgram.StartAsync(_folder.FullPath, Settings);
    }

    private async Task<Speaker> AsAsync(string person, string place)
    {
        var page = await chromium.PageAsync(Program.Url);
        await page.GotoAsync($"/chat/{person}/{place}");
        var speaker = new Speaker(page);
        await Expect(speaker.Box).ToBeEditableAsync();
        return speaker;
    }

    private Task SaysAsync(string who, string text) => Program.Chat.SaysAsync(who, _room, text);

    /// <summary>One after another: each is heard before the next one is said.</summary>
    private async Task ReplyAsync(Speaker by, params string[] texts)
    {
        foreach (var text in texts)
        {
            await by.ReplyBox.FillAsync(text);
            await by.ReplyBox.PressAsync("Enter");
            await Expect(by.ReplyBox).ToHaveValueAsync("");
            await Program.SettlesAsync();
        }
    }

    private async Task EditAsync(string from, string to)
    {
        await _ana!.OnAsync(_ana.Thread.GetByRole(AriaRole.Listitem).Filter(new() { HasText = from }).First, "Edit message");
        var box = _ana.Page.GetByRole(AriaRole.Textbox, new() { Name = "Edit message" });
        await box.FillAsync(to);
        await box.PressAsync("Enter");
        await Program.SettlesAsync();
    }

    private static Task PressAsync(Speaker by, string button) => by.Thread.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
