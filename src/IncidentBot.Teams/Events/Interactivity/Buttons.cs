using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Events.Interactivity;

/// <summary>Pressed buttons: an Action.Execute comes as an invoke, an Action.Submit as a message with a value and no text, one that opens a dialog as task/fetch
/// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions). Buttons that are not ours mean nothing.</summary>
internal static class Buttons
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(Activity done, CancellationToken ct)
    {
        if (done.Body.Part("value") is not { ValueKind: JsonValueKind.Object } value || CardData.Read(value) is not PressedButton button) return [];
        var card = done.Body.Filled("replyToId");
        return [new ButtonPressed(done.At, await done.ByAsync(ct), card is null ? done.Place : done.PlaceOf(card), card is null ? null : new(done.Place.Channel, card), button.Action, button.Value)];
    }
}
