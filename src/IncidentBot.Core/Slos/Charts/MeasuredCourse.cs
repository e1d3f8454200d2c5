using IncidentBot.Core.Slos.Budgets;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>What was left over time, as it was counted step by step.</summary>
/// <remarks>A step that could not be read is a gap. What the whole has and no step does was lost in a gap; where there are several, each takes its share by its length.
/// So the course ends where the figure says, and no line is drawn over a time that nobody has read.</remarks>
internal static class MeasuredCourse
{
    private const double AlmostAStep = 0.99;

    public static IReadOnlyList<IReadOnlyList<BudgetPoint>> Of(SloReading? reading, Period window, DateTimeOffset at, double left)
    {
        if (reading is null) return [[new(window.From, 1)], [new(at, left)]];
        var (bad, stepped) = (reading.Counted.Bad, reading.Course.Sum(step => step.Counted.Bad));
        var unread = reading.Window.Length - reading.Course.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.When.Length);
        var missing = unread > TimeSpan.Zero ? Math.Max(0, bad - stepped) : 0;
        var scale = stepped > 0 ? (bad - missing) / stepped : 0;
        var price = bad > 0 ? (1 - left) / bad : 0;

        var spent = 0.0;
        var end = reading.Window.From;
        List<IReadOnlyList<BudgetPoint>> runs = [];
        List<BudgetPoint> run = [new(end, 1)];
        foreach (var step in reading.Course)
        {
            Pass(step.When.From, step.When.Length);
            spent += step.Counted.Bad * scale;
            run.Add(new(end = step.When.To, 1 - (spent * price)));
        }
        Pass(reading.Window.To, reading.Course.Count > 0 ? reading.Course[^1].When.Length : TimeSpan.Zero);
        run[^1] = run[^1] with { Left = left };
        return [.. runs.Append(run).Select(Thinned.Of)];

        // Over a time without a step: a gap, unless it is shorter than a step is.
        void Pass(DateTimeOffset to, TimeSpan step)
        {
            var gap = to - end;
            if (gap <= TimeSpan.Zero) return;
            spent += missing * (gap / unread);
            if (gap >= step * AlmostAStep)
            {
                runs.Add(run);
                run = [];
            }
            run.Add(new(to, 1 - (spent * price)));
        }
    }
}
