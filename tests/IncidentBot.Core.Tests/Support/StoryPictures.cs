using System.Text;
using IncidentBot.Core.Slos.Charts;

namespace IncidentBot.Core.Tests.Support;

/// <summary>Draws a chart as its own name.</summary>
public sealed class StoryPictures : IChartPictures
{
    /// <summary>Nothing can be drawn.</summary>
    public bool Blind { get; set; }

    public byte[]? Png(BudgetChart chart) => Blind ? null : Encoding.UTF8.GetBytes(chart.Slo);
}
