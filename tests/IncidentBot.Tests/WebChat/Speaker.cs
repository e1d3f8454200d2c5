using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IncidentBot.Tests.WebChat;

/// <summary>A page of the chat, in the words of the person at it.</summary>
public sealed partial class Speaker(IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>The box for the channel's messages.</summary>
    public ILocator Box => page.GetByRole(AriaRole.Textbox, new() { NameRegex = MessageBox() });

    public ILocator ReplyBox => page.GetByRole(AriaRole.Textbox, new() { Name = "Reply in thread" });

    public ILocator Thread => page.GetByRole(AriaRole.Complementary, new() { Name = "Thread" });

    public ILocator Suggestions => page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" });

    /// <summary>The channel's messages.</summary>
    public ILocator Log => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Log);

    /// <summary>The message in the channel that has these words.</summary>
    public ILocator Row(string words) => Log.GetByRole(AriaRole.Listitem).Filter(new() { HasText = words }).Last;

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task SaysAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Uses one of a message's own buttons, which show while it has the focus or the pointer.</summary>
    public async Task OnAsync(ILocator row, string button)
    {
        await row.FocusAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    [GeneratedRegex("^Message ")]
    private static partial Regex MessageBox();
}
