using System.Globalization;
using IncidentBot.Core.Exports.Pages;

namespace IncidentBot.Core.Slos.Charts;

/// <summary>A chart as SVG for a page: no script, no font of its own; its colours come from <see cref="Css"/>, which the page's stylesheet contains.</summary>
public static class BudgetChartSvg
{
    /// <summary>By day, in the dark, and on paper as by day.</summary>
    public static readonly string Css = string.Concat(
        ".chart{margin:1rem 0;overflow-x:auto}.chart svg{display:block;width:100%;min-width:30rem;max-width:44rem;height:auto}",
        ".chart text{font-family:system-ui,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif}",
        Colours(Inks.Light),
        $"@media (prefers-color-scheme:dark){{{Colours(Inks.Dark)}}}",
        $"@media print{{{Colours(Inks.Light)}.chart{{break-inside:avoid;overflow:visible}}.chart svg{{min-width:0}}}}");

    /// <param name="id">Unique on the page.</param>
    public static Html Of(BudgetChart chart, string id)
    {
        var drawing = BudgetDrawing.Of(chart);
        return Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Number(drawing.Width)} {Number(drawing.Height)}" role="img" aria-labelledby="{id}-title {id}-desc">
            <title id="{id}-title">{chart.Slo}: {chart.Figure}</title>
            <desc id="{id}-desc">{chart.Alt}</desc>
            {drawing.Shapes.Select(Of)}</svg>
            """);
    }

    private static Html Of(Shape shape) => shape switch
    {
        Area area => Html.Of($"""<polygon class="{Inks.Name(area.Ink)}" points="{Spots(area.Outline)}" />{"\n"}"""),
        Line line => Html.Of($"""<polyline class="{Inks.Name(line.Ink)} stroke" stroke-width="{Number(line.Width)}" stroke-linejoin="round" points="{Spots(line.Along)}" />{"\n"}"""),
        Dot dot => Html.Of($"""<circle class="{Inks.Name(dot.Ink)}" cx="{Number(dot.At.X)}" cy="{Number(dot.At.Y)}" r="{Number(dot.Radius)}" />{"\n"}"""),
        Label label => Html.Of($"""<text class="{Inks.Name(label.Ink)}" x="{Number(label.At.X)}" y="{Number(label.At.Y)}" font-size="{Number(label.Size)}" font-weight="{(label.Bold ? "600" : "400")}" text-anchor="{AnchorWord(label.Anchor)}">{label.Text}</text>{"\n"}"""),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string AnchorWord(Anchor anchor) => anchor switch
    {
        Anchor.Start => "start",
        Anchor.Middle => "middle",
        Anchor.End => "end",
    };

    private static string Spots(IEnumerable<Spot> spots) => string.Join(' ', spots.Select(spot => $"{Number(spot.X)},{Number(spot.Y)}"));

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Colours(Func<Ink, string> of) =>
        string.Concat(Enum.GetValues<Ink>().Select(ink => $".chart .{Inks.Name(ink)}{{fill:{of(ink)}}}.chart .{Inks.Name(ink)}.stroke{{fill:none;stroke:{of(ink)}}}"));
}
