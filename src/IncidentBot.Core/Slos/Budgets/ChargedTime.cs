namespace IncidentBot.Core.Slos.Budgets;

/// <summary>Shares time out among incidents that hit one SLO together: the one whose impact began first takes all of its own, a later one only what it has more than those before it.</summary>
internal static class ChargedTime
{
    /// <param name="figures">The one that began first comes first.</param>
    /// <param name="changes">Where the traffic changes.</param>
    /// <returns>For each figure, how many bad interactions of the stretch it takes.</returns>
    public static double[] Of(IReadOnlyList<Figure> figures, Period stretch, IEnumerable<DateTimeOffset> changes)
    {
        var takes = new double[figures.Count];
        var edges = figures.SelectMany(figure => new[] { figure.When.From, figure.When.To }).Concat(changes).Where(edge => edge > stretch.From && edge < stretch.To).Append(stretch.From).Append(stretch.To).Distinct().Order().ToArray();
        for (var edge = 0; edge + 1 < edges.Length; edge++)
        {
            var (piece, taken) = (new Period(edges[edge], edges[edge + 1]), 0.0);
            for (var which = 0; which < figures.Count; which++)
            {
                if (figures[which].When.From > piece.From || figures[which].When.To < piece.To) continue;
                var bad = figures[which].BadIn(piece);
                takes[which] += Math.Max(0, bad - taken);
                taken = Math.Max(taken, bad);
            }
        }
        return takes;
    }
}
