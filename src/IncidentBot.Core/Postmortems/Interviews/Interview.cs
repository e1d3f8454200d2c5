using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>The guided review as moves over what is stored: what is asked, what next, what a reply belongs to.</summary>
public static class Interview
{
    public static readonly IReadOnlyList<QuestionKind> Plan = Enum.GetValues<QuestionKind>();

    /// <summary>The question after this one; null after the last.</summary>
    public static QuestionKind? After(QuestionKind question) => question == Plan[^1] ? null : question + 1;

    /// <summary>The next question that nobody has answered or skipped; after the last of these, the action items.</summary>
    public static QuestionKind? OpenAfter(Postmortem review, QuestionKind question)
    {
        var next = After(question);
        while (next is { } one && one is not QuestionKind.ActionItems && !IsOpen(review, one)) next = After(one);
        return next;
    }

    /// <summary>Neither answered nor skipped.</summary>
    public static bool IsOpen(Postmortem review, QuestionKind question) => !review.Skipped.Contains(question) && !review.AnswersTo(question).Any();

    /// <summary>The question before this one; null before the first.</summary>
    public static QuestionKind? Before(QuestionKind question) => question == Plan[0] ? null : question - 1;

    /// <summary>Where to go on: the first question that nobody has answered or skipped; the action items are always open to more.</summary>
    public static QuestionKind FirstOpen(Postmortem review) =>
        Plan.First(question => question is QuestionKind.ActionItems || IsOpen(review, question));

    /// <summary>From now on this question stands; null: none does.</summary>
    public static Postmortem Ask(Postmortem review, QuestionKind? question, DateTimeOffset at) => review with { Askings = [.. review.Askings, new(question, at)] };

    /// <summary>The question that stood at a time; null when none did.</summary>
    public static QuestionKind? StoodAt(Postmortem review, DateTimeOffset at) => review.Askings.LastOrDefault(asking => asking.At <= at) is { } asked ? asked.Question : review.Askings is [var first, ..] ? first.Question : null;

    /// <summary>A reply, new or changed. Answering takes a question out of the skipped ones.</summary>
    public static Postmortem With(Postmortem review, Answer answer)
    {
        var known = answer.Source is { } source && AnswerOf(review, source) is not null;
        return review with
        {
            Answers = known ? [.. review.Answers.Select(other => other.Source == answer.Source ? answer : other)] : [.. review.Answers, answer],
            Skipped = [.. review.Skipped.Where(question => question != answer.Question)],
        };
    }

    public static Postmortem Without(Postmortem review, Answer answer) => review with { Answers = [.. review.Answers.Where(other => other != answer)] };

    /// <summary>Leaves a question unanswered on purpose; one with answers stays answered.</summary>
    public static Postmortem Skip(Postmortem review, QuestionKind question) =>
        review.AnswersTo(question).Any() || review.Skipped.Contains(question) ? review : review with { Skipped = [.. review.Skipped, question] };

    public static Postmortem Settle(Postmortem review, MessageRef message) => review with { Settled = [.. review.Settled, message] };

    /// <summary>The message was brought back: what it says counts again.</summary>
    public static Postmortem Unsettle(Postmortem review, MessageRef message) => review with { Settled = [.. review.Settled.Where(other => other != message)] };

    /// <summary>The answer that this reply gave; null when it gave none.</summary>
    public static Answer? AnswerOf(Postmortem review, MessageRef message) => review.Answers.FirstOrDefault(answer => answer.Source == message);

    /// <summary>The questions whose answers differ.</summary>
    public static IReadOnlyList<QuestionKind> Differing(Postmortem before, Postmortem now) => [.. Plan.Where(question => !before.AnswersTo(question).SequenceEqual(now.AnswersTo(question)))];
}
