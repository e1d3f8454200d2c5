namespace IncidentBot.Slack.SocketMode;

/// <summary>How long things may take, and how far they stand apart.</summary>
internal sealed record SocketTimings
{
    /// <summary>Between the openings of two sockets, so that Slack does not rotate them together.</summary>
    public TimeSpan Apart { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the call that gives the address to the first frame.</summary>
    public TimeSpan OpenWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A socket that lived so long was a good one: the next failure is the first again.</summary>
    public TimeSpan Healthy { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between pings, and for how long one may stay unanswered: a peer that is gone without a word is noticed after both.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A socket over which nothing came for so long is replaced, though it looks alive.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What was begun may take so long when a socket is replaced or the program stops.</summary>
    public TimeSpan FinishWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Slack leaves the connection open after the closing handshake.</summary>
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>As over HTTP: what is not stored by then is not acknowledged.</summary>
    public TimeSpan StoreWithin { get; init; } = TimeSpan.FromSeconds(2.5);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After a socket that was live, if only for a moment: Slack is there, and what happens meanwhile waits.</summary>
    public TimeSpan LongestPauseOfYoung { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When only somebody's doing can help: a new token, one program less.</summary>
    public TimeSpan FirstLongPause { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestLongPause { get; init; } = TimeSpan.FromMinutes(10);
}
