using System.Threading.Channels;

namespace IncidentBot.Core.Bot;

/// <summary>Wishes to read the history of rooms again, because something may have been missed: after a start, a reconnect, on coming into a room.</summary>
public sealed class HistoryRequests
{
    private readonly Channel<HistoryRequest> _wishes = Channel.CreateUnbounded<HistoryRequest>();

    public void Ask(HistoryRequest wish) => _wishes.Writer.TryWrite(wish);

    /// <summary>A wish that waits already; null when there is none.</summary>
    public HistoryRequest? Next() => _wishes.Reader.TryRead(out var wish) ? wish : null;

    /// <summary>Waits until there is a wish.</summary>
    public async Task WaitAsync(CancellationToken ct) => await _wishes.Reader.WaitToReadAsync(ct);
}

/// <param name="Channel">Null: every room of the workspace.</param>
public sealed record HistoryRequest(string Workspace, string? Channel = null);
