using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Reminders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A conversation with the whole bot, on a store without a disk and a clock that the story moves.
/// <c>await story.Says("ana", "/incident start checkout is failing sev2"); story.Hears("INC-1");</c></summary>
public sealed class Story
{
    private readonly List<StandingMessage> _history = [];
    private readonly Dictionary<string, Person> _people = new() { ["ana"] = Some.Ana, ["ben"] = Some.Ben, ["chidi"] = Some.Chidi };
    private readonly Interactions _interactions;
    private readonly Dispatcher _dispatcher;
    private readonly Backfill _backfill;
    private readonly OutboxDelivery _delivery;
    private readonly ScheduledWork _scheduled;
    private int _deliveries;
    private int _heardBefore;
    private Place? _formAt;

    /// <param name="kind">What a room is on the platform.</param>
    public Story(BotSettings? settings = null, RoomKind kind = RoomKind.Channel)
    {
        Chat = new(() => _history, kind);
        var chats = new Chats([Chat]);
        settings ??= Some.Settings;
        var loader = new Loader(Store, chats, settings, Time);
        _interactions = new(loader);
        Store.Queues.Store = Store;
        var deciding = new Deciding(Store, loader, Time);
        _backfill = new(Store, loader, chats, deciding, Time, NullLogger<Backfill>.Instance);
        _dispatcher = new(Store.Queues, deciding, _backfill, new([]), NullLogger<Dispatcher>.Instance);
        _delivery = new(Store.Queues, Store.Queues, Store, chats, Outlets, Pictures, Time, NullLogger<OutboxDelivery>.Instance);
        _scheduled = new(Store, chats, settings, Time, NullLogger<ScheduledWork>.Instance);
    }

    public MemoryStore Store { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Time);

    public StoryChat Chat { get; }

    /// <summary>What does errands; none at first.</summary>
    public List<IOutlet> Outlets { get; } = [];

    public StoryPictures Pictures { get; } = new();

    /// <summary>Where people speak; a newly opened room becomes it.</summary>
    public Place Room { get; set; } = Some.Place("general");

    /// <summary>The form that the last command or button opened.</summary>
    public Form? OpenForm { get; private set; }

    /// <summary>What the bot said since the last thing that somebody did.</summary>
    public IReadOnlyList<Heard> LastHeard => Chat.Heard[_heardBefore..];

    public Person this[string name] => _people.TryGetValue(name, out var person) ? person : _people[name] = Some.Person(name);

    /// <summary>What stands in the store already when the story begins.</summary>
    public async Task Has(params IAggregate[] aggregates) =>
        Assert.Equal(CommitResult.Done, await Store.CommitAsync(new(new() { Save = aggregates }, [], Time.GetUtcNow()), CancellationToken.None));

    /// <summary>A message, or a command when it starts with a slash. Where commands are mentions of the bot, such a message is both.</summary>
    /// <param name="thread">The message in whose thread it is said.</param>
    public async Task<MessageRef> Says(string who, string text, MessageRef? thread = null, Place? place = null)
    {
        var to = place ?? (thread is null ? Room : new(thread.Channel, thread.Id));
        var message = new MessageRef(to.Channel, $"m{_deliveries + 1}");
        var at = Chat.PlaceOf(message, to);
        var mentions = Mentions(text);
        var toBot = text.StartsWith(Chat.CommandPrefix, StringComparison.Ordinal) ? text[Chat.CommandPrefix.Length..].Trim() : null;
        var isMention = Chat.CommandPrefix.StartsWith('@');
        var posted = new MessagePosted(Time.GetUtcNow(), this[who], at, message, text) { Mentions = mentions, ToBot = isMention ? toBot : null };
        if (!StoryChat.IsDirect(at.Channel) && (toBot is null || isMention)) _history.Add(new(posted));
        if (toBot is null) await Does(posted);
        else if (!isMention || StoryChat.IsDirect(at.Channel)) await Does(new CommandGiven(Time.GetUtcNow(), this[who], at, toBot) { Mentions = mentions });
        else await Does(posted, new CommandGiven(Time.GetUtcNow(), this[who], at, toBot) { Mentions = mentions, Message = message });
        return message;
    }

