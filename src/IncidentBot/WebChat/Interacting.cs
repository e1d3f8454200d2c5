using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Commands, buttons and forms. What opens a form, and what is wrong with one, is answered at once; the rest is delivered.</summary>
public sealed class Interacting(Workspace workspace, Interactions interactions)
{
    /// <summary>Gives a command: the text after <c>/incident</c>. Returns the form that it opens; null when it was delivered.</summary>
    public async Task<Form?> CommandAsync(WebPerson by, Place place, string text, CancellationToken ct)
    {
        var (named, mentions) = Mentions.Read(text, workspace.People);
        return await FormOrDeliverAsync(new CommandGiven(workspace.Stamp().At, Workspace.PersonOf(by), place, named.Trim()) { Mentions = mentions }, ct);
    }

    /// <summary>Presses a button of a card. Returns the form that it opens; null when it was delivered.</summary>
    public Task<Form?> PressAsync(WebPerson by, WebMessage message, Button button, CancellationToken ct) => FormOrDeliverAsync(
        new ButtonPressed(workspace.Stamp().At, Workspace.PersonOf(by), Workspace.PlaceOf(message.Channel, message.Thread), Workspace.RefOf(message), button.Action, button.Value), ct);

    /// <summary>Chooses one of the bot's actions for a message. Returns the form that it opens; null when it was delivered.</summary>
    public Task<Form?> ChooseAsync(WebPerson by, WebMessage message, string action, CancellationToken ct) => FormOrDeliverAsync(
        new MessageChosen(workspace.Stamp().At, Workspace.PersonOf(by), Workspace.PlaceOf(message.Channel, message.Thread), Workspace.RefOf(message), action, message.Text,
            Workspace.PersonOf(workspace.Person(message.Author) ?? by), message.PostedAt), ct);

    /// <summary>Submits a form. Returns what is wrong, by field; empty when it was delivered.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SubmitAsync(WebPerson by, Place place, Form form, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        if (Missing(form, values) is { Count: > 0 } missing) return missing;
        var people = form.Fields.OfType<PersonField>()
            .Select(field => (field.Id, Person: values.TryGetValue(field.Id, out var id) ? workspace.Person(id) : null))
            .Where(chosen => chosen.Person is not null)
            .ToDictionary(chosen => chosen.Id, chosen => Workspace.PersonOf(chosen.Person!));
        var submitted = new FormSubmitted(workspace.Stamp().At, Workspace.PersonOf(by), place, form.Key, form.Context, values) { People = people };
        var wrong = await interactions.CheckAsync(submitted, ct);
        if (wrong.Count == 0) await DeliverAsync(submitted, ct);
        return wrong;
    }

    // What each platform checks by itself before the bot sees a form.
    private static Dictionary<string, string> Missing(Form form, IReadOnlyDictionary<string, string> values) => form.Fields
        .Where(field => field.Required && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field.Id)))
        .ToDictionary(field => field.Id, _ => "Please fill this in.");

    private async Task<Form?> FormOrDeliverAsync(ChatEvent said, CancellationToken ct)
    {
        workspace.Standing(said.Place.Channel.Id);
        if (await interactions.FormForAsync(said, ct) is { } form) return form;
        await DeliverAsync(said, ct);
        return null;
    }

    private Task DeliverAsync(ChatEvent said, CancellationToken ct) => workspace.SaveAsync(new() { Deliveries = [interactions.Anonymity.DeliveryOf(Workspace.DeliveryOf(said), [said])] }, ct);
}
