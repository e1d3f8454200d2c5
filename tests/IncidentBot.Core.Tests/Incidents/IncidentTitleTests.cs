using CsCheck;
using IncidentBot.Core.Incidents;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class IncidentTitleTests
{
    [Theory]
    [InlineData("  checkout \t is\nfailing ", "checkout is failing")]
    [InlineData("\"checkout is failing\"", "checkout is failing")]
    [InlineData("checkout\u0007 is\u001b[31m failing", "checkout is[31m failing")]
    [InlineData("الدفع لا يعمل", "الدفع لا يعمل")]
    [InlineData("🔥🔥🔥", "🔥🔥🔥")]
    [InlineData("👩‍🚒 fire", "👩‍🚒 fire")]
    [InlineData("<b>*bold*</b> `x`", "<b>*bold*</b> `x`")]
    [InlineData("pay\u202Elive\u202C", "paylive")]
    public void A_title_is_one_clean_line(string typed, string title) => Assert.Equal(new IncidentTitle(title, null), IncidentTitle.Read(typed));

    [Fact]
    public void A_title_over_the_limit_is_refused_with_the_limit_and_the_length_seen()
    {
        var why = IncidentTitle.Read(new('x', 10_000)).Refusal;
        Assert.Contains("150", why, StringComparison.Ordinal);
        Assert.Contains("10,000", why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_at_the_limit_is_taken() => Assert.Null(IncidentTitle.Read(new('x', IncidentTitle.MostCharacters)).Refusal);

    [Fact]
    public void Whatever_is_typed_a_title_can_be_stored_and_shown() => Gen.String.Sample(typed =>
    {
        var title = IncidentTitle.Read(typed).Text;
        Assert.DoesNotContain(title, char.IsControl);
        Assert.Equal(title, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(title)));
    });
}
