using System.Xml.Linq;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charts;

public sealed class BudgetChartSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void It_is_well_formed_and_says_in_words_what_it_shows()
    {
        var chart = SomeChart.Many(100);
        var svg = Read(chart);
        Assert.Equal(Svg + "svg", svg.Name);
        Assert.Equal("c-title c-desc", svg.Attribute("aria-labelledby")?.Value);
        Assert.Equal(chart.Alt, Assert.Single(svg.Elements(Svg + "desc"), desc => desc.Attribute("id")?.Value == "c-desc").Value);
    }

    [Fact]
    public void A_name_is_never_markup()
    {
        const string hostile = "</text><script>alert(1)</script>&\"'";
        var svg = Read(BudgetChart.Of(SomeChart.Report(0.5, BudgetMethod.Estimated) with { Slo = SomeChart.Slo with { Name = hostile } }, null, null)!);
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == hostile);
        Assert.Empty(svg.Descendants(Svg + "script"));
    }

    [Fact]
    public void Every_colour_that_is_used_has_its_rule_by_day_and_in_the_dark()
    {
        foreach (var ink in Enum.GetValues<Ink>())
        {
            Assert.Contains($".chart .{Inks.Name(ink)}{{fill:{Inks.Light(ink)}}}", BudgetChartSvg.Css, StringComparison.Ordinal);
            Assert.Contains($".chart .{Inks.Name(ink)}{{fill:{Inks.Dark(ink)}}}", BudgetChartSvg.Css, StringComparison.Ordinal);
        }
    }

    private static XElement Read(BudgetChart chart) => XDocument.Parse(BudgetChartSvg.Of(chart, "c").Markup).Root!;
}
