using IncidentBot.Core.Bot;

namespace IncidentBot.Teams.Check;

/// <summary>Whom to ask for help with long-overdue items. Who and which channels there are is known to the program that runs; what can be no person's id is seen from here.</summary>
internal static class CheckEscalateTo
{
    private const string Subject = "Reminders:EscalateTo";

    /// <param name="to">A channel, or <c>@</c> and a person's id as the bot is told it: <see href="https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conv-proactive"/></param>
    public static CheckLine Run(string to) => to switch
    {
        ['@', .. var id] when id.StartsWith("29:", StringComparison.Ordinal) => CheckLine.Remark(Subject, $"{to} is asked directly, once they have the app."),
        ['@', ..] => CheckLine.Fault(Subject, $"{to} is no person's id. In Teams it is @29: and what follows in the id that the bot is told; a channel's name needs no @."),
        _ => CheckLine.Remark(Subject, $"help is asked for in the channel {to} once the app is in its team. It can be a channel's name, its id (19:…), or Team name/Channel name."),
    };
}
