namespace IncidentBot.Teams.Rendering;

/// <summary>What Teams takes at most.</summary>
internal static class TeamsLimits
{
    /// <summary>A bot's message is refused from about 100 KB on, counted as UTF-16 with all of the card's JSON; this is the 80 KB that is advised, in characters:
    /// learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages</summary>
    public const int MessageCharacters = 40_000;

    /// <summary>Of one text's JSON, so that a message is filled well with whole texts.</summary>
    public const int TextCharacters = 8_000;

    /// <summary>Of a table's row: a longer one is drawn as a list.</summary>
    public const int RowCharacters = 16_000;

    /// <summary>Buttons side by side; further ones go into an overflow menu:
    /// learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference</summary>
    public const int ActionsOfRow = 6;

    /// <summary>Of the text for notifications. Teams gives no limit and shows a line or two.</summary>
    public const int Summary = 1_000;

    /// <summary>Of a dialog's title, which is one line and is not wrapped. Teams gives no limit.</summary>
    public const int DialogTitle = 60;
}
