using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Interviews;

/// <summary>Takes over as an answer what was known already. Whoever said it stays its author; who pressed confirms it.</summary>
public static class ConfirmKnown
{
    public static Decision Decide(ButtonPressed pressed, Situation now) => ReviewTurn.With(pressed, now, turn =>
    {
        var (incident, review) = (turn.Incident, turn.Review);
        var button = ReviewButton.TryParse(incident.Id.Workspace, pressed.Value);
        if (button?.Asking != review.Askings.Count || review.Standing is not { } question) return turn.Refuse(ReviewCards.Passed(review.Standing, turn.Forum));
        if (KnownAnswer.To(question, incident, review, now.Highlights).FirstOrDefault(known => known.Key == button.Known) is not { } known) return turn.Refuse(ReviewCards.NoLongerKnown);
        var answer = new Answer(question, known.Text, known.By, pressed.At, null) { ConfirmedBy = pressed.By, Known = known.Key };
        var answered = turn with { Review = Interview.With(review, answer) };
        return turn.Changed(answered.Review, [.. answered.StandingCard(update: true), turn.InThread(ReviewCards.Said(answer))]);
    });
}
