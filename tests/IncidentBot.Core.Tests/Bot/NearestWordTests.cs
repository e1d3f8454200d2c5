using IncidentBot.Core.Bot;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class NearestWordTests
{
    private static readonly string[] Words = ["start", "status", "resolution", "severity", "commander", "resolve", "reopen", "postmortem", "note"];

    [Theory]
    [InlineData("sev", "severity")]
    [InlineData("sev1", "severity")]
    [InlineData("SEV2", "severity")]
    [InlineData("post", "postmortem")]
    [InlineData("reso", "resolve")]
    public void A_beginning_is_completed(string typed, string meant) => Assert.Equal(meant, NearestWord.Of(typed, Words));

    [Theory]
    [InlineData("staus", "status")]
    [InlineData("statsu", "status")]
    [InlineData("statuus", "status")]
    [InlineData("comander", "commander")]
    [InlineData("resovle", "resolve")]
    [InlineData("resolved", "resolve")]
    [InlineData("postmotrem", "postmortem")]
    [InlineData("noet", "note")]
    public void A_slip_or_two_are_forgiven(string typed, string meant) => Assert.Equal(meant, NearestWord.Of(typed, Words));

    [Fact]
    public void The_fewest_slips_win() => Assert.Equal("status", NearestWord.Of("statux", ["statism", "status"]));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("7")]
    [InlineData("checkout")]
    [InlineData("xote1y")]
    [InlineData("voted")]
    [InlineData("🔥")]
    public void A_word_that_is_not_near_is_none(string typed) => Assert.Null(NearestWord.Of(typed, Words));

    [Fact]
    public void A_very_long_word_is_none() => Assert.Null(NearestWord.Of(new('s', 10_000), Words));
}
