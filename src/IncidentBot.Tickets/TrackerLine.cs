using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tickets;

/// <summary>The one line to the tracker. While the tracker fails or asks to wait nobody else tries, so that errands never take the outbox's slots from chats; what is wrong is said here once.</summary>
internal sealed class TrackerLine(ITracker tracker, TimeProvider time, ILogger<TrackerLine> log) : IIntegrationHealth, IDisposable
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly Lock _gate = new();
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;
    private int _failures;
    private string? _fault;

    public string Name => "tickets";

    public string? Fault
    {
        get
        {
            lock (_gate) return _fault;
        }
    }

    /// <exception cref="ChatException">Temporary, without a try: the tracker rests, or enough is under way.</exception>
    public async Task<T> RunAsync<T>(Func<ITracker, Task<T>> use)
    {
        if (Rest() is { } rest) throw new ChatException(ChatFault.Temporary, Fault ?? $"{Core.Tickets.TicketCards.Name(tracker.Kind)} is given a rest", rest);
        if (!await _free.WaitAsync(TimeSpan.Zero)) throw new ChatException(ChatFault.Temporary, "other tickets are under way", Fault is null ? WhenBusy : TrackerHttp.Answering); // while it fails, waiting for others does not use up tries
        try
        {
            var answer = await use(tracker);
            Heal();
            return answer;
        }
        catch (ChatException failure)
        {
            throw failure.Fault is ChatFault.Temporary ? Failed(failure) : failure; // a refusal is about one ticket
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private TimeSpan? Rest()
    {
        lock (_gate) return _restsUntil - time.GetUtcNow() is { Ticks: > 0 } rest ? rest : null;
    }

    private void Heal()
    {
        lock (_gate)
        {
            if (_fault is not null) log.LogInformation("The ticket tracker works again");
            (_failures, _fault) = (0, null);
        }
    }

    private ChatException Failed(ChatException failure)
    {
        lock (_gate)
        {
            var rest = failure.RetryAfter ?? Doubling.Of(FirstRest, _failures++, LongestRest);
            if (time.GetUtcNow() + rest is var until && until > _restsUntil) _restsUntil = until;
            if (_fault != failure.Message) log.LogWarning("The ticket tracker fails; tickets wait and chats go on: {Reason}", failure.Message);
            _fault = failure.Message;
            return new(ChatFault.Temporary, failure.Message, rest, failure);
        }
    }
}
