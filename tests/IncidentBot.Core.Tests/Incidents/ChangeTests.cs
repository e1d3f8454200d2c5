using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class ChangeTests
{
    [Theory]
    [InlineData("severity sev1")]
    [InlineData("severity SEV-1")]
    [InlineData("sev 1")]
    [InlineData("severity sev 1.")]
    [InlineData("sev1")]
    public void The_severity_is_set_as_people_write_it(string words) => Assert.Equal(Severity.Sev1, Changed(words).Severity);

    [Theory]
    [InlineData("severity", "sev1 is worst")]
    [InlineData("severity terrible", "“terrible” is not a severity")]
    [InlineData("sev1 search is slow", "“sev1 search is slow” is not a severity")]
    [InlineData("severity sev2", "already SEV2")]
    [InlineData("title", "/incident title")]
    [InlineData("title checkout is failing", "That is its title already")]
    [InlineData("status dunno", "investigating, identified, mitigated or resolved")]
    [InlineData("trigger at 99:99", "14:05")]
    [InlineData("note", "/incident note")]
    [InlineData("timeline some", "/incident timeline all")]
    public void What_cannot_be_done_is_answered_with_what_can(string words, string sentence)
    {
        var decision = Routing.Decide(Some.Command(words), Some.Situation(Some.Incident()));
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
        var whisper = Assert.IsType<Whisper>(Assert.Single(decision.Say));
        Assert.Equal(Some.Ana.Ref, whisper.Person);
        Assert.Contains(sentence, CardWords.Of(whisper.Card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_title_is_cleaned_like_the_first() => Assert.Equal("payments fail", Changed("title  “payments\u0007 fail”").Title);

    [Fact]
    public void A_new_title_over_the_limit_changes_nothing() => Assert.Empty(Routing.Decide(Some.Command($"title {new string('x', 151)}"), Some.Situation(Some.Incident())).Save);

    [Fact]
    public void A_change_decided_again_names_its_entry_the_same()
    {
        var first = Routing.Decide(Some.Command("severity sev1"), Some.Situation(Some.Incident()));
        var again = Routing.Decide(Some.Command("severity sev1"), Some.Situation(Some.Incident()));
        Assert.Equal(first.Record.Single().Id, again.Record.Single().Id);
    }

    [Fact]
    public void Nobody_is_told_in_a_room_that_is_gone()
    {
        var decision = Routing.Decide(Some.Command("severity INC-1 sev1", place: Some.Place("general")), Some.Situation(Some.Incident() with { RoomGone = true }));
        Assert.Equal("general", Assert.Single(decision.Say.OfType<Whisper>()).To.Channel.Id);
        Assert.DoesNotContain(decision.Say.OfType<Say>(), say => say.To.Channel == Some.Room.Channel);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("*bold* _it_ `code` <!channel> <@U1> [x](javascript:alert(1))")]
    [InlineData("@everyone | a || b")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD שלום 🔥")]
    public void Text_from_people_is_never_markup(string text)
    {
        var incident = Changed($"impact {text}", Some.Incident(title: text));
        var card = IncidentCards.Living(incident, "/incident");
        Assert.Contains(text, card.Blocks.OfType<Heading>().First().Text, StringComparison.Ordinal);
        Assert.Contains(card.Blocks.OfType<Facts>().SelectMany(facts => facts.Items), row => row.Value.Spans.OfType<Plain>().Any(span => span.Text == text));
    }

    [Fact]
    public void A_long_fact_is_shortened_on_the_card_and_says_so()
    {
        var card = IncidentCards.Living(Changed($"impact {new string('x', 2000)}"), "/incident");
        Assert.Contains("… (ana)", CardWords.Of(card), StringComparison.Ordinal);
    }

    private static Incident Changed(string words, Incident? incident = null) =>
        Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command(words), Some.Situation(incident ?? Some.Incident())).Save));
}
