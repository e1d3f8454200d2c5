using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charts;

public sealed class BudgetDrawingTests
{
    /// <summary>An average letter of the font that pictures are drawn with, in parts of its size.</summary>
    private const double Letter = 0.6;

    public static TheoryData<string> Charts => [.. All.Keys];

    private static Dictionary<string, BudgetChart> All => new()
    {
        ["one incident"] = SomeChart.Stated(SomeChart.Share(1, 3, 0.4)),
        ["at both edges"] = SomeChart.Stated(SomeChart.Share(1, 10.05, 0.1), SomeChart.Share(2, 0.02, 0.1)),
        ["a hundred incidents"] = SomeChart.Many(100),
        ["overspent"] = SomeChart.Stated(SomeChart.Share(1, 3, 0.4), SomeChart.Share(2, 2, 1.7)),
        ["far overspent"] = SomeChart.Stated(SomeChart.Share(2, 2, 3000)),
        ["a long name"] = BudgetChart.Of(SomeChart.Report(0.5, BudgetMethod.Estimated, SomeChart.Share(1, 3, 0.5)) with { Slo = SomeChart.Slo with { Name = string.Join('-', Enumerable.Repeat("checkout", 30)) } }, null, null)!,
        ["a day"] = BudgetChart.Of(SomeChart.Report(0.5, BudgetMethod.Estimated, SomeChart.Share(1, 0.5, 0.5)) with { Window = new(Some.Time.AddDays(-1), Some.Time) }, null, null)!,
        ["a point"] = BudgetChart.Of(SomeChart.Report(0.5, BudgetMethod.Measured), null, null)!,
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void No_two_texts_overlap(string name)
    {
        var boxes = BudgetDrawing.Of(All[name]).Shapes.OfType<Label>().Select(Box).ToList();
        Assert.All(boxes.SelectMany((box, index) => boxes.Skip(index + 1).Select(other => (box, other))), pair => Assert.False(Overlap(pair.box, pair.other), $"{pair.box.Text} / {pair.other.Text}"));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Everything_lies_within_the_picture(string name)
    {
        var drawing = BudgetDrawing.Of(All[name]);
        var spots = drawing.Shapes.SelectMany(shape => shape switch
        {
            Area area => area.Outline,
            Line line => line.Along,
            Dot dot => [dot.At],
            Label label when Box(label) is var box => [new(box.Left, box.Top), new(box.Right, box.Bottom)],
            _ => throw new System.Diagnostics.UnreachableException(),
        });
        Assert.All(spots, spot => Assert.True(spot.X >= 0 && spot.X <= drawing.Width && spot.Y >= 0 && spot.Y <= drawing.Height, spot.ToString()));
    }

    [Fact]
    public void Neighbours_are_counted_together_and_all_of_them_are_counted()
    {
        var words = BudgetDrawing.Of(SomeChart.Many(100)).Shapes.OfType<Label>().Select(label => label.Text).Where(text => text.EndsWith("incidents", StringComparison.Ordinal) || text.StartsWith("INC-", StringComparison.Ordinal)).ToList();
        Assert.Equal(100, words.Sum(text => text.StartsWith("INC-", StringComparison.Ordinal) ? 1 : int.Parse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("INC-1", words); // the one that it is shown for stands by itself
    }

    [Fact]
    public void What_is_beyond_the_budget_is_drawn_otherwise()
    {
        var inks = BudgetDrawing.Of(All["overspent"]).Shapes.OfType<Line>().Select(line => line.Ink).ToList();
        Assert.Contains(Ink.Budget, inks);
        Assert.Contains(Ink.Over, inks);
        Assert.DoesNotContain(Ink.Over, BudgetDrawing.Of(All["one incident"]).Shapes.Select(shape => shape.Ink));
    }

    [Fact]
    public void Nothing_is_drawn_across_a_gap()
    {
        var chart = BudgetChart.Of(SomeChart.Report(0.4, BudgetMethod.Measured), SomeChart.State(60, 10, 0, null, null, null, 20, 0, 0, 0, 0), null)!;
        var drawing = BudgetDrawing.Of(chart);
        var gap = Assert.Single(drawing.Shapes.OfType<Area>(), area => area.Ink is Ink.Gap).Outline;
        var (from, to) = (gap.Min(spot => spot.X), gap.Max(spot => spot.X));
        Assert.All(drawing.Shapes.OfType<Line>().Where(line => line.Ink is Ink.Budget), line => Assert.True(line.Along.All(spot => spot.X <= from) || line.Along.All(spot => spot.X >= to)));
        Assert.Contains(drawing.Shapes.OfType<Label>(), label => label.Text == "no data");
    }

    [Fact]
    public void Days_begin_at_midnight_of_the_incident_s_zone()
    {
        var (at, text) = TimeTicks.Of(new(new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero), new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero)), "America/New_York", 8).ElementAt(2);
        Assert.Equal((new DateTimeOffset(2026, 3, 9, 4, 0, 0, TimeSpan.Zero), "9 Mar"), (at.ToUniversalTime(), text)); // the clocks went forward on the 8th
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(28)]
    [InlineData(31)]
    [InlineData(92)]
    [InlineData(400)]
    public void An_axis_has_marks_and_not_too_many(int days) =>
        Assert.InRange(TimeTicks.Of(new(Some.Time.AddDays(-days), Some.Time), "Europe/Lisbon", 8).Count(), 1, 9);

    private static bool Overlap(TextBox one, TextBox other) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static TextBox Box(Label label)
    {
        var width = label.Text.Length * label.Size * Letter;
        var left = label.At.X - (label.Anchor switch { Anchor.Start => 0, Anchor.Middle => width / 2, Anchor.End => width });
        return new(label.Text, left, label.At.Y - (label.Size * 0.75), left + width, label.At.Y + (label.Size * 0.1));
    }

    private sealed record TextBox(string Text, double Left, double Top, double Right, double Bottom);
}
