using System.Text;
using IncidentBot.Core.Bot;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class WellFormedJsonTests
{
    [Theory]
    [InlineData(@"plain", "plain")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\uD83D\uDE00\uD83D\uDE00", "😀😀")]
    [InlineData(@"a\ud83d", "a\uFFFD")]
    [InlineData(@"\ude00b", "\uFFFDb")]
    [InlineData(@"\ude00\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD😀")]
    [InlineData(@"\ud83d\u0041", "\uFFFDA")]
    [InlineData(@"\\ud83d", @"\ud83d")]
    [InlineData(@"\\\ud83d", "\\\uFFFD")]
    [InlineData(@"\\\\ud83d \ud7ff", "\\\\ud83d \uD7FF")]
    public void Halves_of_surrogate_pairs_are_replaced_and_nothing_else(string escaped, string text) =>
        Assert.Equal(text, WellFormedJson.ReadObject(Encoding.UTF8.GetBytes($$"""{"text":"{{escaped}}"}"""))!.Value.GetProperty("text").GetString());

    [Fact]
    public void Broken_UTF8_is_replaced()
    {
        byte[] json = [.. "{\"text\":\"a"u8, 0xff, 0xc3, .. "b\"}"u8];
        Assert.Equal("a\uFFFD\uFFFDb", WellFormedJson.ReadObject(json)!.Value.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData(@"{""a"":""\ud8""}")]
    [InlineData(@"{""a"":""\ud8")]
    [InlineData(@"{""a"":""\")]
    public void What_is_no_object_is_nothing(string json) => Assert.Null(WellFormedJson.ReadObject(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void What_is_nested_without_end_is_nothing() => Assert.Null(WellFormedJson.ReadObject(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))));
}
