namespace IncidentBot.Core.Slos.Charts;

/// <summary>Names of incidents beside one another on a line: neighbours that would run into each other become one, which counts them.</summary>
internal static class MarkLabels
{
    private const double Between = 6;

    /// <param name="marks">Where each stands, from left to right.</param>
    /// <param name="widthOf">How wide a text is, at least.</param>
    public static IReadOnlyList<PlacedLabel> Of(IEnumerable<(double X, string Name)> marks, double left, double right, Func<string, double> widthOf)
    {
        List<PlacedLabel> placed = [];
        foreach (var (x, name) in marks)
        {
            var label = Placed(x, x, 1, name);
            while (placed is [.., var before] && before.Right + Between > label.Left)
            {
                placed.RemoveAt(placed.Count - 1);
                label = Placed(before.First, label.Last, before.Count + label.Count, ChartCards.Group(before.Count + label.Count));
            }
            placed.Add(label);
        }
        return placed;

        PlacedLabel Placed(double first, double last, int count, string text)
        {
            var half = widthOf(text) / 2;
            return new(first, last, count, text, Math.Max(left + half, Math.Min(right - half, (first + last) / 2)), half);
        }
    }
}

/// <param name="First">Where the first of them stands.</param>
internal sealed record PlacedLabel(double First, double Last, int Count, string Text, double Middle, double Half)
{
    public double Left => Middle - Half;

    public double Right => Middle + Half;
}
