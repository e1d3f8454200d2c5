using IncidentBot.Core.Chat;
using Xunit;

namespace IncidentBot.Core.Tests.Chat;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://tickets.example/browse/PAY-123", "PAY-123")]
    [InlineData("https://code.example/shop/api/issues/42/", "issues/42")]
    [InlineData("https://bugs.example/show?id=42", "bugs.example")]
    [InlineData("https://tickets.example", "tickets.example")]
    [InlineData("https://wiki.example/what%20we%20learnt", "what we learnt")]
    [InlineData("https://wiki.example/a-page-whose-name-is-much-too-long-for-a-table", "wiki.example")]
    [InlineData("https://bugs.example/42", "42")]
    public void A_label_names_the_page_in_a_few_characters(string address, string label) => Assert.Equal(label, WebAddress.Label(address));
}
