using IncidentBot.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Events;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("1f4cc_pushpin")]
    [InlineData("1f4cd_roundpushpin")]
    [InlineData("1F4CC_Pushpin")]
    [InlineData("📌")]
    [InlineData("📍")]
    public async Task A_pin_marks_the_message_that_it_was_given_to(string reaction)
    {
        Assert.True(Highlights.IsPin(reaction));
        Assert.Equal(
            "2 Ana in channel/19:ops@thread.tacv2/m1: reaction on m3",
            await Heard.TellsAsync(Heard.InChannel($$"""{"type":"messageReaction","id":"f:1","replyToId":"1700000003000","reactionsAdded":[{"type":"like"},{"type":"{{reaction}}"}]}""")));
    }

    [Fact]
    public async Task A_pin_taken_away_takes_the_mark_away() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: reaction off m3", await Heard.TellsAsync(Heard.InChat("""{"type":"messageReaction","id":"f:1","replyToId":"1700000003000","reactionsRemoved":[{"type":"1f4cc_pushpin"}]}""")));

    [Theory]
    [InlineData("""{"reactionsAdded":[{"type":"like"},{"type":"heart"},{"type":"1f440_eyes"},{"type":"2b50_star"}],"replyToId":"1"}""")]
    [InlineData("""{"reactionsAdded":[{"type":"1f4cc_pushpin"}]}""")]
    [InlineData("""{"reactionsAdded":[{"type":"1f4cc_pushpin"}],"replyToId":"1","from":{"id":"28:bot"}}""")]
    [InlineData("""{"reactionsAdded":[7,null,{"type":7}],"replyToId":"1"}""")]
    [InlineData("""{"replyToId":"1"}""")]
    public async Task Any_other_reaction_marks_nothing(string rest)
    {
        var reaction = Heard.InChat(rest);
        reaction["type"] = "messageReaction";
        Assert.Equal("", await Heard.TellsAsync(reaction));
    }
}
