using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.WebChat;

/// <summary>The browser chat on its real store, without the bot behind it and without pages before it.</summary>
public sealed class WebChatUnderTest : IAsyncDisposable
{
    private readonly string _folder;
    private readonly LiteDbStorage _storage;

    private WebChatUnderTest(string folder, LiteDbStorage storage, FakeTimeProvider time)
    {
        (_folder, _storage, Time) = (folder, storage, time);
        Handover = new(storage.WebChat, storage.Inbox, time, NullLogger<Handover>.Instance);
        Workspace = new(storage.WebChat, Feed, Handover, time);
        Messages = new(Workspace);
        Channels = new(Workspace);
        Chat = new(Workspace, Channels, storage.WebChat);
    }

    public FakeTimeProvider Time { get; }

    public LiveFeed Feed { get; } = new();

    public Handover Handover { get; }

    public Workspace Workspace { get; }

    public MessageActions Messages { get; }

    public ChannelActions Channels { get; }

    public BrowserChat Chat { get; }

    public IWebChatStore Store => _storage.WebChat;

    public IInbox Inbox => _storage.Inbox;

    public WebPerson this[string person] => Workspace.Person(person)!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<WebChatUnderTest> OpenAsync() => OpenAsync(Directory.CreateTempSubdirectory("incidentbot-").FullName, new(new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero)));

    /// <summary>As after a restart of the program. This one is closed.</summary>
    public async Task<WebChatUnderTest> ReopenAsync()
    {
        await CloseAsync();
        return await OpenAsync(_folder, Time);
    }

    /// <summary>Says something as a person, at the channel's top level or in a thread.</summary>
    public Task<WebMessage> SaysAsync(string person, string channel, string text, WebMessage? thread = null) => Messages.PostAsync(this[person], Workspace.PlaceOf(channel, thread?.Id), text, [], Ct);

    public async Task<IReadOnlyList<WebMessage>> InAsync(string channel) => await Store.AfterAsync(channel, null, int.MaxValue, Ct);

    /// <summary>What the bot has still to hear, in order.</summary>
    public async Task<IReadOnlyList<ChatEvent>> ToHearAsync() => [.. (await Store.NotHandedOverAsync(Ct)).Select(delivery => BotJson.Read<ChatEvent>(delivery.Body))];

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private static async Task<WebChatUnderTest> OpenAsync(string folder, FakeTimeProvider time)
    {
        var storage = await LiteDbStorage.OpenAsync(Path.Combine(folder, "incidentbot.db"), time, NullLoggerFactory.Instance, Ct);
        var chat = new WebChatUnderTest(folder, storage, time);
        await new SeedWorkspace(chat.Workspace, time).StartAsync(Ct);
        return chat;
    }

    private async Task CloseAsync()
    {
        Handover.Dispose();
        Workspace.Dispose();
        await _storage.DisposeAsync();
    }
}
