using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>Puts a question at the end of the thread; the one that stood before loses its buttons.</summary>
public static class AskQuestion
{
    public static Decision Decide(ReviewTurn turn, QuestionKind question)
    {
        var asked = turn with { Review = Interview.Ask(turn.Review, question, turn.Said.At) };
        return new() { Save = [asked.Review], Say = [.. turn.PassedCard, .. asked.StandingCard(update: false)] };
    }
}
