namespace IncidentBot.Core.Slos.Charts;

/// <summary>Makes pictures of charts for chats.</summary>
public interface IChartPictures
{
    /// <summary>A PNG; null when this machine, or the fonts at hand, cannot draw all of it. Then <see cref="BudgetChart.Alt"/> is said instead.</summary>
    byte[]? Png(BudgetChart chart);
}