    public Task Edits(string who, MessageRef message, string text)
    {
        var index = _history.FindIndex(standing => standing.Posted.Message == message);
        var old = _history[index].Posted;
        var toBot = Chat.CommandPrefix.StartsWith('@') && text.StartsWith(Chat.CommandPrefix, StringComparison.Ordinal) ? text[Chat.CommandPrefix.Length..].Trim() : null;
        _history[index] = new(old with { Text = text, ToBot = toBot }, Time.GetUtcNow());
        return Does(new MessageEdited(Time.GetUtcNow(), this[who], old.Place, message, text, old.At) { Mentions = Mentions(text), ToBot = toBot });
    }

    public Task Deletes(string who, MessageRef message)
    {
        var standing = _history.First(standing => standing.Posted.Message == message);
        var old = standing.Posted;
        _history.Remove(standing);
        return Does(new MessageDeleted(Time.GetUtcNow(), this[who], old.Place, message, old.At));
    }

    /// <summary>Chooses an action in the menu of a message that was said in this place.</summary>
    public Task Chooses(string who, string action, MessageRef message, Place? place = null)
    {
        var posted = _history.First(standing => standing.Posted.Message == message).Posted;
        return Does(new MessageChosen(Time.GetUtcNow(), this[who], place ?? posted.Place, message, action, posted.Text, posted.By, posted.At));
    }

    /// <summary>The platform gives the room another id; all that was said in it moves along.</summary>
    public Task MovesRoom(string channel)
    {
        var (from, to) = (Room, Some.Place(channel));
        for (var index = 0; index < _history.Count; index++)
            if (_history[index].Posted is { } posted && posted.Place.Channel == from.Channel)
                _history[index] = _history[index] with { Posted = posted with { Place = to with { Thread = posted.Place.Thread }, Message = new(to.Channel, posted.Message.Id) } };
        Room = to;
        return Does(new RoomMoved(Time.GetUtcNow(), Some.Ana, from, to));
    }

    public Task Highlights(string who, MessageRef message, bool on = true) => Does(new HighlightSet(Time.GetUtcNow(), this[who], new(message.Channel), message, "reaction", on));

    /// <summary>Presses the button with this label on the newest card that has one.</summary>
    public Task Presses(string who, string label)
    {
        var (heard, button) = Chat.Heard.AsEnumerable().Reverse()
            .Where(heard => heard.Message is null || Chat.Standing.GetValueOrDefault(heard.Message) == heard.Card)
            .SelectMany(heard => heard.Card.Blocks.OfType<Choices>().SelectMany(choices => choices.Buttons), (heard, button) => (heard, button))
            .First(found => found.button.Label == label);
        return Does(new ButtonPressed(Time.GetUtcNow(), this[who], heard.Place, heard.Message, button.Action, button.Value));
    }

    /// <summary>Fills in and submits the open form; returns what is wrong with it, by field.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Submits(string who, params (string Field, string Value)[] values)
    {
        var form = OpenForm ?? throw new InvalidOperationException("No form is open.");
        var submitted = new FormSubmitted(Time.GetUtcNow(), this[who], _formAt ?? Room, form.Key, form.Context, values.ToDictionary(value => value.Field, value => value.Value))
        {
            People = values.Where(value => _people.ContainsKey(value.Value)).ToDictionary(value => value.Field, value => this[value.Value]),
        };
        var faults = await _interactions.CheckAsync(submitted, CancellationToken.None);
        if (faults.Count == 0) await Does(submitted);
        return faults;
    }

    /// <summary>Anything that happens in the chat, delivered once.</summary>
    public Task Does(params ChatEvent[] said)
    {
        _deliveries++;
        return Down ? Task.CompletedTask : Delivers($"d{_deliveries}", said);
    }

