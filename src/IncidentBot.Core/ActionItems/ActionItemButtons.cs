namespace IncidentBot.Core.ActionItems;

/// <summary>Ids of the buttons and the form. Never renamed: messages that stand in rooms hold them.</summary>
public static class ActionItemButtons
{
    public const string Done = "action.done";

    public const string Take = "action.take";

    public const string Reopen = "action.reopen";

    /// <summary>For a week.</summary>
    public const string Snooze = "action.snooze";

    /// <summary>Opens a form; also its key.</summary>
    public const string HandOver = "action.hand-over";

    /// <summary>Opens a form; also its key.</summary>
    public const string Drop = "action.drop";

    /// <summary>Opens the form that snoozes, hands over, drops or closes an item; also its key.</summary>
    public const string Change = "action.change";

    /// <summary>In a message's menu; also the key of its form.</summary>
    public const string FromMessage = "action.from-message";

    /// <summary>Opens the form, to add an item to an incident or to edit one; also the form's key.</summary>
    public const string Open = "action.open";
}
