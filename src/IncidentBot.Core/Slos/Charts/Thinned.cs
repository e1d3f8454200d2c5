namespace IncidentBot.Core.Slos.Charts;

/// <summary>A course without the points that nobody would miss in a picture.</summary>
internal static class Thinned
{
    /// <summary>More than a picture has columns to tell apart.</summary>
    public const int Most = 400;

    private const double Same = 1e-9;

    /// <remarks>What is left only falls, so dropping points between two others hides no peak.</remarks>
    public static IReadOnlyList<BudgetPoint> Of(IReadOnlyList<BudgetPoint> run)
    {
        List<BudgetPoint> bends = [.. run.Where((point, index) => index == 0 || index == run.Count - 1 || !IsFlat(run, index))];
        var every = (bends.Count + Most - 1) / Most;
        return every <= 1 ? bends : [.. bends.Where((_, index) => index % every == 0 || index == bends.Count - 1)];
    }

    private static bool IsFlat(IReadOnlyList<BudgetPoint> run, int index) =>
        Math.Abs(run[index].Left - run[index - 1].Left) < Same && Math.Abs(run[index].Left - run[index + 1].Left) < Same;
}
