using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat.Components;
using MudBlazor;

namespace IncidentBot.WebChat;

/// <summary>What the person of a page says and presses; shows the form that it opens.</summary>
public sealed partial class Conversation(ChatSession session, MessageActions messages, Interacting interacting, IDialogService dialogs, Attempt attempt)
{
    /// <summary>Posts a text, or gives the command that it is. False when that was refused, and the person was told.</summary>
    public Task<bool> SayAsync(Place place, string text, IReadOnlyList<PostedFile> files)
    {
        var line = text.Trim();
        return attempt.ToAsync(() => SlashWord().Match(line) switch
        {
            { Success: false } => messages.PostAsync(session.Me, place, line, files, default),
            var word when word.Value.Equals(BrowserChat.CommandPrefix, StringComparison.OrdinalIgnoreCase) => CommandAsync(place, line[word.Length..]),
            var word => throw new ChatException(ChatFault.Refused, $"{word.Value} is no command here. Commands begin with {BrowserChat.CommandPrefix}; {BrowserChat.CommandPrefix} help lists them."),
        });
    }

    public Task<bool> PressAsync(WebMessage message, Core.Chat.Button button) => attempt.ToAsync(async () =>
        await ShowAsync(Workspace.PlaceOf(message.Channel, message.Thread), await interacting.PressAsync(session.Me, message, button, default)));

    public Task<bool> ChooseAsync(WebMessage message, string action) => attempt.ToAsync(async () =>
        await ShowAsync(Workspace.PlaceOf(message.Channel, message.Thread), await interacting.ChooseAsync(session.Me, message, action, default)));

    private async Task CommandAsync(Place place, string text) => await ShowAsync(place, await interacting.CommandAsync(session.Me, place, text, default));

    private async Task ShowAsync(Place place, Form? form)
    {
        if (form is null) return;
        var parameters = new DialogParameters<FormDialog> { { dialog => dialog.Form, form }, { dialog => dialog.Place, place }, { dialog => dialog.By, session.Me } };
        await dialogs.ShowAsync<FormDialog>(form.Title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false, CloseButton = true });
    }

    /// <summary>A command's first word; a path such as /var/log is none.</summary>
    [GeneratedRegex(@"^/[\p{L}\p{N}_-]+(?=\s|$)")]
    private static partial Regex SlashWord();
}
