using IncidentBot.Core.Incidents;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData("checkout is failing sev2", "checkout is failing", Severity.Sev2)]
    [InlineData("sev1 checkout is failing", "checkout is failing", Severity.Sev1)]
    [InlineData("checkout SEV-4 is failing", "checkout is failing", Severity.Sev4)]
    [InlineData("Sev3: checkout is failing", "checkout is failing", Severity.Sev3)]
    [InlineData("checkout is failing (sev5).", "checkout is failing", Severity.Sev5)]
    [InlineData("checkout is failing", "checkout is failing", null)]
    [InlineData("sevres porcelain broke", "sevres porcelain broke", null)]
    public void The_severity_may_stand_anywhere(string words, string title, Severity? severity)
    {
        var read = Declaration.Read(words);
        Assert.Equal((title, severity, null), (read.Title, read.Severity, read.Refusal));
    }

    [Theory]
    [InlineData("sev7 checkout is failing", "sev7")]
    [InlineData("checkout is failing sev0", "sev0")]
    public void A_severity_that_does_not_exist_is_refused_with_those_that_do(string words, string seen)
    {
        var why = Declaration.Read(words).Refusal;
        Assert.Contains(seen, why, StringComparison.Ordinal);
        Assert.Contains("sev1 (worst) to sev5", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_severities_are_one_too_many() => Assert.Contains("SEV1 and SEV2", Declaration.Read("sev1 checkout sev2").Refusal, StringComparison.Ordinal);

    [Fact]
    public void Service_and_private_may_stand_anywhere_and_here_in_front()
    {
        var read = Declaration.Read("sev2 here card data private in a log service:billing");
        Assert.Equal(("card data in a log", "billing", true, true), (read.Title, read.Service, read.Here, read.Private));
    }

    [Theory]
    [InlineData("payments fail service:\"card gateway\"", "card gateway")]
    [InlineData("payments fail Service:billing", "billing")]
    public void A_service_may_have_a_name_in_quotes(string words, string service) => Assert.Equal(service, Declaration.Read(words).Service);

    [Fact]
    public void A_service_without_a_name_is_refused() => Assert.NotNull(Declaration.Read("payments fail service:").Refusal);

    [Fact]
    public void Here_within_the_title_is_a_word() => Assert.Equal(("nothing works here", false), (Declaration.Read("nothing works here").Title, Declaration.Read("nothing works here").Here));

    [Fact]
    public void What_stands_in_quotes_is_title_to_the_letter()
    {
        var read = Declaration.Read("\"private sev1 here\" sev2");
        Assert.Equal(("private sev1 here", Severity.Sev2, false, false), (read.Title, read.Severity, read.Here, read.Private));
    }

    [Fact]
    public void Quotes_within_a_title_stay() => Assert.Equal("error \"no such table\" on login", Declaration.Read("error \"no such table\" on login").Title);

    [Theory]
    [InlineData("sev1")]
    [InlineData("2")]
    [InlineData("SEV-2")]
    public void Severities_are_read_as_people_write_them(string word) => Assert.NotNull(Declaration.SeverityOf(word));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("sev6")]
    [InlineData("-1")]
    [InlineData("bad")]
    public void Other_words_are_no_severity(string word) => Assert.Null(Declaration.SeverityOf(word));
}
