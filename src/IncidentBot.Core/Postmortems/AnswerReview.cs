using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems;

public static class AnswerReview
{
    public static Needs NeedsOf(ChatEvent said, IncidentId reviewed) => new() { Incident = reviewed, Postmortem = true, ActionItems = true, Counters = true };

    public static Decision Decide(ChatEvent said, Situation now) => Decision.Nothing;
}
