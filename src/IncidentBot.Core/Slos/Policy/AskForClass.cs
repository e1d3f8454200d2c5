using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Asks in the review, once, what kind of incident it is: of one that was charged to a budget and that nobody has classed.</summary>
internal static class AskForClass
{
    public static bool IsOwed(ReviewTurn turn) =>
        turn is { Review.ClassAsked: false, Incident.Class: null } && turn.Now.Settings.Slos.Policy.ClassShare is not null && turn.Now.Slos.Charges.Any(charge => charge.Incident == turn.Incident.Id);

    public static Say Question(ReviewTurn turn) => turn.InThread(ClassCards.Question(turn.Incident, turn.Now.KnownClasses, turn.Now.CommandPrefix), CardKey(turn.Incident));

    public static string CardKey(Incident incident) => $"class:{incident.Id.Key}";
}
