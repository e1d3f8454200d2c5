using System.Collections.Concurrent;
using IncidentBot.Core.Times;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>What one open page shows: who speaks, which channel and thread, and what is new in them.</summary>
public sealed class ChatSession : IDisposable
{
    private readonly Workspace _workspace;
    private readonly IWebChatStore _store;
    private readonly LiveFeed _feed;
    private readonly ReadMarks _marks;
    private readonly ConcurrentQueue<WebChange> _arrived = new();
    private int _announced;

    public ChatSession(Workspace workspace, IWebChatStore store, LiveFeed feed, ReadMarks marks)
    {
        (_workspace, _store, _feed, _marks) = (workspace, store, feed, marks);
        _feed.Changed += Arrive;
    }

    /// <summary>Something was saved: call <see cref="TakeIn"/> on the page's own thread. Raised once until then.</summary>
    public event Action? Arrived;

    public WebPerson Me { get; private set; } = new("", "", "Etc/UTC");

    public WebChannel? Channel { get; private set; }

    public MessageWindow? Messages { get; private set; }

    public MessageWindow? Thread { get; private set; }

    /// <summary>The id of the first message that was unread when the channel was opened.</summary>
    public string? NewFrom { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool IsMember => Channel?.Members.Contains(Me.Id) ?? false;

    public IEnumerable<WebChannel> Channels => _workspace.Channels
        .Where(channel => !channel.Direct && channel.VisibleTo(Me.Id))
        .OrderBy(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>The channel that a person comes to: #general, or the first one there is; null when there is none.</summary>
    public WebChannel? HomeOf(WebPerson person) => _workspace.Channels
        .Where(channel => !channel.Direct && channel.VisibleTo(person.Id))
        .OrderBy(channel => channel.Name == "general" ? 0 : 1).ThenBy(channel => channel.Name, StringComparer.Ordinal).FirstOrDefault();

    public Unread? UnreadIn(string channel) => _marks.Of(Me.Id, channel);

    /// <summary>Shows a channel as a person sees it, with a thread beside it. False when the person cannot see such a channel.</summary>
    public async Task<bool> ShowAsync(WebPerson me, string channelId, string? threadId, CancellationToken ct)
    {
        var channel = _workspace.Channel(channelId);
        if (channel is null || !channel.VisibleTo(me.Id)) return false;
        var changes = Me.Id != me.Id || Channel?.Id != channel.Id;
        (Me, Channel, Zone) = (me, channel, Zones.Find(me.TimeZone));
        if (changes)
        {
            NewFrom = _marks.Of(me.Id, channel.Id)?.First;
            Messages = new(channel.Id);
            await ShowNewestAsync(ct);
        }
        if (changes || Thread?.Thread != threadId) await ShowThreadAsync(channel.Id, threadId, ct);
        _marks.Read(me.Id, channel.Id);
        return true;
    }

    public async Task ShowNewestAsync(CancellationToken ct)
    {
        if (Messages is not { } window) return;
        var page = await _store.PageAsync(window.Channel, null, MessageWindow.Page, ct);
        window.Show(page, page.Count == MessageWindow.Page);
    }

    public async Task ShowOlderAsync(CancellationToken ct)
    {
        if (Messages is not { HasOlder: true } window || window.Messages.Count == 0) return;
        var page = await _store.PageAsync(window.Channel, window.Messages[0].Id, MessageWindow.Page, ct);
        if (window == Messages) window.ShowOlder(page, page.Count == MessageWindow.Page);
    }

    /// <summary>Takes in what arrived since the last time.</summary>
    public void TakeIn()
    {
        Interlocked.Exchange(ref _announced, 0);
        while (_arrived.TryDequeue(out var change))
        {
            foreach (var message in change.Messages)
            {
                Messages?.Take(message);
                Thread?.Take(message);
            }
        }
        if (Channel is null) return;
        Channel = _workspace.Channel(Channel.Id);
        if (Channel is not null) _marks.Read(Me.Id, Channel.Id);
    }

    public void Dispose() => _feed.Changed -= Arrive;

    private async Task ShowThreadAsync(string channel, string? id, CancellationToken ct)
    {
        var thread = Thread = id is null ? null : new(channel, id);
        if (thread is null) return;
        if (await _store.FindAsync(channel, id!, ct) is { Thread: null } head) thread.Show([head, .. await _store.RepliesAsync(channel, id!, ct)], hasOlder: false);
        else if (Thread == thread) Thread = null;
    }

    private void Arrive(WebChange change)
    {
        _arrived.Enqueue(change);
        if (Interlocked.Exchange(ref _announced, 1) == 0) Arrived?.Invoke();
    }
}