    /// <summary>A delivery under a given id, for redeliveries.</summary>
    public async Task Delivers(string id, params ChatEvent[] told)
    {
        _heardBefore = Chat.Heard.Count;
        OpenForm = told is [var only] && (only is not CommandGiven || Chat.CapabilitiesAt(only.Place.Channel).CommandsOpenForms) ? await _interactions.FormForAsync(only, CancellationToken.None) : null;
        if (OpenForm is not null)
        {
            _formAt = told[0].Place;
            return;
        }
        foreach (var (index, said) in told.Index())
            await Store.Queues.AddAsync(_interactions.Anonymity.DeliveryOf(new(index == 0 ? id : $"{id}/{index}", Translators.Own, said.Place.Channel.ToString(), BotJson.Write(said), Time.GetUtcNow()), [said]), CancellationToken.None);
        var opened = Chat.Opened;
        await Settle();
        if (Chat.Opened is { } room && room != opened) Room = room;
    }

    /// <summary>Time goes by, and what falls due is done.</summary>
    public async Task Passes(TimeSpan time)
    {
        _heardBefore = Chat.Heard.Count;
        Time.Advance(time);
        await _scheduled.RunAsync(CancellationToken.None);
        await Settle();
    }

    /// <summary>The bot does not run: what people do reaches nobody.</summary>
    public bool Down { get; set; }

    /// <summary>The rooms' histories are read on, as after a start.</summary>
    public async Task Backfills()
    {
        _heardBefore = Chat.Heard.Count;
        foreach (var room in await _backfill.RoomsAsync(null, CancellationToken.None)) await _backfill.ReadOnAsync(room, CancellationToken.None);
        await Settle();
    }

    public void Hears(string words) => Assert.True(LastHeard.Any(heard => heard.Words.Contains(words, StringComparison.OrdinalIgnoreCase)), $"Nobody heard “{words}”. Heard:\n{Everything(LastHeard)}");

    public void HearsNot(string words) => Assert.DoesNotContain(LastHeard, heard => heard.Words.Contains(words, StringComparison.OrdinalIgnoreCase));

    public void HearsNothing() => Assert.True(LastHeard.Count == 0, $"Heard:\n{Everything(LastHeard)}");

    /// <summary>The card that stands under a key, as it is now.</summary>
    public async Task<string> Card(string key) => CardWords.Of(Chat.Standing[await MessageOf(key)]);

    public async Task<MessageRef> MessageOf(string key) => await Store.Cards.MessageAsync(key, CancellationToken.None) ?? throw new InvalidOperationException($"No card {key} stands.");

    private IReadOnlyList<Person> Mentions(string text) => [.. _people.Values.Where(person => text.Contains("@" + person.Name, StringComparison.Ordinal))];

    private async Task Settle()
    {
        while (Store.Queues.HasDeliveries || Store.Queues.HasSayings)
        {
            if (Store.Queues.HasDeliveries) await _dispatcher.WorkAsync(await ((IInbox)Store.Queues).NextAsync(64, CancellationToken.None), CancellationToken.None);
            foreach (var row in await Store.Queues.NextAsync(CancellationToken.None)) await _delivery.DeliverAsync(row, CancellationToken.None);
        }
        Assert.True(Store.Queues.Parked.Count == 0, string.Join('\n', Store.Queues.Parked.Select(parked => parked.Error)));
        Assert.True(Store.Queues.ParkedSayings.Count(parked => parked.Row.Saying is not Errand) <= Chat.Failed, string.Join('\n', Store.Queues.ParkedSayings.Select(parked => parked.Error)));
        Assert.All(LastHeard.SelectMany(heard => heard.Card.Blocks.OfType<Choices>()).SelectMany(choices => choices.Buttons), button => Assert.NotNull(BotTables.Button(button.Action)));
    }

    private static string Everything(IEnumerable<Heard> heard) => string.Join("\n---\n", heard.Select(one => $"[{one.Place}{(one.OnlyTo is null ? "" : $" only to {one.OnlyTo.Id}")}]\n{one.Words}"));
}
