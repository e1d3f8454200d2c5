namespace IncidentBot.Slack.SocketMode;

/// <summary>How the sockets stand: what is live, since when nothing is, and what is wrong.</summary>
internal sealed class SocketStates(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, SocketEnding> _endings = [];
    private int _live;
    private bool _broke;
    private DateTimeOffset _lastLive = time.GetUtcNow();
    private DateTimeOffset? _lastOpened;

    /// <summary>What is wrong, in a sentence for an operator; null while a socket is live.</summary>
    public string? Fault
    {
        get
        {
            lock (_lock)
            {
                if (_live > 0) return null;
                var why = _endings.Values.OrderByDescending(ending => ending.Kind).FirstOrDefault()?.Why;
                return $"No socket to Slack is open since {_lastLive:u}. {why ?? "The first one is being opened."}";
            }
        }
    }

    public int Live
    {
        get
        {
            lock (_lock) return _live;
        }
    }

    /// <summary>A socket of this owner is live. True when something may have been missed: there was none, or one broke before.</summary>
    public bool Opened(int owner)
    {
        lock (_lock)
        {
            var missed = _live++ == 0 || _broke;
            _broke = false;
            _endings.Remove(owner);
            _lastOpened = time.GetUtcNow();
            return missed;
        }
    }

    /// <summary>A socket that was live is so no longer.</summary>
    /// <param name="broke">Neither side had said before that it would end.</param>
    public void Closed(bool broke)
    {
        lock (_lock)
        {
            _live--;
            _broke |= broke;
            _lastLive = time.GetUtcNow();
        }
    }

    public void Ended(int owner, SocketEnding ending)
    {
        lock (_lock) _endings[owner] = ending;
    }

    /// <summary>How long an opening has to wait to stand apart from the last one. When nothing is live it does not wait.</summary>
    public TimeSpan UntilApart(TimeSpan apart)
    {
        lock (_lock) return _live > 0 && _lastOpened + apart - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
