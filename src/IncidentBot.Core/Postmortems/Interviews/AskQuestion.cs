using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>Puts a question at the end of the thread; the one that stood before loses its buttons.</summary>
public static class AskQuestion
{
    public static Decision Decide(ReviewTurn turn, QuestionKind question)
    {
        var asksForClass = question is QuestionKind.ActionItems && AskForClass.IsOwed(turn);
        var asked = turn with { Review = Interview.Ask(turn.Review, question, turn.Said.At) with { ClassAsked = turn.Review.ClassAsked || asksForClass } };
        return new() { Save = [asked.Review], Say = [.. turn.PassedCard, .. asksForClass ? [AskForClass.Question(turn)] : Array.Empty<Saying>(), .. asked.StandingCard(update: false)] };
    }
}
