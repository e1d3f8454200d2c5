using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Stores the envelopes of one socket, some at once, and acknowledges each on that socket after it was stored. What is not acknowledged Slack sends again.</summary>
#pragma warning disable CA1001 // the semaphore holds nothing that must be freed, and what was begun may outlive its socket
internal sealed class EnvelopeIntake(SocketMessages messages, TakeDelivery take, SocketTimings timings, TimeProvider time, ILogger log)
#pragma warning restore CA1001
{
    private const int MostAtOnce = 64;
    private const int MostBegun = 2000;

    private readonly SemaphoreSlim _slots = new(MostAtOnce);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private int _begun;

    /// <summary>Begins with an envelope and returns at once. In the order of calls, as far as storing is.</summary>
    public void Begin(SocketFrame.Envelope envelope)
    {
        lock (_lock)
        {
            if (_begun == MostBegun)
            {
                log.LogWarning("So many of Slack's envelopes wait to be stored that one was left to be sent again");
                return;
            }
            _begun++;
        }
        _ = TakeAsync(envelope);
    }

    /// <summary>Ends when nothing is begun.</summary>
    public Task IdleAsync()
    {
        lock (_lock) return _begun == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private async Task TakeAsync(SocketFrame.Envelope envelope)
    {
        await _slots.WaitAsync();
        try
        {
            await AcknowledgeAsync(envelope, envelope.Payload is { } payload ? await StoreAsync(payload) : null);
        }
        catch (Exception late) when (late is StoreUnavailableException or OperationCanceledException)
        {
            log.LogWarning("An envelope of Slack's was not stored in time and is not acknowledged: Slack sends it again");
        }
        catch (Exception bug)
        {
            log.LogError(bug, "An envelope of Slack's was not taken");
        }
        finally
        {
            _slots.Release();
            lock (_lock)
            {
                if (--_begun == 0) _idle?.TrySetResult();
            }
        }
    }

    private async Task<JsonNode?> StoreAsync(JsonElement payload)
    {
        using var deadline = new CancellationTokenSource(timings.StoreWithin, time);
        return await take(payload, deadline.Token).WaitAsync(deadline.Token);
    }

    private async Task AcknowledgeAsync(SocketFrame.Envelope envelope, JsonNode? body)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = envelope.Id };
        if (envelope.TakesAnswer && body is not null) acknowledgement["payload"] = body;
        try
        {
            await messages.SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement));
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            log.LogDebug("An envelope of Slack's was stored when its socket had ended; it is known when Slack sends it again");
        }
    }
}
