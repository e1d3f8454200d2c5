namespace IncidentBot.Core.Slos.Charts;

/// <summary>The part of a drawing in which times and what is left have their places.</summary>
/// <param name="Lowest">What is left at its lower edge: zero or below.</param>
/// <param name="Ticks">Where the axis of what is left is marked.</param>
internal sealed record Plot(Period Window, double Left, double Top, double Right, double Bottom, double Lowest, IReadOnlyList<double> Ticks)
{
    private const int MostTicksBelow = 4;
    private const double LineHeight = 14;

    public static Plot Of(BudgetChart chart, Spot corner, Spot opposite)
    {
        var least = chart.Runs.SelectMany(run => run).Min(point => point.Left);
        var lowest = least < 0 ? least * 1.06 : 0; // the line does not lie on the edge
        var step = Step(-lowest);
        var apart = (opposite.Y - corner.Y) / (1 - lowest);
        double[] ticks = [1, .. apart / 2 >= LineHeight ? (double[])[0.5] : [], 0, .. Enumerable.Range(1, MostTicksBelow).Select(index => -index * step).Where(tick => tick >= lowest)];
        if (apart < LineHeight) ticks = ticks[1..];
        return new(chart.Window, corner.X, corner.Y, opposite.X, opposite.Y, lowest, ticks);
    }

    public double X(DateTimeOffset at) => Left + (Math.Clamp((at - Window.From) / Window.Length, 0, 1) * (Right - Left));

    public double Y(double left) => Top + ((1 - left) / (1 - Lowest) * (Bottom - Top));

    /// <summary>From where to where a time lies; at least so wide that it can be seen.</summary>
    public (double From, double To) Band(Period when, double least)
    {
        var (from, to) = (X(when.From), X(when.To));
        if (to - from >= least) return (from, to);
        var middle = Math.Clamp((from + to) / 2, Left + (least / 2), Right - (least / 2));
        return (middle - (least / 2), middle + (least / 2));
    }

    // 0.25, 0.5, 1, 2, 5, 10, 20 …
    private static double Step(double depth)
    {
        if (depth <= 2) return depth <= 0.5 ? 0.25 : 0.5;
        for (var power = 1.0; ; power *= 10)
            foreach (var step in (double[])[power, 2 * power, 5 * power])
                if (depth / step <= MostTicksBelow)
                    return step;
    }
}
