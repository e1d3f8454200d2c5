using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>A form about one incident: that which its context names, else the room's.</summary>
internal static class IncidentForm
{
    public static FormUse Of(
        string key,
        Func<Incident, Form?> open,
        Func<Incident, FormSubmitted, IReadOnlyDictionary<string, string>> check,
        Func<Incident, FormSubmitted, Situation, Decision> decide) => new(
            key,
            (_, now) => now.Incident is { } incident ? open(incident) : null,
            (submitted, now) => now.Incident is { } incident ? check(incident, submitted) : new Dictionary<string, string>(),
            (submitted, now) => now.Incident is { } incident ? decide(incident, submitted, now) : Decision.Refuse(submitted, HelpCards.NotVisible(now)));
}
