using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Events.Interactivity;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Intake;

/// <summary>Answers invokes: a press is stored and heard, a dialog opened or closed, and whatever the bot does not offer is refused.</summary>
/// <remarks>The response is the only way to open a dialog, and an invoke does not come again: so an answer is bounded in time, and what it cannot give is stored and said in the conversation.</remarks>
internal sealed class InvokeAnswering(DialogAtOnce dialogs, FormSeal seal)
{
    private static readonly InvokeAnswer NotOffered = new(501, null);

    /// <param name="told">What it tells; null when it could not be read.</param>
    public Task<InvokeAnswer> AnswerAsync(JsonElement invoke, IReadOnlyList<ChatEvent>? told, Func<Task> store, CancellationToken ct)
    {
        var value = invoke.Part("value") is { ValueKind: JsonValueKind.Object } some ? some : (JsonElement?)null;
        return invoke.Text("name") switch
        {
            Invokes.PressButton => value is { } pressed ? PressedAsync(pressed, told, store) : Task.FromResult(Malformed),
            Invokes.OpenDialog or Invokes.OpenMenuDialog => value is not null ? OpenAsync(told, store, ct) : Task.FromResult(Malformed),
            Invokes.SubmitDialog or Invokes.SubmitMenuDialog => value is { } submitted ? SubmittedAsync(submitted, told, store, ct) : Task.FromResult(Malformed),
            _ => Task.FromResult(NotOffered),
        };
    }

    private static InvokeAnswer Malformed => new(400, CardActionAnswer.Error("BadRequest", IntakeCards.Malformed));

    private static async Task<InvokeAnswer> PressedAsync(JsonElement value, IReadOnlyList<ChatEvent>? told, Func<Task> store)
    {
        if (value.Part("action")?.Text("type") is not { } type) return Malformed;
        if (type != "Action.Execute") return new(400, CardActionAnswer.Error("NotSupported", IntakeCards.NotSupported));
        if (told is []) return new(200, CardActionAnswer.Error("NotFound", IntakeCards.Unknown));
        await store();
        return new(200, CardActionAnswer.Message(IntakeCards.Heard));
    }

    private async Task<InvokeAnswer> OpenAsync(IReadOnlyList<ChatEvent>? told, Func<Task> store, CancellationToken ct)
    {
        if (told is []) return new(200, TeamsDialog.Message(IntakeCards.Unknown));
        if (told is [var said] && await dialogs.OpenAsync(said, ct) is { } dialog) return new(200, dialog);
        await store();
        return new(200, TeamsDialog.Message(IntakeCards.Follows));
    }

    private async Task<InvokeAnswer> SubmittedAsync(JsonElement value, IReadOnlyList<ChatEvent>? told, Func<Task> store, CancellationToken ct)
    {
        var data = CardData.Read(value);
        if (data is CancelledForm) return InvokeAnswer.Accepted;
        if (told is [] || data is not SubmittedForm form || !await seal.IsOursAsync(form, ct)) return new(200, TeamsDialog.Message(IntakeCards.Unknown));
        if (told is [FormSubmitted submitted] && await dialogs.WithFaultsAsync(submitted, ct) is { } again) return new(200, again);
        await store();
        return InvokeAnswer.Accepted;
    }
}
