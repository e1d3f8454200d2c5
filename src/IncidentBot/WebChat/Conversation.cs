using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat.Components;
using MudBlazor;

namespace IncidentBot.WebChat;

/// <summary>What the person of a page says and presses; shows the form that it opens.</summary>
public sealed class Conversation(ChatSession session, MessageActions messages, Interacting interacting, IDialogService dialogs, Attempt attempt)
{
    private const string Prefix = "/incident";

    /// <summary>Posts a text, or gives the command that it is. False when that was refused, and the person was told.</summary>
    public async Task<bool> SayAsync(Place place, string text, IReadOnlyList<PostedFile> files)
    {
        if (!text.TrimStart().StartsWith('/') || files.Count > 0) return await attempt.ToAsync(() => messages.PostAsync(session.Me, place, text.Trim(), files, default));
        var line = text.Trim();
        var word = line.Split((char[]?)null, 2)[0];
        return await attempt.ToAsync(() => word.Equals(Prefix, StringComparison.OrdinalIgnoreCase)
            ? CommandAsync(place, line[Prefix.Length..])
            : throw new ChatException(ChatFault.Refused, $"{word} is no command here. Commands begin with {Prefix}; {Prefix} help lists them."));
    }

    public Task<bool> PressAsync(WebMessage message, Core.Chat.Button button) => attempt.ToAsync(async () =>
        await ShowAsync(Workspace.PlaceOf(message.Channel, message.Thread), await interacting.PressAsync(session.Me, message, button, default)));

    private async Task CommandAsync(Place place, string text) => await ShowAsync(place, await interacting.CommandAsync(session.Me, place, text, default));

    private async Task ShowAsync(Place place, Form? form)
    {
        if (form is null) return;
        var parameters = new DialogParameters<FormDialog> { { dialog => dialog.Form, form }, { dialog => dialog.Place, place }, { dialog => dialog.By, session.Me } };
        await dialogs.ShowAsync<FormDialog>(form.Title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false, CloseButton = true });
    }
}
