using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class RecordFactTests
{
    public static TheoryData<FactKind> Kinds { get; } = [.. Enum.GetValues<FactKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_fact_is_kept_with_who_said_it(FactKind kind)
    {
        var fact = Assert.Single(Changed($"{kind} the deploy of 4711").Facts);
        Assert.Equal(new Fact(kind, "the deploy of 4711", Some.Ana, Some.Time), fact);
    }

    [Theory]
    [InlineData("trigger", MilestoneKind.Started)]
    [InlineData("detection", MilestoneKind.Detected)]
    [InlineData("resolution", MilestoneKind.Resolved)]
    public void A_time_given_with_it_is_a_milestone(string word, MilestoneKind milestone)
    {
        var incident = Changed($"{word} at 13:50 the deploy of 4711");
        Assert.Equal(Some.Time.AddMinutes(-10), incident.Reached(milestone)!.At);
        Assert.Equal("the deploy of 4711", Assert.Single(incident.Facts).Text);
    }

    [Theory]
    [InlineData("detection 13:50 alert on the error rate")]
    [InlineData("detection 10 minutes ago alert on the error rate")]
    public void A_time_without_at_is_left_in_the_words_and_its_speaker_asked(string words)
    {
        var decision = Routing.Decide(Some.Command(words), Some.Situation(Some.Incident()));
        Assert.Null(Assert.IsType<Incident>(Assert.Single(decision.Save)).Reached(MilestoneKind.Detected));
        var asked = Assert.Single(decision.Say.OfType<Whisper>());
        Assert.Equal("If that time is the time of the detection, type /incident detection at 2026-11-22 13:50 to record it.", CardWords.Of(asked.Card));
    }

    [Theory]
    [InlineData("impact 13:50 no orders")]
    [InlineData("detection 4711 alerts")]
    public void Nobody_is_asked_where_no_time_is_missing(string words) => Assert.Empty(Routing.Decide(Some.Command(words), Some.Situation(Some.Incident())).Say.OfType<Whisper>());

    [Theory]
    [InlineData("summary")]
    [InlineData("impact")]
    [InlineData("cause")]
    public void A_time_given_with_another_fact_is_when_it_stands_on_the_timeline(string word)
    {
        var decision = Routing.Decide(Some.Command($"{word} at 13:50 no orders"), Some.Situation(Some.Incident()));
        Assert.Equal(Some.Time.AddMinutes(-10), Assert.Single(decision.Record).At);
        Assert.Single(Assert.IsType<Incident>(Assert.Single(decision.Save)).Milestones);
    }

    [Fact]
    public void A_time_alone_is_a_milestone_and_no_fact()
    {
        var incident = Changed("detection at 13:58");
        Assert.Empty(incident.Facts);
        Assert.NotNull(incident.Reached(MilestoneKind.Detected));
    }

    [Fact]
    public void A_time_within_the_same_minute_contradicts_nothing()
    {
        var incident = Some.Incident().With(new Milestone(MilestoneKind.Detected, Some.Time.AddMinutes(-5).AddSeconds(20), Some.Ana, "said"));
        Assert.NotNull(Changed("resolution at 13:55 rollback", incident).Reached(MilestoneKind.Resolved));
    }

    [Theory]
    [InlineData("trigger at 25:00 deploy")]
    [InlineData("summary at 2026-11-22 24:10 deploy")]
    public void A_time_that_does_not_exist_records_nothing(string words) => Assert.Contains("14:05", Refused(words, Some.Incident()), StringComparison.Ordinal);

    [Fact]
    public void Words_beginning_with_at_that_are_no_time_are_the_text() => Assert.Equal("at checkout", Assert.Single(Changed("impact at checkout").Facts).Text);

    [Fact]
    public void A_text_over_the_limit_is_refused_with_the_length_seen() => Assert.Contains("3,001", Refused($"cause {new string('x', 3001)}", Some.Incident()), StringComparison.Ordinal);

    [Fact]
    public void Causes_add_up_and_the_last_word_on_anything_else_counts()
    {
        var incident = Changed("cause two", Changed("cause one", Changed("impact some", Changed("impact all"))));
        Assert.Equal("some", incident.Latest(FactKind.Impact)!.Text);
        Assert.Equal(["one", "two"], incident.Facts.Where(fact => fact.Kind is FactKind.Cause).Select(fact => fact.Text));
    }

    [Fact]
    public async Task Without_words_the_form_opens()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Says("ana", "/incident detection");
        Assert.Equal(["at"], (await story.Submits("ana", ("text", "alert"), ("at", "tomorrow"))).Keys);
        Assert.Equal(["text"], (await story.Submits("ana", ("text", " "), ("at", ""))).Keys);
        Assert.Empty(await story.Submits("ana", ("text", "alert"), ("at", "at 13:58")));
        Assert.Contains("Detection: alert (ana)", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_offers_a_form_for_any_fact()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Presses("ben", "Add a fact");
        Assert.Equal(["kind"], (await story.Submits("ben", ("text", "no orders"), ("kind", "7"))).Keys);
        Assert.Empty(await story.Submits("ben", ("text", "no orders"), ("kind", "Impact")));
        Assert.Contains("Impact: no orders (ben)", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_incident_is_no_form_opens_and_a_sentence_says_why()
    {
        var story = new Story();
        await story.Says("ana", "/incident trigger");
        Assert.Null(story.OpenForm);
        story.Hears("no incident here");
    }

    [Fact]
    public void A_fact_of_a_resolved_incident_is_still_taken() => Assert.Single(Changed("cause retries", Some.Incident(IncidentStatus.Resolved)).Facts);

    private static Incident Changed(string words, Incident? incident = null) =>
        Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command(words), Some.Situation(incident ?? Some.Incident())).Save));

    private static string Refused(string words, Incident incident)
    {
        var decision = Routing.Decide(Some.Command(words), Some.Situation(incident));
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
        return CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card);
    }
}
