using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

public sealed class KnownAnswerStories
{
    private static readonly Fact Trigger = new(FactKind.Trigger, "deploy 4711", Some.Ben, Some.Time);

    [Fact]
    public async Task A_fact_of_the_incident_is_offered_and_taken_over_with_its_author()
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with { Facts = [Trigger] });
        await story.GoesTo(QuestionKind.Trigger);
        story.Hears("“deploy 4711” ben during the incident, 2026-11-22 14:00 UTC");
        await story.Presses("ana", "Use it");
        story.Hears("“deploy 4711” ben, confirmed by ana");
        var answer = Assert.Single((await story.Review()).AnswersTo(QuestionKind.Trigger));
        Assert.Equal((Some.Ben, Some.Ana), (answer.By, answer.ConfirmedBy));
    }

    [Fact]
    public async Task What_was_taken_over_is_not_offered_again()
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with { Facts = [Trigger] });
        await story.GoesTo(QuestionKind.Trigger);
        await story.Presses("ana", "Use it");
        Assert.DoesNotContain("Use it", await story.Card("question:4:local/INC-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cause_is_offered_by_itself()
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with
        {
            Facts = [new(FactKind.Cause, "pool too small", Some.Ben, Some.Time), new(FactKind.Cause, "no load test", Some.Ana, Some.Time.AddMinutes(1))],
        });
        await story.GoesTo(QuestionKind.RootCauses);
        await story.Presses("ana", "Use 2");
        Assert.Equal(["ana: no load test"], await story.Answers(QuestionKind.RootCauses));
        await story.Presses("ana", "Use it");
        Assert.Equal(["ana: no load test", "ben: pool too small"], (await story.Answers(QuestionKind.RootCauses)).Order());
    }

    [Fact]
    public async Task The_measured_time_to_detect_is_asked_about_and_offered()
    {
        var story = await ReviewStory.Started(SomeDraft.Resolved(SomeDraft.Milestone(MilestoneKind.Started, -5), SomeDraft.Milestone(MilestoneKind.Detected, -2)));
        await story.GoesTo(QuestionKind.Detection);
        story.Hears("It was detected 3 minutes after it started. Was that quick enough?");
        await story.Presses("ana", "Use it");
        Assert.Equal(["ben: Detected at 2026-11-22 13:58 (Europe/Lisbon), 3 minutes after it started."], await story.Answers(QuestionKind.Detection));
    }

    [Fact]
    public async Task An_unknown_time_is_not_guessed()
    {
        var story = await ReviewStory.Started(SomeDraft.Resolved(SomeDraft.Milestone(MilestoneKind.Detected, -2)));
        await story.GoesTo(QuestionKind.Detection);
        story.Hears("How long detection took is not known");
    }

    [Fact]
    public async Task Highlights_near_the_time_of_a_question_are_offered_and_others_are_not()
    {
        var story = await ReviewStory.Of(SomeDraft.Resolved(SomeDraft.Milestone(MilestoneKind.Detected, 1)));
        var near = await story.Says("ben", "the alert fired");
        story.Time.Advance(TimeSpan.FromHours(2));
        var far = await story.Says("ben", "all green");
        await story.Highlights("ana", near);
        await story.Highlights("ana", far);
        await story.Says("ana", "/incident postmortem");
        await story.GoesTo(QuestionKind.Detection);
        story.Hears("“the alert fired” highlighted, ben");
        story.HearsNot("all green");
    }

    [Fact]
    public async Task A_press_on_what_is_no_longer_offered_says_so()
    {
        var story = await ReviewStory.Started(Some.Incident(IncidentStatus.Resolved) with { Facts = [Trigger] });
        await story.Does(new Core.Chat.ButtonPressed(Some.Time, Some.Ana, Some.Room, null, ReviewButton.Use, "INC-1|1|fact:7"));
        story.Hears("no longer offered");
    }

    [Fact]
    public async Task A_form_answers_the_question_under_which_it_was_opened()
    {
        var story = await ReviewStory.Started();
        await story.Presses("ben", "Answer in a form");
        Assert.Equal("Summary", story.OpenForm?.Title);
        Assert.Equal(["Write an answer, or close the form and skip the question."], (await story.Submits("ben", (AnswerForm.Text, " "))).Values);
        await story.Submits("ben", (AnswerForm.Text, "checkout was down"));
        story.Hears("“checkout was down” ben");
        Assert.Equal(["ben: checkout was down"], await story.Answers(QuestionKind.Summary));
    }
}
