using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Where a consequence is told: the SLO's room, else where incidents are announced, else the incident's room. That of a private incident in its room only.</summary>
internal static class ConsequencePlace
{
    /// <param name="slo">Null: the catalogue no longer has it.</param>
    /// <param name="incident">That of the consequence, else one that made it so; null: it is not known here.</param>
    /// <returns>Null: nowhere; <c>policy</c> shows it.</returns>
    public static Place? Of(Consequence one, Slo? slo, Incident? incident, BotSettings settings)
    {
        var room = incident is null ? null : IncidentSayings.RoomOf(incident);
        if (one.Private) return room;
        if (slo?.Room is { Length: > 0 } own) return new(new(one.Workspace, own));
        return settings.AnnounceChannel is { Length: > 0 } channel ? new(new(one.Workspace, channel)) : room;
    }
}
