using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Incidents;

/// <summary>Shows how the incident stands to the one who asks.</summary>
public static class ShowStatus
{
    public static Decision Decide(Incident incident, Call call, Situation now) =>
        new() { Say = [new Whisper(call.Place, call.By.Ref, IncidentCards.Living(Outward.Of(incident), now.CommandPrefix))] };
}
