using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>The part of a channel, or the thread, that a page shows. Bounded, so that a long channel stays quick.</summary>
/// <param name="thread">The id of the thread's first message; null: the channel's top level.</param>
public sealed class MessageWindow(string channel, string? thread = null)
{
    public const int Page = 60;
    public const int Most = 480;
    private readonly List<WebMessage> _messages = [];

    public string Channel { get; } = channel;

    public string? Thread { get; } = thread;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<WebMessage> Messages => _messages;

    public bool HasOlder { get; private set; }

    /// <summary>The newest message is shown, and newer ones will be.</summary>
    public bool AtNewest { get; private set; } = true;

    public WebMessage? Head => Thread is null ? null : _messages.FirstOrDefault(message => message.Id == Thread);

    /// <summary>Shows a page that was read, in place of what was shown. What was taken in while it was read is newer than the page.</summary>
    public void Show(IReadOnlyList<WebMessage> page, bool hasOlder)
    {
        WebMessage[] taken = [.. _messages];
        _messages.Clear();
        _messages.AddRange(page);
        (HasOlder, AtNewest) = (hasOlder, true);
        foreach (var message in taken) Take(message);
    }

    /// <summary>Adds older messages on top; what is too far below goes.</summary>
    public void ShowOlder(IReadOnlyList<WebMessage> page, bool hasOlder)
    {
        _messages.InsertRange(0, page);
        HasOlder = hasOlder;
        if (_messages.Count <= Most) return;
        _messages.RemoveRange(Most, _messages.Count - Most);
        AtNewest = false;
    }

    /// <summary>Takes in a message that was posted or changed. False when it does not belong here.</summary>
    public bool Take(WebMessage message)
    {
        if (message.Channel != Channel || (Thread is null ? message.Thread is not null : message.Thread != Thread && message.Id != Thread)) return false;
        var at = _messages.FindLastIndex(known => string.CompareOrdinal(known.Id, message.Id) <= 0);
        if (at >= 0 && _messages[at].Id == message.Id) _messages[at] = message;
        else if (at < 0 && (HasOlder || _messages.Count > 0)) return false;
        else if (at == _messages.Count - 1 && !AtNewest) return false;
        else _messages.Insert(at + 1, message);
        if (AtNewest && Thread is null && _messages.Count > Most)
        {
            _messages.RemoveRange(0, _messages.Count - Most + Page);
            HasOlder = true;
        }
        return true;
    }
}
