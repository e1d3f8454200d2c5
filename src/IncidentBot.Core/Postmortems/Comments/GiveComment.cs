using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Interviews;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>While a draft stands and no question does, a reply in the review's thread is a comment; editing or deleting the reply changes or takes back the comment.</summary>
public static class GiveComment
{
    public static Decision Decide(ReviewTurn turn, Reply reply) =>
        Given(turn, new(turn.Review.CommentsGiven + 1, CommentSection.Read(reply.Text), reply.Text.Trim(), reply.By, reply.At, reply.Message) { Files = reply.Files, EditedAt = reply.EditedAt });

    public static Decision Given(ReviewTurn turn, ReviewComment comment)
    {
        var told = CommentList.AuthorsFor(turn, comment.Section, comment.By);
        comment = comment with { Told = [.. told.Select(person => person.Ref)] };
        var given = turn with { Review = CommentList.With(turn.Review, comment) };
        return new() { Save = [given.Review], Say = [given.InThread(CommentCards.InThread(turn.Incident, comment), CardKeys.Comment(turn.Incident.Id, comment.Number)), .. ToTold(turn, comment), .. given.DraftHead] };
    }

    public static Decision Edited(ReviewTurn turn, ReviewComment comment, MessageEdited edited)
    {
        if (comment.EditedAt >= edited.At || comment.Text == edited.Text.Trim()) return Decision.Nothing;
        var changed = comment with { Text = edited.Text.Trim(), Section = CommentSection.Read(edited.Text), EditedAt = edited.At };
        return Shown(turn with { Review = CommentList.Changed(turn.Review, changed) }, changed);
    }

    public static Decision Deleted(ReviewTurn turn, ReviewComment comment)
    {
        var without = turn with { Review = CommentList.Without(turn.Review, comment) };
        var gone = CommentCards.TakenBack(comment);
        return new()
        {
            Save = [comment.Source is { } source ? Interview.Settle(without.Review, source) : without.Review],
            Say = [turn.InThread(gone, CardKeys.Comment(turn.Incident.Id, comment.Number)) with { OnlyUpdate = true }, .. comment.Told.Select(person => Direct(turn, comment, person, gone)), .. without.DraftHead],
        };
    }

    /// <summary>Everywhere where the comment is shown already, it is shown as it stands now.</summary>
    public static Decision Shown(ReviewTurn turn, ReviewComment comment) => new()
    {
        Save = [turn.Review],
        Say = [turn.InThread(CommentCards.InThread(turn.Incident, comment), CardKeys.Comment(turn.Incident.Id, comment.Number)) with { OnlyUpdate = true }, .. ToTold(turn, comment), .. turn.DraftHead],
    };

    // Who has left a private incident's room since is told nothing new.
    private static IEnumerable<Saying> ToTold(ReviewTurn turn, ReviewComment comment) => comment.Told.Where(turn.Incident.VisibleTo).Select(person => Direct(turn, comment, person, CommentCards.ToAuthor(turn.Incident, comment, turn.Forum)));

    private static SayDirectly Direct(ReviewTurn turn, ReviewComment comment, PersonRef person, Card card) => new(person, card, CardKeys.CommentTo(turn.Incident.Id, comment.Number, person));
}
