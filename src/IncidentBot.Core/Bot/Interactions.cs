using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>What must be answered at once, before anything is stored: opening a form, and what is wrong with its fields.</summary>
/// <remarks>The one exception to "store, acknowledge, work": platforms give three seconds and no second chance for these.</remarks>
public sealed class Interactions(Loader loader)
{
    /// <summary>What adapters store of what they were told goes through this.</summary>
    public Anonymity Anonymity { get; } = new();

    /// <summary>The form that a command, a button or a message's menu opens; null when it is to be delivered like everything else.</summary>
    public Task<Form?> FormForAsync(ChatEvent said, CancellationToken ct) => said switch
    {
        CommandGiven given => OpenAsync(CommandLine.Read(given), given, ct),
        ButtonPressed pressed => OpenAsync(BotTables.Button(pressed.Action)?.OpensForm, pressed, pressed.Value, ct),
        MessageChosen chosen => OpenAsync(BotTables.Message(chosen.Action)?.Action, chosen, ChosenMessage.Of(chosen).ToContext(), ct),
        _ => Task.FromResult<Form?>(null),
    };

    /// <summary>What is wrong, a sentence by field id; empty when the submission is to be delivered.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(FormSubmitted submitted, CancellationToken ct) =>
        BotTables.Form(submitted.Form) is { } form && Anonymity.Of(submitted) is var kept
            ? form.Check(kept, await loader.ForAsync(submitted.Place, form.NeedsOf(kept), ct))
            : new Dictionary<string, string>();

    /// <summary>The form of a submission once more, for what is wrong with it to be shown in; null when it cannot be opened any more.</summary>
    public Task<Form?> AgainAsync(FormSubmitted submitted, CancellationToken ct) => OpenAsync(submitted.Form, submitted, submitted.Context, ct);

    private Task<Form?> OpenAsync(CommandLine line, CommandGiven given, CancellationToken ct) => OpenAsync(line.Command?.OpensForm(line.Call), given, line.Call.Words, ct);

    private async Task<Form?> OpenAsync(string? key, ChatEvent said, string context, CancellationToken ct)
    {
        if (key is null || BotTables.Form(key) is not { } form) return null;
        var now = await loader.ForAsync(said.Place, form.Needs(said.Place, context), ct);
        return Routing.Hides(said, now) ? null : form.Open(new(said.At, said.By, said.Place, context), now);
    }
}
