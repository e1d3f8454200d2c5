using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>The comments of a review as moves over what is stored.</summary>
public static class CommentList
{
    public static ReviewComment? Of(Postmortem review, MessageRef message) => review.Comments.FirstOrDefault(comment => comment.Source == message);

    public static IReadOnlyList<ReviewComment> Open(Postmortem review) => [.. review.Comments.Where(comment => comment.Resolved is null)];

    /// <summary>New, under the next number.</summary>
    public static Postmortem With(Postmortem review, ReviewComment comment) => review with { Comments = [.. review.Comments, comment], CommentsGiven = comment.Number };

    public static Postmortem Changed(Postmortem review, ReviewComment comment) => review with { Comments = [.. review.Comments.Select(other => other.Number == comment.Number ? comment : other)] };

    public static Postmortem Without(Postmortem review, ReviewComment comment) => review with { Comments = [.. review.Comments.Where(other => other.Number != comment.Number)] };

    /// <summary>Who wrote what it is about: the section's authors, or all of them; never its own writer.</summary>
    public static IReadOnlyList<Person> AuthorsFor(ReviewTurn turn, QuestionKind? section, Person writer)
    {
        Person[] ofSection = section is { } question ? [.. turn.Review.AnswersTo(question).SelectMany(answer => answer.People)] : [];
        return [.. (ofSection.Length > 0 ? ofSection : turn.Review.Authors).DistinctBy(person => person.Ref).Where(person => person.Ref != writer.Ref && turn.Incident.VisibleTo(person.Ref))];
    }
}
