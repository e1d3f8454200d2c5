using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>A word that steers the review, said in the room beside its thread: whoever said it is told, once, where the question stands.</summary>
/// <remarks>Not for “done”, which people say of anything.</remarks>
public static class PointToThread
{
    public static bool MayBeMeant(ChatEvent said) => said is MessagePosted posted && Steering.Read(posted.Text) is Steer.Next or Steer.Skip or Steer.Back;

    public static Decision Decide(MessagePosted posted, Situation now) =>
        MayBeMeant(posted) && now is { Incident: { } incident, Postmortem: { Standing: { } question } review } && ReviewForum.Of(incident, now).HasThread && !review.Pointed.Contains(posted.By.Ref)
            ? new() { Save = [review with { Pointed = [.. review.Pointed, posted.By.Ref] }], Say = [new Whisper(posted.Place, posted.By.Ref, Card.Of(ReviewCards.Pointer(question)))] }
            : Decision.Nothing;
}
