using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>Lays a chart out: heading, incidents, what is left over time, the two axes.</summary>
public static class BudgetDrawing
{
    public const double Width = 560;
    public const double Height = 300;

    private const double Small = 11.5;
    private const double Edge = 14;

    /// <summary>No letter of a usual font is wider, one with another.</summary>
    private const double LetterWidth = 0.6;

    public static Drawing Of(BudgetChart chart)
    {
        var bare = Plot.Of(chart, new(Edge, 88), new(Width - Edge, Height - 46));
        var plot = bare with { Left = Edge + 6 + bare.Ticks.Max(tick => WidthOf(ChartCards.Tick(tick), Small)) };
        return new(Width, Height,
        [
            new Area(Ink.Paper, Rectangle(0, 0, Width, Height)),
            .. Heading(chart),
            .. Gaps(chart, plot),
            .. plot.Ticks.Where(left => left != 0).Select(left => Level(plot, left, Ink.Grid, 0.8)),
            .. Bands(chart, plot),
            .. Course(chart, plot),
            Level(plot, 0, Ink.Text, 1.2),
            .. plot.Ticks.Select(left => new Label(left == 0 ? Ink.Text : Ink.Soft, new(plot.Left - 6, plot.Y(left) + 4), ChartCards.Tick(left), Small, Anchor.End)),
            .. TimeAxis(chart, plot),
            .. Names(chart, plot),
            .. Ends(chart, plot),
        ]);
    }

    private static IEnumerable<Shape> Heading(BudgetChart chart)
    {
        var ink = chart.Runs[^1][^1].Left < 0 ? Ink.Over : Ink.Budget;
        var room = Width - (2 * Edge) - WidthOf(chart.Figure, 17) - 12;
        yield return new Label(Ink.Text, new(Edge, 27), Fitted(chart.Slo, room, 15), 15, Anchor.Start, Bold: true);
        yield return new Label(ink, new(Width - Edge, 27), chart.Figure, 17, Anchor.End, Bold: true);
        yield return new Label(Ink.Soft, new(Edge, 46), chart.About, Small, Anchor.Start);
    }

    private static IEnumerable<Shape> Gaps(BudgetChart chart, Plot plot)
    {
        foreach (var (before, after) in chart.Runs.Zip(chart.Runs.Skip(1)))
        {
            var (from, to) = (plot.X(before[^1].At), plot.X(after[0].At));
            yield return new Area(Ink.Gap, Rectangle(from, plot.Top, to, plot.Bottom));
            if (to - from > WidthOf(ChartCards.NoData, Small)) yield return new Label(Ink.Soft, new((from + to) / 2, plot.Top + 24), ChartCards.NoData, Small, Anchor.Middle);
        }
    }

    private static IEnumerable<Shape> Bands(BudgetChart chart, Plot plot) => chart.Marks.OrderBy(mark => mark.Current).Select(mark =>
    {
        var (from, to) = plot.Band(mark.When, mark.Current ? 3 : 2);
        return new Area(mark.Current ? Ink.Current : Ink.Incident, Rectangle(from, plot.Top - (mark.Current ? 6 : 4), to, plot.Bottom));
    });

    private static Line Level(Plot plot, double left, Ink ink, double width) => new(ink, [new(plot.Left, plot.Y(left)), new(plot.Right, plot.Y(left))], width);

    private static IEnumerable<Shape> TimeAxis(BudgetChart chart, Plot plot)
    {
        foreach (var (at, text) in TimeTicks.Of(chart.Window, chart.TimeZone, most: 8))
        {
            var x = plot.X(at);
            yield return new Line(Ink.Soft, [new(x, plot.Bottom), new(x, plot.Bottom + 4)], 0.8);
            var half = WidthOf(text, Small) / 2;
            if (x - half >= 0 && x + half <= Width) yield return new Label(Ink.Soft, new(x, plot.Bottom + 17), text, Small, Anchor.Middle);
        }
        yield return new Label(Ink.Soft, new(plot.Right, Height - 10), ChartCards.Times(chart.TimeZone), Small, Anchor.End);
    }

    private static IEnumerable<Shape> Course(BudgetChart chart, Plot plot)
    {
        foreach (var piece in chart.Runs.SelectMany(CoursePieces.Of))
        {
            Spot[] along = [.. piece.Points.Select(point => new Spot(plot.X(point.At), plot.Y(point.Left)))];
            if (along.Length < 2) continue;
            yield return new Area(piece.Over ? Ink.OverArea : Ink.BudgetArea, [new(along[0].X, plot.Y(0)), .. along, new(along[^1].X, plot.Y(0))]);
            yield return new Line(piece.Over ? Ink.Over : Ink.Budget, along, 2);
        }
    }

    /// <summary>Where it stands now, and what is known alone.</summary>
    private static IEnumerable<Shape> Ends(BudgetChart chart, Plot plot)
    {
        foreach (var alone in chart.Runs.Where(run => run.Count == 1 || run == chart.Runs[^1]).Select(run => run[^1]))
            yield return new Dot(alone.Left < 0 ? Ink.Over : Ink.Budget, new(plot.X(alone.At), plot.Y(alone.Left)), 3.5);
    }

    /// <summary>The current incident's name has a line of its own above the others'.</summary>
    private static IEnumerable<Shape> Names(BudgetChart chart, Plot plot)
    {
        foreach (var current in new[] { true, false })
        {
            var marks = chart.Marks.Where(mark => mark.Current == current).Select(mark => (plot.X(mark.When.From + (mark.When.Length / 2)), mark.Name)).OrderBy(mark => mark.Item1);
            foreach (var label in MarkLabels.Of(marks, Edge, plot.Right, text => WidthOf(text, Small)))
                yield return new Label(current ? Ink.Text : Ink.Soft, new(label.Middle, plot.Top - (current ? 22 : 8)), label.Text, Small, Anchor.Middle, Bold: current);
        }
    }

    private static double WidthOf(string text, double size) => text.Length * size * LetterWidth;

    private static string Fitted(string text, double room, double size) => Excerpt.Of(text, Math.Max(1, (int)(room / (size * LetterWidth)) - 1));

    private static IReadOnlyList<Spot> Rectangle(double left, double top, double right, double bottom) => [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
}
