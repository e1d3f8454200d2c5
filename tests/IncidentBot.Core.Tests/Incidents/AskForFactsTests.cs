using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class AskForFactsTests
{
    private static readonly string Trigger = CardKeys.Prompt(Some.IncidentId, FactKind.Trigger);

    [Fact]
    public async Task After_a_while_trigger_and_detection_are_asked_for_once()
    {
        var story = await Declared();
        await story.Passes(Some.Settings.PromptAfter - TimeSpan.FromSeconds(1));
        story.HearsNothing();
        await story.Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(["What set it off?", "How was it noticed?"], story.LastHeard.Select(heard => heard.Words[..(heard.Words.IndexOf('?', StringComparison.Ordinal) + 1)]));
        await story.Passes(TimeSpan.FromDays(1));
        story.HearsNot("What set it off?");
    }

    [Fact]
    public async Task What_is_known_is_not_asked_for()
    {
        var story = await Declared();
        await story.Says("ana", "/incident trigger deploy 4711");
        await story.Passes(Some.Settings.PromptAfter);
        story.HearsNot("What set it off?");
        story.Hears("How was it noticed?");
    }

    [Theory]
    [InlineData(IncidentStatus.Investigating, "")]
    [InlineData(IncidentStatus.Identified, "Trigger")]
    [InlineData(IncidentStatus.Mitigated, "Trigger Detection Resolution")]
    [InlineData(IncidentStatus.Resolved, "Trigger Detection Resolution")]
    public void A_status_asks_for_what_should_be_known_by_then(IncidentStatus to, string asked)
    {
        var from = to is IncidentStatus.Investigating ? IncidentStatus.Identified : IncidentStatus.Investigating;
        var decision = Routing.Decide(Some.Command($"status {to}"), Some.Situation(Some.Incident(from)));
        Assert.Equal(asked, string.Join(' ', decision.Say.OfType<Say>().Select(say => CardKeys.PromptedFact(say.Key)).OfType<FactKind>()));
    }

    [Fact]
    public void What_was_asked_for_is_never_asked_for_again()
    {
        var incident = Some.Incident() with { Prompted = [FactKind.Trigger, FactKind.Detection] };
        Assert.Null(AskForFacts.Owed(incident, new(Some.Settings, Some.Time.AddDays(1))));
        Assert.DoesNotContain(Routing.Decide(Some.Command("status identified"), Some.Situation(incident)).Say.OfType<Say>(), say => say.Key == Trigger);
    }

    [Fact]
    public void The_question_of_scheduled_work_is_asked_once_ever() =>
        Assert.Equal([Trigger, CardKeys.Prompt(Some.IncidentId, FactKind.Detection)], AskForFacts.Owed(Some.Incident(), new(Some.Settings, Some.Time.AddDays(1)))!.Once);

    [Fact]
    public void Where_nobody_can_answer_nothing_is_asked()
    {
        var late = Some.Time.AddDays(1);
        Assert.Null(AskForFacts.Owed(Some.Incident() with { Room = null }, new(Some.Settings, late)));
        Assert.Null(AskForFacts.Owed(Some.Incident() with { RoomGone = true }, new(Some.Settings, late)));
        Assert.Null(AskForFacts.Owed(Some.Incident(IncidentStatus.Resolved), new(Some.Settings, late)));
    }

    [Fact]
    public async Task A_fact_that_becomes_known_otherwise_answers_the_question()
    {
        var story = await Declared();
        await story.Says("ana", "/incident status identified");
        await story.Says("ben", "/incident trigger deploy 4711");
        var card = await story.Card(Trigger);
        Assert.Contains("answered by ben", card, StringComparison.Ordinal);
        Assert.DoesNotContain("What set it off?", card, StringComparison.Ordinal);
    }

    private static async Task<Story> Declared()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        return story;
    }
}
