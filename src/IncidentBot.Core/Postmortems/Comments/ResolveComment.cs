using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>Resolves a comment: by whoever has dealt with it, or its writer. Who wrote it hears of it.</summary>
public static class ResolveComment
{
    public static Decision Decide(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn =>
    {
        var number = ReviewButton.TryParse(turn.Incident.Id.Workspace, pressed.Value)?.Asking;
        if (turn.Review.Comments.FirstOrDefault(comment => comment.Number == number) is not { } comment) return turn.Refuse(CommentCards.Gone);
        if (comment.Resolved is { } already) return turn.Refuse(CommentCards.ResolvedAlready(already));
        var resolved = comment with { Resolved = new(pressed.By, pressed.At) };
        return GiveComment.Shown(turn with { Review = CommentList.Changed(turn.Review, resolved) }, resolved).And(new() { Say = [.. Told(turn, resolved, pressed.By)] });
    });

    private static IEnumerable<Saying> Told(ReviewTurn turn, ReviewComment comment, Person by) =>
        comment.By.Ref == by.Ref || !turn.Incident.VisibleTo(comment.By.Ref) ? [] : [new SayDirectly(comment.By.Ref, CommentCards.ToWriter(turn.Incident, comment, by))];
}
