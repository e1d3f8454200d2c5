namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>Which sayings wait, in memory: one line an order key, of which only the first may be leased, once it is due.</summary>
internal sealed class OutboxSchedule
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Line> _lines = [];
    private readonly Dictionary<long, Waiting> _waiting = [];
    private readonly PriorityQueue<Line, (DateTimeOffset Due, long Id)> _ready = new(); // every line that is not leased, by its first saying
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Depth
    {
        get { lock (_lock) return _waiting.Count; }
    }

    /// <summary>Adds sayings in the order of their ids; one that is known is left as it is.</summary>
    public void Add(IEnumerable<OutboxEntry> entries)
    {
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                if (!_lines.TryGetValue(entry.OrderKey, out var line)) _lines[entry.OrderKey] = line = new(entry.OrderKey);
                if (!_waiting.TryAdd(entry.Id, new(line) { DueAt = entry.DueAt, MayBeTried = entry.MayBeTried })) continue;
                line.Ids.Enqueue(entry.Id);
                if (line.Ids.Count == 1) _ready.Enqueue(line, (entry.DueAt, entry.Id));
            }
            Tell();
        }
    }

    /// <summary>Leases what is due, and tells what to wait for when there is nothing.</summary>
    public IReadOnlyList<long> Lease(int limit, DateTimeOffset now, out Task changed, out DateTimeOffset? nextDue)
    {
        var leased = new List<long>();
        lock (_lock)
        {
            while (leased.Count < limit && _ready.TryPeek(out var line, out var head) && head.Due <= now)
            {
                _ready.Dequeue();
                line.Leased = true;
                leased.Add(head.Id);
            }
            changed = _changed.Task;
            nextDue = _ready.TryPeek(out _, out var next) ? next.Due : null;
        }
        return leased;
    }

    /// <summary>Whether an earlier try of this one may have arrived: it was leased before, in this process or, it may be, in an earlier one.</summary>
    public bool MayBeTried(long id)
    {
        lock (_lock) return _waiting.TryGetValue(id, out var waiting) && waiting.MayBeTried;
    }

    /// <summary>A leased one waits no more; the next one of its line may be leased.</summary>
    public void Remove(long id)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(id, out var gone)) return;
            gone.Line.Ids.Dequeue();
            if (gone.Line.Ids.Count == 0) _lines.Remove(gone.Line.OrderKey);
            else MakeReady(gone.Line);
        }
    }

    /// <summary>The lease of one ends, and it waits on, for a time if one is given.</summary>
    public void Release(long id, DateTimeOffset? dueAt = null)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(id, out var waiting) || !waiting.Line.Leased || waiting.Line.Ids.Peek() != id) return;
            waiting.DueAt = dueAt ?? waiting.DueAt;
            waiting.MayBeTried = true;
            MakeReady(waiting.Line);
        }
    }

    private void MakeReady(Line line)
    {
        var first = line.Ids.Peek();
        line.Leased = false;
        _ready.Enqueue(line, (_waiting[first].DueAt, first));
        Tell();
    }

    private void Tell()
    {
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Line(string orderKey)
    {
        public string OrderKey { get; } = orderKey;

        public Queue<long> Ids { get; } = [];

        public bool Leased { get; set; }
    }

    private sealed class Waiting(Line line)
    {
        public Line Line { get; } = line;

        public DateTimeOffset DueAt { get; set; }

        public bool MayBeTried { get; set; }
    }
}

/// <param name="MayBeTried">It was found at a start: a crash may have hidden a try.</param>
internal sealed record OutboxEntry(long Id, string OrderKey, DateTimeOffset DueAt, bool MayBeTried = false);
