using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders;
using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat;

namespace IncidentBot.Demo;

/// <summary>Plays a script into the browser chat, as its people would: through the same doors, waiting for the bot after each step.</summary>
internal sealed class DemoPlayer(Workspace workspace, MessageActions messages, ChannelActions channels, Interacting interacting, IWebChatStore chat, IStore store, DemoClock clock, ScheduledWork scheduled, Quiet quiet)
{
    private const string Pushpin = "📌";
    private readonly Dictionary<string, MessageRef> _named = [];
    private Place _place = Workspace.PlaceOf("general");

    /// <param name="begin">Called before each step, e.g. to pace it.</param>
    /// <exception cref="DemoScriptException">A step cannot be played; says which and why.</exception>
    public async Task PlayAsync(DemoScript script, Func<int, DemoStep, Task> begin, CancellationToken ct)
    {
        _place = Workspace.PlaceOf((workspace.Channels.FirstOrDefault(channel => channel.Name == script.Channel) ?? throw new DemoScriptException($"There is no channel #{script.Channel}.")).Id);
        for (var index = 0; index < script.Steps.Count; index++)
        {
            var step = script.Steps[index];
            await begin(index, step);
            try
            {
                await PlayAsync(step, ct);
            }
            catch (Exception wrong) when (wrong is ChatException or DemoScriptException)
            {
                throw new DemoScriptException($"Step {index + 1} cannot be played: {wrong.Message}");
            }
        }
    }

    /// <summary>The text of the newest Markdown file in the room; null when there is none.</summary>
    public async Task<string?> DraftAsync(CancellationToken ct)
    {
        var file = (await EverythingAsync(ct)).SelectMany(message => message.Files).LastOrDefault(file => file.Name.EndsWith(".md", StringComparison.Ordinal));
        return file is null ? null : await chat.ContentAsync(file.Content, ct);
    }

    private async Task PlayAsync(DemoStep step, CancellationToken ct)
    {
        if (step.Wait is not null) await PassAsync(step.WaitTime, ct);
        if (step.By is null) return;
        var by = workspace.People.FirstOrDefault(person => person.Id == step.By || person.Name == step.By) ?? throw new DemoScriptException($"There is nobody named {step.By}.");
        var rooms = workspace.Channels.Where(channel => channel.Key is not null).Select(channel => channel.Id).ToHashSet();
        await channels.JoinAsync(by, _place.Channel.Id, ct);
        await DoAsync(by, step, ct);
        await quiet.WaitAsync(ct);
        if (workspace.Channels.FirstOrDefault(channel => channel.Key is not null && !rooms.Contains(channel.Id)) is { } opened) _place = Workspace.PlaceOf(opened.Id);
    }

    private async Task PassAsync(TimeSpan time, CancellationToken ct)
    {
        clock.PutForward(time);
        await scheduled.RunAsync(ct);
        await quiet.WaitAsync(ct);
    }

    private async Task DoAsync(WebPerson by, DemoStep step, CancellationToken ct)
    {
        if (step.Says is { } text && text.StartsWith("/incident", StringComparison.Ordinal)) await CommandAsync(by, text["/incident".Length..], ct);
        else if (step.Says is { } words) await SayAsync(by, words, step, ct);
        else if (step.Edits is { } edited) await messages.EditAsync(by, Named(edited), step.To ?? "", ct);
        else if (step.Deletes is { } deleted) await messages.DeleteAsync(by, Named(deleted), ct);
        else if (step.Highlights is { } highlighted) await messages.ReactAsync(by, Named(highlighted), Pushpin, on: true, ct);
        else if (step.Presses is { } label) await PressAsync(by, label, ct);
    }

    private async Task CommandAsync(WebPerson by, string text, CancellationToken ct)
    {
        if (await interacting.CommandAsync(by, _place, text, ct) is { } form) throw new DemoScriptException($"This command opens the form \"{form.Title}\". Write it out.");
    }

    private async Task SayAsync(WebPerson by, string words, DemoStep step, CancellationToken ct)
    {
        var place = step.Thread switch { null => _place, "review" => await ReviewAsync(ct), var name => _place with { Thread = Named(name).Id } };
        var posted = await messages.PostAsync(by, place, words, [], ct);
        if (step.Name is { } own) _named[own] = Workspace.RefOf(posted);
    }

    private async Task PressAsync(WebPerson by, string label, CancellationToken ct)
    {
        var found = (await EverythingAsync(ct))
            .SelectMany(message => message.Card?.Blocks.OfType<Choices>().SelectMany(choices => choices.Buttons).Select(button => (Message: message, Button: button)) ?? [])
            .LastOrDefault(found => found.Button.Label == label);
        if (found.Button is null) throw new DemoScriptException($"No card has a button \"{label}\".");
        if (await interacting.PressAsync(by, found.Message, found.Button, ct) is { } form) throw new DemoScriptException($"This button opens the form \"{form.Title}\". Use the command instead.");
    }

    private async Task<Place> ReviewAsync(CancellationToken ct)
    {
        foreach (var incident in await store.Incidents.InRoomAsync(_place, ct))
            if (await store.Cards.MessageAsync(CardKeys.Review(incident.Id), ct) is { } head) return new(head.Channel, head.Id);
        throw new DemoScriptException("No review has been started.");
    }

    private MessageRef Named(string name) => _named.TryGetValue(name, out var message) ? message : throw new DemoScriptException($"No message is named \"{name}\" before this step.");

    private async Task<IReadOnlyList<WebMessage>> EverythingAsync(CancellationToken ct) => await chat.AfterAsync(_place.Channel.Id, null, int.MaxValue, ct);
}
