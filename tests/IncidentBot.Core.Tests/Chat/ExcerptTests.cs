using CsCheck;
using IncidentBot.Core.Chat;
using Xunit;

namespace IncidentBot.Core.Tests.Chat;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("checkout is failing", 12, "checkout is…")]
    [InlineData("checkoutisfailing", 8, "checkout…")]
    [InlineData("👩‍🚒👩‍🚒", 6, "👩‍🚒…")]
    public void A_long_text_is_cut_between_words_and_never_inside_a_character(string text, int most, string excerpt) => Assert.Equal(excerpt, Excerpt.Of(text, most));

    [Fact]
    public void No_excerpt_is_longer_than_asked_for() =>
        Gen.Select(Gen.String, Gen.Int[1, 50]).Sample((text, most) => Assert.True(Excerpt.Of(text, most).Length <= most + 1));
}
