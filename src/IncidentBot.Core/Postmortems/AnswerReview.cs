using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems;

public static class AnswerReview
{
    public static readonly Needs Needs = new() { Postmortem = true, ActionItems = true, Counters = true };

    public static Decision Decide(ChatEvent said, Situation now) => Decision.Nothing;
}
