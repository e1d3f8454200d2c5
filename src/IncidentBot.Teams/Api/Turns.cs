namespace IncidentBot.Teams.Api;

/// <summary>Turns within limits of calls in a time, each handed out at its own time.</summary>
internal sealed class Turns(IReadOnlyList<CallLimit> limits)
{
    private readonly Lock _lock = new();
    private readonly int _most = limits.Max(limit => limit.Calls);
    private readonly List<TimeSpan> _taken = [];

    /// <summary>How long to wait for one's turn; longer than the patience: there was none to have.</summary>
    public TimeSpan Take(TimeSpan now, TimeSpan patience)
    {
        lock (_lock)
        {
            var turn = limits.Where(limit => _taken.Count >= limit.Calls).Select(limit => _taken[^limit.Calls] + limit.Within).Append(now).Max();
            if (_taken.Count > 0 && turn < _taken[^1]) turn = _taken[^1];
            if (turn - now > patience) return turn - now;
            if (_taken.Count >= _most * 2) _taken.RemoveRange(0, _taken.Count - _most);
            _taken.Add(turn);
            return turn - now;
        }
    }
}
