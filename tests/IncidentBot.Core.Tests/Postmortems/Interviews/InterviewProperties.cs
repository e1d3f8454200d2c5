using CsCheck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Postmortems.Interviews;

/// <summary>What holds after any conversation, however people wander through the questions.</summary>
public sealed class InterviewProperties
{
    private static readonly Gen<QuestionKind> Questions = Gen.Enum<QuestionKind>();

    private static readonly Gen<Func<Postmortem, Postmortem>> Moves = Gen.OneOf<Func<Postmortem, Postmortem>>(
        Questions.Select<QuestionKind, Func<Postmortem, Postmortem>>(question => review => Interview.Ask(review, question, SomeDraft.ReviewedAt)),
        Questions.Select<QuestionKind, Func<Postmortem, Postmortem>>(question => review => Interview.Skip(review, question)),
        Gen.Select<QuestionKind, int, Func<Postmortem, Postmortem>>(Questions, Gen.Int[1, 5], (question, id) => review => Interview.With(review, SomeDraft.Answer(question, "text", id: $"r{id}"))),
        Gen.Int[0, 5].Select<int, Func<Postmortem, Postmortem>>(at => review => review.Answers.Count > at ? Interview.Without(review, review.Answers[at]) : review));

    private static readonly Gen<Postmortem> Reviews = Moves.Array[0, 30].Select(moves => moves.Aggregate(SomeDraft.Review(), (review, move) => move(review)));

    [Fact]
    public void A_question_is_never_both_skipped_and_answered() => Reviews.Sample(review => review.Skipped.All(question => !review.AnswersTo(question).Any()));

    [Fact]
    public void A_reply_is_one_answer_at_most() => Reviews.Sample(review => review.Answers.DistinctBy(answer => answer.Source).Count() == review.Answers.Count);

    [Fact]
    public void What_is_asked_next_has_no_answer_unless_it_is_the_last_part() =>
        Reviews.Sample(review => Interview.FirstOpen(review) is var next && (next is QuestionKind.ActionItems || !review.AnswersTo(next).Any()));

    [Fact]
    public void Every_answer_is_in_the_draft() => Reviews.Sample(review =>
        SomeDraft.Draft(Some.Situation(SomeDraft.Resolved()) with { Postmortem = review }).Sections.Sum(section => section.Passages.Count)
        == review.Answers.Count(answer => answer.Question is not QuestionKind.ActionItems));

    [Fact]
    public void Next_and_back_undo_each_other() => Questions.Sample(question => Interview.After(question) is not { } next || Interview.Before(next) == question);
}
