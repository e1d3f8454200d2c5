using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Glossary;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Glossary;

public sealed class GlossaryTests
{
    public static TheoryData<string> Names => [.. GlossaryTerms.All.Select(term => term.Name)];

    private static string Answer(string text) => CardWords.Of(Assert.IsType<Whisper>(Assert.Single(Routing.Decide(Some.Command(text), Some.Situation()).Say)).Card);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_term_is_explained_in_a_few_sentences_that_refer_to_terms(string name)
    {
        var term = GlossaryTerms.Find(name)!;
        Assert.InRange(term.Meaning.Length, 40, 260);
        Assert.EndsWith(".", term.Meaning, StringComparison.Ordinal);
        Assert.All(term.SeeAlso, other => Assert.Contains(GlossaryTerms.All, known => known.Name == other && known != term));
    }

    [Fact]
    public void The_measured_times_are_defined_by_their_milestones() => Assert.All(IncidentMetrics.Of(Some.Incident()), metric =>
        Assert.StartsWith($"{metric.Meaning} = {metric.To} − {metric.From}: ", GlossaryTerms.Find(metric.Name)?.Meaning, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Without_a_term_all_are_listed()
    {
        var list = Answer("glossary");
        Assert.All(GlossaryTerms.All, term => Assert.Contains(term.Name, list, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("glossary error budget", "error budget")]
    [InlineData("glossary  ERROR \n Budgets?", "error budget")]
    [InlineData("glossary “slo”", "SLO")]
    [InlineData("glossary SLOs", "SLO")]
    [InlineData("glossary service level objective", "SLO")]
    [InlineData("define mttr", "TTR")]
    public void A_term_is_found_by_any_of_its_words(string text, string name) => Assert.StartsWith($"{name}\n{GlossaryTerms.Find(name)!.Meaning}\n", Answer(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("glossary eror budget", "error budget")]
    [InlineData("glossary psych", "psychological safety")]
    [InlineData("glossary burn-rate", "burn rate")]
    public void A_misspelt_term_is_answered_with_the_nearest(string text, string name)
    {
        var answer = Answer(text);
        Assert.Contains($"is not in the glossary. The nearest term is {name}; /incident glossary lists all.", answer, StringComparison.Ordinal);
        Assert.Contains(GlossaryTerms.Find(name)!.Meaning, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_like_no_other_is_answered_with_the_list() =>
        Assert.StartsWith("“kubernetes” is not in the glossary.\nGlossary\nDuring an incident: incident, severity", Answer("glossary kubernetes"), StringComparison.Ordinal);

    [Fact]
    public void Only_the_head_of_a_long_unknown_term_is_repeated() => Assert.DoesNotContain(new string('x', 50), Answer($"glossary {new string('x', 10_000)}"), StringComparison.Ordinal);
}
