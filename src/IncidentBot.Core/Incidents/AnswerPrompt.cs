using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

public static class AnswerPrompt
{
    public static Decision Decide(MessagePosted posted, Situation now) => Decision.Nothing;

    public static Decision Decide(MessageEdited edited, Situation now) => Decision.Nothing;

    public static Decision Decide(MessageDeleted deleted, Situation now) => Decision.Nothing;
}
