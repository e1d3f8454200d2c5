using System.Text.Json.Nodes;
using IncidentBot.Tests.Support;
using Microsoft.Playwright;

namespace IncidentBot.Tests.Teams.Node;

/// <summary>Microsoft's own renderer of Adaptive Cards, npm's adaptivecards, in Chromium. Its packages are installed with <c>npm ci</c> beside this file.</summary>
internal sealed class CardPage
{
    private readonly IPage _page;
    private readonly List<string> _said = [];

    private CardPage(IPage page) => _page = page;

    /// <summary>A page that draws cards; the test is skipped where Chromium or the packages are missing.</summary>
    public static async Task<CardPage> OpenAsync(Chromium chromium)
    {
        var folder = NodePackages.Folder();
        var page = new CardPage(await chromium.PageAsync(new("http://cards.invalid/"), width: 900));
        page._page.Console += (_, message) => page._said.Add(message.Text);
        page._page.PageError += (_, error) => page._said.Add(error);
        await page._page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(folder, "cards.html")));
        foreach (var script in (string[])["node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js", "cards.js"])
            await page._page.AddScriptTagAsync(new() { Path = Path.Combine(folder, script) });
        return page;
    }

    /// <summary>Draws a card as wide as a Teams conversation, or as narrow as a phone, and tells what the renderer or the browser's console complains about.</summary>
    public async Task<IReadOnlyList<string>> DrawAsync(JsonObject card, int width = 560)
    {
        _said.Clear();
        var complaints = await _page.EvaluateAsync<string[]>("([card, width]) => draw(JSON.parse(card), width)", new object[] { card.ToJsonString(), width });
        return [.. complaints, .. _said];
    }

    /// <summary>What can be read on the card that was drawn last.</summary>
    public Task<string> TextAsync() => _page.Locator(".frame").InnerTextAsync();

    /// <summary>How many elements of it a selector finds.</summary>
    public Task<int> CountAsync(string selector) => _page.Locator($".frame {selector}").CountAsync();

    public Task SaveAsync(string path) => _page.Locator("body").ScreenshotAsync(new() { Path = path });
}
