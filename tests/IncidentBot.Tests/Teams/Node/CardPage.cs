using System.Runtime.CompilerServices;
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
        var folder = Folder();
        var packages = Path.Combine(folder, "node_modules");
        Requires.That(Directory.Exists(Path.Combine(packages, "adaptivecards")), $"Microsoft's packages for Node: run npm ci in {folder}.");
        var page = new CardPage(await chromium.PageAsync(new("http://cards.invalid/"), width: 900));
        page._page.Console += (_, message) => page._said.Add(message.Text);
        page._page.PageError += (_, error) => page._said.Add(error);
        await page._page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(folder, "cards.html")));
        foreach (var script in (string[])["node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js", "cards.js"])
            await page._page.AddScriptTagAsync(new() { Path = Path.Combine(folder, script) });
        return page;
    }

    /// <summary>Draws a card as wide as a Teams conversation, or as narrow as a phone.</summary>
    public async Task<DrawnCard> DrawAsync(JsonObject card, int width = 560)
    {
        _said.Clear();
        var drawn = JsonNode.Parse(await _page.EvaluateAsync<string>("([card, width]) => JSON.stringify(draw(JSON.parse(card), width))", new object[] { card.ToJsonString(), width }))!;
        return new([.. drawn["complaints"]!.AsArray().Select(complaint => (string)complaint!), .. _said], (string)drawn["text"]!, (string)drawn["html"]!);
    }

    public Task SaveAsync(string path) => _page.Locator("body").ScreenshotAsync(new() { Path = path });

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}

/// <param name="Complaints">What the renderer or the browser's console said; empty when all is well.</param>
/// <param name="Text">What can be read.</param>
internal sealed record DrawnCard(IReadOnlyList<string> Complaints, string Text, string Html);
