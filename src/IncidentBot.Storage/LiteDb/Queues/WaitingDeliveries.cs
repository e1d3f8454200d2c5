using IncidentBot.Storage.Journal;

namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>Deliveries that wait or are worked on, by order key. Not thread-safe: the inbox's lock guards it.</summary>
internal sealed class WaitingDeliveries
{
    private readonly Dictionary<string, Line> _lines = [];
    private readonly Dictionary<string, LinkedListNode<WaitingDelivery>> _byId = [];
    private readonly PriorityQueue<Line, long> _ready = new(); // lines with deliveries that nobody works on, oldest first
    private long _lastNumber;

    public int Count => _byId.Count;

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>True when its line can be leased now and could not before.</summary>
    public bool Add(string id, string orderKey, JournalPlace place)
    {
        if (!_lines.TryGetValue(orderKey, out var line)) _lines[orderKey] = line = new(orderKey);
        _byId[id] = line.Deliveries.AddLast(new WaitingDelivery(id, place, line, ++_lastNumber));
        return MakeReady(line);
    }

    /// <summary>Leases the line whose first delivery is the oldest; null when there is none.</summary>
    public (string OrderKey, IReadOnlyList<WaitingDelivery> Deliveries)? Lease(int limit)
    {
        while (_ready.TryDequeue(out var line, out _))
        {
            line.Ready = false;
            if (line.Deliveries.Count == 0)
            {
                _lines.Remove(line.OrderKey);
                continue;
            }
            line.Leased = true;
            return (line.OrderKey, [.. line.Deliveries.Take(limit)]);
        }
        return null;
    }

    /// <summary>True when the line can be leased again.</summary>
    public bool Release(string orderKey)
    {
        if (!_lines.TryGetValue(orderKey, out var line) || !line.Leased) return false;
        line.Leased = false;
        if (line.Deliveries.Count > 0) return MakeReady(line);
        _lines.Remove(orderKey);
        return false;
    }

    public WaitingDelivery? Remove(string id)
    {
        if (!_byId.Remove(id, out var node)) return null;
        node.Value.Line.Deliveries.Remove(node);
        return node.Value;
    }

    private bool MakeReady(Line line)
    {
        if (line.Leased || line.Ready) return false;
        line.Ready = true;
        _ready.Enqueue(line, line.Deliveries.First!.Value.Number);
        return true;
    }

    internal sealed class Line(string orderKey)
    {
        public string OrderKey { get; } = orderKey;

        public LinkedList<WaitingDelivery> Deliveries { get; } = [];

        public bool Leased { get; set; }

        /// <summary>Stands among those that may be leased.</summary>
        public bool Ready { get; set; }
    }
}

/// <summary>The delivery itself stays on disk, so that many can wait in little memory.</summary>
internal sealed record WaitingDelivery(string Id, JournalPlace Place, WaitingDeliveries.Line Line, long Number);
