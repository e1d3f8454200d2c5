using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Comments;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>What people say to a review by mentioning the bot. In a room that is a chat this is the only way; in the review's thread it is one way of replying.</summary>
/// <remarks>A message that mentions the bot comes twice: as what was said, and as a command. Words that are no command are the reply; steering words are none.</remarks>
public static class SaidToReview
{
    /// <summary>A message of a chat, which is on the incident's timeline too.</summary>
    /// <param name="captured">What becomes of it there: a draft that it asks for counts it.</param>
    public static Decision Decide(ChatEvent said, Situation now, Decision captured) => MayBeIn(said) && now is { RoomKind: RoomKind.Chat, Postmortem: { } review } && IsReply(said, review, now)
        ? AnswerReview.Decide(said, now with { Timeline = [.. now.Timeline.Where(entry => captured.Record.All(other => other.Id != entry.Id)), .. captured.Record] })
        : Decision.Nothing;

    /// <summary>The command of a message that is a reply: nothing is to be said about it.</summary>
    public static bool IsReply(CommandGiven given, Situation now) =>
        given.Message is { } message && now.Postmortem is { } review && !IsCommand(given, given.Text)
        && (CardKeys.IsReview(now.ThreadCard) || (now.RoomKind is RoomKind.Chat && (IsKnown(message, now) || IsAsked(review, given.Text, given.At))));

    /// <summary>Whether the message may be meant for the review of its room.</summary>
    public static bool MayBeIn(ChatEvent said) => said is MessagePosted { ToBot: not null } or MessageEdited or MessageDeleted;

    /// <summary>Whether the message may ask for a draft.</summary>
    public static bool MayAskForDraft(ChatEvent said) => said is MessagePosted { ToBot: { } words } && Steering.Read(words) is Steer.Done;

    /// <param name="words">What was said to the bot; null for a message that does not mention it.</param>
    public static bool IsCommand(ChatEvent said, string? words) =>
        words is not null && Steering.Read(words) is null && CommandLine.Read(new(said.At, said.By, said.Place, words)).Command is not null;

    /// <summary>The review has dealt with the message already.</summary>
    public static bool IsKnown(MessageRef message, Situation now) =>
        now.ItemFromMessage is not null || (now.Postmortem is { } review && (review.Settled.Contains(message) || Interview.AnswerOf(review, message) is not null || CommentList.Of(review, message) is not null));

    private static bool IsReply(ChatEvent said, Postmortem review, Situation now) => said switch
    {
        MessagePosted { ToBot: { } words } posted => now.Entry?.DeletedAt is null && IsAsked(review, words, posted.At) && !IsCommand(posted, words),
        MessageEdited edited => IsKnown(edited.Message, now) || (edited.ToBot is { } words && now.Entry?.DeletedAt is null && IsAsked(review, words, edited.PostedAt) && !IsCommand(edited, words)),
        MessageDeleted deleted => IsKnown(deleted.Message, now),
        _ => false,
    };

    /// <summary>A question stood. A word that leads on from a draft needs none; alone, “done” would be the command then.</summary>
    private static bool IsAsked(Postmortem review, string words, DateTimeOffset at) =>
        review.Askings.LastOrDefault(asking => asking.At <= at) is { } asked && (asked.Question is not null || Steering.Read(words) is Steer.Next or Steer.Skip or Steer.Back);
}
