using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

public static class HelpCards
{
    public static readonly RichText ButtonUnknown = "This button belongs to an older version and no longer does anything. Type the command instead; help lists them.";

    public static readonly RichText NotVisible = "There is no such incident that you can see.";

    public static RichText Unknown(string word, Situation now) => RichText.Of($"There is no command {RichText.Code(word)}.");

    public static RichText NoIncidentHere(Command command, Situation now) => RichText.Of($"There is no incident in this room.");
}
