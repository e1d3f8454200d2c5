using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

public static class KeepMembers
{
    public static Decision Decide(PersonCame came, Situation now) => Decision.Nothing;

    public static Decision Decide(PersonLeft left, Situation now) => Decision.Nothing;
}
