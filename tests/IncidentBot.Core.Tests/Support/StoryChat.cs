using System.Runtime.CompilerServices;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Tests.Support;

/// <summary>A chat that writes down what it is told to say.</summary>
/// <param name="kind">What a room is: a channel as in Slack, a thread or a chat as in Teams, where commands are messages that mention the bot.</param>
public sealed class StoryChat(Func<IEnumerable<StandingMessage>> history, RoomKind kind = RoomKind.Channel) : IChat
{
    private readonly Dictionary<MessageRef, Place> _places = [];
    private int _posted;

    /// <summary>Everything heard, in order: who can hear it, where, and the card.</summary>
    public List<Heard> Heard { get; } = [];

    /// <summary>The cards that stand, by message.</summary>
    public Dictionary<MessageRef, Card> Standing { get; } = [];

    public List<(MessageRef Message, string Emoji)> Reactions { get; } = [];

    public List<(Place To, string FileName, string Content)> Files { get; } = [];

    /// <summary>What was said with the files, in the same order.</summary>
    public List<string> FileComments { get; } = [];

    public List<OpenRoom> Rooms { get; } = [];

    /// <summary>What a verb throws instead of being done; null: it is done.</summary>
    public Func<string, Exception?> Fails { get; set; } = _ => null;

    /// <summary>How often a verb has thrown so.</summary>
    public int Failed { get; private set; }

    public string? Home => Some.Workspace;

    public bool Serves(string workspace) => workspace == Some.Workspace;

    public string CommandPrefix { get; } = kind is RoomKind.Channel ? "/incident" : "@IncidentBot";

    public ChatCapabilities CapabilitiesAt(ChannelRef channel) => new(kind is not RoomKind.Channel && IsDirect(channel) ? RoomKind.None : kind, CommandsOpenForms: kind is RoomKind.Channel);

    public static bool IsDirect(ChannelRef channel) => channel.Id.StartsWith("dm-", StringComparison.Ordinal);

    /// <summary>Where a message of a channel stands: where threads are rooms, the first of a thread stands in that thread.</summary>
    public Place PlaceOf(MessageRef message, Place said) => kind is RoomKind.Thread && said.Thread is null && !IsDirect(said.Channel) ? said with { Thread = message.Id } : said;

    public Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct)
    {
        Try("post");
        var message = new MessageRef(to.Channel, $"bot{++_posted}");
        Standing[message] = card;
        _places[message] = PlaceOf(message, to);
        Heard.Add(new(_places[message], null, card, message, Update: false));
        return Task.FromResult(message);
    }

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct)
    {
        Try("update");
        if (!Standing.ContainsKey(message)) throw new ChatException(ChatFault.Gone, "message_not_found");
        Standing[message] = card;
        Heard.Add(new(kind is RoomKind.Channel ? new(message.Channel) : _places[message], null, card, message, Update: true));
        return Task.CompletedTask;
    }

    public Task WhisperAsync(Place to, PersonRef person, Card card, SayingKey key, CancellationToken ct)
    {
        Try("whisper");
        Heard.Add(new(to, person, card, null, Update: false));
        return Task.CompletedTask;
    }

    public Task ReactAsync(MessageRef message, string emoji, CancellationToken ct)
    {
        Try("react");
        Reactions.Add((message, emoji));
        return Task.CompletedTask;
    }

    public Task PinAsync(MessageRef message, CancellationToken ct)
    {
        Try("pin");
        return Task.CompletedTask;
    }

    public Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct)
    {
        Try("upload");
        Files.Add((to, fileName, content));
        FileComments.Add(comment.ToPlainText());
        return Task.CompletedTask;
    }

    public List<(Place To, ChatImage Image, string Comment)> Images { get; } = [];

    public Task PostImageAsync(Place to, ChatImage image, RichText comment, SayingKey key, CancellationToken ct)
    {
        Try("image");
        Images.Add((to, image, comment.ToPlainText()));
        return Task.CompletedTask;
    }

    public async Task<OpenedRoom> OpenRoomAsync(OpenRoom request, CancellationToken ct)
    {
        Try("open-room");
        Rooms.Add(request);
        if (request.Head is not { } head)
        {
            Opened = Some.Place(request.Name);
            return new(Opened, request.Name, [request.AskedBy.Ref, .. request.Invite]);
        }
        var message = await PostAsync(head.To, head.Card, default, ct);
        Opened = _places[message];
        return new(Opened, Opened.Channel.Id, [request.AskedBy.Ref, .. request.Invite], message);
    }

    /// <summary>The room that was opened last.</summary>
    public Place? Opened { get; private set; }

    public Task<Place> DirectAsync(PersonRef person, CancellationToken ct)
    {
        Try($"direct {person.Id}");
        return Task.FromResult(Some.Place($"dm-{person.Id}"));
    }

    /// <summary>Who was asked into which room.</summary>
    public List<(Place Room, PersonRef Person)> Invited { get; } = [];

    public Dictionary<Place, string> Topics { get; } = [];

    public Dictionary<PersonRef, Card> Homes { get; } = [];

    /// <summary>Which histories were read, and from when on.</summary>
    public List<(Place Room, DateTimeOffset Since)> Histories { get; } = [];

    /// <summary>Reading a history waits for this.</summary>
    public Task? HistoryWaits { get; set; }

    /// <summary>Reading a history fails after so many messages; null: it does not.</summary>
    public int? HistoryBreaksAfter { get; set; }

    public Task InviteAsync(Place room, IReadOnlyList<PersonRef> people, CancellationToken ct)
    {
        Try("invite");
        Invited.AddRange(people.Select(person => (room, person)));
        return Task.CompletedTask;
    }

    public Task SetTopicAsync(Place room, string topic, CancellationToken ct)
    {
        Try("topic");
        Topics[room] = topic;
        return Task.CompletedTask;
    }

    public Task ShowHomeAsync(PersonRef person, Card card, CancellationToken ct)
    {
        Try("home");
        Homes[person] = card;
        return Task.CompletedTask;
    }

    public string? LinkTo(MessageRef message, string? thread) => LinkOf(message);

    public static string LinkOf(MessageRef message) => $"https://chat.example/{message.Channel.Id}/{message.Id}";

    private void Try(string verb)
    {
        if (Fails(verb) is not { } failure) return;
        Failed++;
        throw failure;
    }

    public async IAsyncEnumerable<StandingMessage> HistoryAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        Histories.Add((room, since));
        Try("history");
        if (HistoryWaits is { } waits) await waits.WaitAsync(ct);
        var given = 0;
        foreach (var message in history().Where(message => message.Posted.Place.Channel == room.Channel && (room.Thread is null || message.Posted.Place.Thread == room.Thread) && message.Posted.At >= since).ToList())
        {
            if (given++ == HistoryBreaksAfter) throw new ChatException(ChatFault.Temporary, "the connection was lost");
            ct.ThrowIfCancellationRequested();
            yield return message;
        }
    }
}

/// <param name="OnlyTo">Null: everybody in the place.</param>
public sealed record Heard(Place Place, PersonRef? OnlyTo, Card Card, MessageRef? Message, bool Update)
{
    /// <summary>Every word on the card.</summary>
    public string Words => CardWords.Of(Card);
}
