namespace IncidentBot.Storage.LiteDb.Queues;

/// <summary>The last ids, so that most redeliveries are known without asking the database. Not thread-safe.</summary>
internal sealed class RecentIds(int most)
{
    private readonly HashSet<string> _ids = [];
    private readonly Queue<string> _order = [];

    public bool Contains(string id) => _ids.Contains(id);

    public void Add(string id)
    {
        if (!_ids.Add(id)) return;
        _order.Enqueue(id);
        if (_order.Count > most) _ids.Remove(_order.Dequeue());
    }
}
