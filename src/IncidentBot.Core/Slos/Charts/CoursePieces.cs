namespace IncidentBot.Core.Slos.Charts;

/// <summary>A run cut where the budget is used up, so that what is beyond can be drawn otherwise.</summary>
internal static class CoursePieces
{
    public static IEnumerable<CoursePiece> Of(IReadOnlyList<BudgetPoint> run)
    {
        List<BudgetPoint> piece = [run[0]];
        foreach (var point in run.Skip(1))
        {
            var before = piece[^1];
            if (before.Left * point.Left < 0)
            {
                var crossing = new BudgetPoint(before.At + ((point.At - before.At) * (before.Left / (before.Left - point.Left))), 0);
                piece.Add(crossing);
                yield return new(piece, IsOver(piece));
                piece = [crossing];
            }
            else if (before.Left == 0 && piece.Count > 1 && point.Left < 0)
            {
                yield return new(piece, IsOver(piece));
                piece = [before];
            }
            piece.Add(point);
        }
        yield return new(piece, IsOver(piece));
    }

    private static bool IsOver(List<BudgetPoint> piece) => piece.Exists(point => point.Left < 0);
}

/// <param name="Over">It lies below zero.</param>
internal sealed record CoursePiece(IReadOnlyList<BudgetPoint> Points, bool Over);
