using IncidentBot.Core.Chat;
using IncidentBot.Slack.Rendering;
using Xunit;

namespace IncidentBot.Tests.Slack.Rendering;

public sealed class SlackHomeTests
{
    [Theory]
    [InlineData(100, "line 100")]
    [InlineData(101, "_There is more than this page can show. `/incident list` and `/incident actions mine` show all of it._")]
    public void A_page_that_is_too_long_ends_in_a_way_to_the_rest(int blocks, string last)
    {
        var view = SlackHome.Of(new("Home", [.. Enumerable.Range(1, blocks).Select(number => new Paragraph($"line {number}"))]));
        Assert.Equal(100, view["blocks"]!.AsArray().Count);
        Assert.Equal(last, (string?)view["blocks"]![99]!["text"]!["text"]);
    }

    [Fact]
    public void A_table_is_a_list_there()
    {
        var view = SlackHome.Of(new("Home", new Table(["Incident", "What"], [["INC-1", "checkout"]])));
        Assert.Empty(BlockKitRules.BrokenByHome(view));
        Assert.Equal("• *Incident*: INC-1 · *What*: checkout", (string?)view["blocks"]![1]!["text"]!["text"]);
    }
}
