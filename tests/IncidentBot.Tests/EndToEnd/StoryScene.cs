using System.Text.RegularExpressions;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.WebChat;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The real program and a person's page on it, over restarts.</summary>
public sealed partial class StoryScene(Chromium chromium) : IAsyncLifetime
{
    private const string InTheHead = "In this thread we write down";
    private static readonly string Screenshots = Path.Combine(AppContext.BaseDirectory, "TestResults", "story");
    private readonly TemporaryFolder _folder = new();
    private RunningProgram? _program;
    private Speaker? _ana;

    public RunningProgram Program => _program!;

    public Speaker Ana => _ana!;

    /// <summary>The id of the incident's room.</summary>
    public string Room { get; private set; } = "general";

    public async ValueTask InitializeAsync()
    {
        _ = await chromium.PageAsync(new("http://127.0.0.1")); // skipped before anything is started where there is no browser
        await StartAsync();
    }

    /// <summary>Declares an incident by typing it, and goes to the room that opens.</summary>
    public async Task DeclaresAsync(string words)
    {
        await Ana.SaysAsync($"/incident start {words}");
        var link = Ana.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { NameRegex = RoomName() });
        await link.ClickAsync();
        await Expect(Ana.Row("INC-1 ·")).ToBeVisibleAsync();
        Room = (await Program.Chat.ChannelsAsync()).Single(channel => channel.Name.StartsWith("inc-1-", StringComparison.Ordinal)).Id;
    }

    /// <summary>Opens the thread of the review's head, as it stands in the room.</summary>
    public async Task OpensReviewAsync()
    {
        await Ana.Row(InTheHead).GetByRole(AriaRole.Link, new() { NameRegex = Replies() }).ClickAsync();
        await Expect(Ana.ReplyBox).ToBeEditableAsync();
    }

    /// <summary>Replies in the open thread and waits until that is seen there.</summary>
    public async Task RepliesAsync(string words)
    {
        var said = Ana.Thread.GetByRole(AriaRole.Listitem).Filter(new() { HasText = words });
        var before = await said.CountAsync();
        await Ana.ReplyBox.FillAsync(words);
        await Ana.ReplyBox.PressAsync("Enter");
        await Expect(said).Not.ToHaveCountAsync(before);
    }

    /// <summary>Answers the question that stands and asks for the next, which is this one.</summary>
    public async Task AnswersAsync(string answer, string next)
    {
        await RepliesAsync(answer);
        await Ana.ReplyBox.FillAsync("next");
        await Ana.ReplyBox.PressAsync("Enter");
        await StandsAsync(next);
    }

    /// <summary>The question that stands in the open thread.</summary>
    public Task StandsAsync(string question) => Expect(Ana.Thread).ToContainTextAsync(question);

    /// <summary>SIGKILL, a new start on the same data, and Ana's page opened anew.</summary>
    public async Task DiesAndStartsAgainAsync()
    {
        await Program.SettlesAsync();
        await Program.KillAsync();
        await StopAsync();
        await StartAsync();
    }

    public async Task<string> ReviewThreadAsync() => (await Program.Chat.MessagesAsync(Room)).First(message => message.IsByBot && message.Words.Contains(InTheHead, StringComparison.Ordinal)).Id;

    /// <summary>A picture of what a person sees, kept beside the test results.</summary>
    public async Task LooksAsync(string name, Speaker? at = null)
    {
        Directory.CreateDirectory(Screenshots);
        await (at ?? Ana).Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png") });
    }

    public async Task<Speaker> AsAsync(string person, string channel, int width = 1280)
    {
        var page = await chromium.PageAsync(Program.Url, width);
        await page.GotoAsync($"/chat/{person}/{channel}");
        var speaker = new Speaker(page);
        await Expect(speaker.Box).ToBeEditableAsync();
        return speaker;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        _program = await RunningProgram.StartAsync(_folder.FullPath, "--Incidents:PromptAfter", "00:00:01", "--Reminders:Schedule", "*/5 * * * * *");
        _ana = await AsAsync("ana", Room);
    }

    private async Task StopAsync()
    {
        if (_ana is not null) await _ana.DisposeAsync();
        if (_program is not null) await _program.DisposeAsync();
        (_ana, _program) = (null, null);
    }

    [GeneratedRegex("inc-1-")]
    private static partial Regex RoomName();

    [GeneratedRegex("repl(y|ies)")]
    private static partial Regex Replies();
}
