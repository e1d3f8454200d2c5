using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.SocketMode;

/// <summary>One socket to Slack, from the moment it is connected until it is closed. It receives as long as it lives, also while a new one takes its place.</summary>
internal sealed class SlackSocket
{
    private readonly int _owner;
    private readonly SocketMessages _messages;
    private readonly EnvelopeIntake _intake;
    private readonly SocketStates _states;
    private readonly Action _missed;
    private readonly SocketTimings _timings;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnding> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _quiet;
    private readonly Task _received;
    private long _liveSince;
    private int _left;

    /// <param name="owner">Whose socket it is.</param>
    /// <param name="missed">Called when something may have been missed before this socket was live.</param>
    public SlackSocket(int owner, SocketMessages messages, TakeDelivery take, SocketStates states, Action missed, SocketTimings timings, TimeProvider time, ILogger log)
    {
        (_owner, _messages, _states, _missed, _timings, _time, _log) = (owner, messages, states, missed, timings, time, log);
        _intake = new(messages, take, timings, time, log);
        _quiet = time.CreateTimer(_ => _ending.TrySetResult(new(EndingKind.Rotation, "Nothing came over the socket for long.")), null, timings.Quiet, Timeout.InfiniteTimeSpan);
        _received = ReceiveAsync();
    }

    /// <summary>Ends when Slack has said hello: the socket is live.</summary>
    public Task Hello => _hello.Task;

    /// <summary>Why it has to be replaced. Unless it failed it goes on receiving until it is closed.</summary>
    public Task<SocketEnding> Ending => _ending.Task;

    /// <summary>Since its hello.</summary>
    public TimeSpan Lived => _hello.Task.IsCompleted ? _time.GetElapsedTime(_liveSince) : TimeSpan.Zero;

    /// <summary>Lets what was begun be acknowledged, then closes. Never throws.</summary>
    public async Task CloseAsync()
    {
        _ending.TrySetResult(new(EndingKind.Rotation, "It was closed by us."));
        Leave(broke: false);
        await Task.WhenAny(_intake.IdleAsync(), Task.Delay(_timings.FinishWithin, _time));
        await _messages.CloseAsync(_received);
        await _received;
        await _quiet.DisposeAsync();
        _messages.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var end = new SocketEnding(EndingKind.Failed, "Slack closed the socket.");
        try
        {
            while (await _messages.NextAsync() is { } message)
            {
                _quiet.Change(_timings.Quiet, Timeout.InfiniteTimeSpan);
                Hear(SocketFrame.Read(message.Span));
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            end = end with { Why = "The socket to Slack broke." };
        }
        catch (Exception bug)
        {
            _log.LogError(bug, "A socket to Slack was given up");
            end = end with { Why = "The socket to Slack was given up; why stands in the log." };
        }
        Leave(broke: !_ending.Task.IsCompleted);
        _ending.TrySetResult(end);
    }

    private void Hear(SocketFrame frame)
    {
        switch (frame)
        {
            case SocketFrame.Hello:
                Greet();
                break;
            case SocketFrame.Disconnect disconnect:
                _ending.TrySetResult(SocketEnding.Asked(disconnect.Reason));
                break;
            case SocketFrame.Envelope envelope:
                _intake.Begin(envelope);
                break;
            case SocketFrame.Unknown unknown:
                _log.LogDebug("A frame of Slack's of type {Type} means nothing to the bot", unknown.Type);
                break;
        }
    }

    private void Greet()
    {
        if (_hello.Task.IsCompleted) return;
        _liveSince = _time.GetTimestamp();
        if (_states.Opened(_owner)) _missed();
        _hello.SetResult();
    }

    private void Leave(bool broke)
    {
        if (_hello.Task.IsCompleted && Interlocked.Exchange(ref _left, 1) == 0) _states.Closed(broke);
    }
}
