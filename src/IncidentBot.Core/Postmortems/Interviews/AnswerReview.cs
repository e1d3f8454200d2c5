using IncidentBot.Core.Blameless;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>What people say in the review's thread: answers, action items, steering words; and their edits and deletions, in whatever order they arrive.</summary>
public static class AnswerReview
{
    public const string Heard = "✅";

    public static Needs NeedsOf(ChatEvent said, IncidentId reviewed)
    {
        var needs = new Needs { Incident = reviewed, Postmortem = true, ActionItems = true, Counters = true, Slos = SloScope.OfIncident };
        return Steering.Read(TextOf(said)) is not { } steer ? needs : steer switch
        {
            Steer.Done => needs with { Timeline = true },
            Steer.Next or Steer.Skip or Steer.Back => needs with { Highlights = true },
        };
    }

    public static Decision Decide(ChatEvent said, Situation now)
    {
        if (now is not { Incident: { } incident, Postmortem: { } review }) return Decision.Nothing;
        var turn = new ReviewTurn(said, incident, review, now);
        return said switch
        {
            MessagePosted posted => SaidToReview.IsCommand(posted, posted.ToBot) ? Decision.Nothing : HintAtBlame.After(Posted(turn, posted with { Text = TextOf(posted) }), posted, posted.Message, TextOf(posted), now),
            MessageEdited edited => SaidToReview.IsCommand(edited, edited.ToBot) && !SaidToReview.IsKnown(edited.Message, now) ? Decision.Nothing : HintAtBlame.After(Edited(turn, edited with { Text = TextOf(edited) }), edited, edited.Message, TextOf(edited), now),
            MessageDeleted deleted => Deleted(turn, deleted),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision Posted(ReviewTurn turn, MessagePosted posted)
    {
        if (Interview.AnswerOf(turn.Review, posted.Message) is { } edited) return edited.Files.Count < posted.Files.Count ? new() { Save = [Interview.With(turn.Review, edited with { Files = posted.Files })] } : Decision.Nothing;
        if (CommentList.Of(turn.Review, posted.Message) is { } comment) return comment.Files.Count < posted.Files.Count ? new() { Save = [CommentList.Changed(turn.Review, comment with { Files = posted.Files })] } : Decision.Nothing;
        if (turn.Now.ItemFromMessage is not null || turn.Review.Settled.Contains(posted.Message)) return Decision.Nothing;
        var question = Interview.StoodAt(turn.Review, posted.At);
        if (Steering.Read(posted.Text) is { } steer) return Steered(turn, posted.Message, question == turn.Review.Standing ? steer : null);
        return Said(turn, new Reply(posted.Message, posted.Text, posted.By, posted.At, question) { Files = posted.Files, Mentions = posted.Mentions });
    }

    private static Decision Edited(ReviewTurn turn, MessageEdited edited)
    {
        var steer = Steering.Read(edited.Text);
        if (edited.Restores && steer is null) turn = turn with { Review = Interview.Unsettle(turn.Review, edited.Message) };
        var review = turn.Review;
        var reply = new Reply(edited.Message, edited.Text, edited.By, edited.PostedAt, Interview.StoodAt(review, edited.PostedAt)) { EditedAt = edited.At, Mentions = edited.Mentions };
        if (turn.Now.ItemFromMessage is { } item) return GiveActionItem.Edited(turn, reply, item);
        if (CommentList.Of(review, edited.Message) is { } comment) return GiveComment.Edited(turn, comment, edited);
        if (Interview.AnswerOf(review, edited.Message) is { } answer)
        {
            if (steer is { } fixedWord && answer.Question == review.Standing) return Steered(turn with { Review = Interview.Without(review, answer) }, edited.Message, fixedWord);
            return answer.EditedAt >= edited.At || answer.Text == edited.Text ? Decision.Nothing : turn.Changed(Interview.With(review, answer with { Text = edited.Text, EditedAt = edited.At, EditedBy = edited.By.Ref == answer.By.Ref ? answer.EditedBy : edited.By }));
        }
        if (review.Settled.Contains(edited.Message)) return steer is null ? turn.Refuse(ReviewCards.WordStays) : Decision.Nothing;
        return steer is { } early ? Steered(turn, edited.Message, early) : Said(turn, reply);
    }

    private static Decision Deleted(ReviewTurn turn, MessageDeleted deleted)
    {
        if (turn.Now.ItemFromMessage is { } item) return GiveActionItem.Deleted(turn, item);
        if (CommentList.Of(turn.Review, deleted.Message) is { } comment) return GiveComment.Deleted(turn, comment);
        if (Interview.AnswerOf(turn.Review, deleted.Message) is { } answer) return turn.Changed(Interview.Settle(Interview.Without(turn.Review, answer), deleted.Message));
        return turn.Review.Settled.Contains(deleted.Message) ? Decision.Nothing : new() { Save = [Interview.Settle(turn.Review, deleted.Message)] };
    }

    /// <param name="steer">Null: the word arrived after its question was passed.</param>
    private static Decision Steered(ReviewTurn turn, MessageRef message, Steer? steer)
    {
        var settled = turn with { Review = Interview.Settle(turn.Review, message) };
        var decision = steer is { } word ? SteerReview.Decide(settled, word) : turn.Refuse(ReviewCards.Passed(turn.Review.Standing, turn.Forum));
        return decision.Save.Count > 0 ? decision : decision with { Save = [settled.Review] };
    }

    private static Decision Said(ReviewTurn turn, Reply reply)
    {
        if (reply.Text.Trim().Length == 0 && reply.Files.Count == 0) return Decision.Nothing;
        if (reply.Question is null) return GiveComment.Decide(turn, reply);
        if (reply.Question is QuestionKind.ActionItems) return GiveActionItem.Decide(turn, reply);
        var answer = new Answer(reply.Question, reply.Text, reply.By, reply.At, reply.Message) { Files = reply.Files, EditedAt = reply.EditedAt };
        return turn.Changed(Interview.With(turn.Review, answer), new React(reply.Message, Heard));
    }

    // Whoever speaks to the review by mentioning the bot does not mean the mention as a part of the answer.
    private static string TextOf(ChatEvent said) => said switch
    {
        MessagePosted posted => posted.ToBot ?? posted.Text,
        MessageEdited edited => edited.ToBot ?? edited.Text,
        _ => "",
    };
}

/// <summary>A message of the thread that is no steering word, as it stands now.</summary>
/// <param name="Question">The one that it belongs to: which stood when it was posted.</param>
public sealed record Reply(MessageRef Message, string Text, Person By, DateTimeOffset At, QuestionKind? Question)
{
    public IReadOnlyList<FileLink> Files { get; init; } = [];

    public IReadOnlyList<Person> Mentions { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }
}
