namespace IncidentBot.Core.Slos.Budgets;

/// <summary>How many interactions there were in any stretch of a window: by the counters where they were read, else every second counts the same.</summary>
internal sealed class Traffic
{
    private readonly SloStep[] _steps;

    /// <summary>A second's, where no step of the course tells.</summary>
    private readonly double _usual;

    private Traffic(bool isCounted, double whole, double usual, SloStep[] steps) => (IsCounted, Whole, _usual, _steps) = (isCounted, whole, usual, steps);

    /// <summary>Else in seconds.</summary>
    public bool IsCounted { get; }

    /// <summary>Of the whole window, its part to come included.</summary>
    public double Whole { get; }

    /// <summary>Where it may change.</summary>
    public IEnumerable<DateTimeOffset> Changes => _steps.SelectMany(step => new[] { step.When.From, step.When.To });

    public static Traffic Even(Period window) => new(isCounted: false, window.Length.TotalSeconds, usual: 1, []);

    /// <remarks>What nobody has counted, because it is to come or there are no samples of it, is taken to be as busy as the rest. Time always goes on evenly, so where that is what is counted the course is of no use here.</remarks>
    public static Traffic Of(Slo slo, Period window, SloReading reading)
    {
        var usual = reading.Counted.Total / reading.Seen.Length.TotalSeconds;
        return new(isCounted: true, usual * window.Length.TotalSeconds, usual, slo.Sli.Kind == SliKind.Time ? [] : [.. reading.Course.Where(step => step.When.Length > TimeSpan.Zero && step.Counted.IsSound).OrderBy(step => step.When.From)]);
    }

    public double In(Period period)
    {
        var (sum, unread) = (0.0, period.Length.TotalSeconds);
        for (var at = FirstAfter(period.From); at < _steps.Length && _steps[at].When.From < period.To; at++)
        {
            var (seconds, step) = (_steps[at].When.And(period).Length.TotalSeconds, _steps[at]);
            sum += step.Counted.Total * seconds / step.When.Length.TotalSeconds;
            unread -= seconds;
        }
        return sum + Math.Max(0, unread) * _usual;
    }

    /// <summary>The first step that ends later.</summary>
    private int FirstAfter(DateTimeOffset time)
    {
        var (low, high) = (0, _steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].When.To > time) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
