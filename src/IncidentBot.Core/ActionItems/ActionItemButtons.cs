namespace IncidentBot.Core.ActionItems;

/// <summary>Ids of the buttons and the form. Never renamed: messages that stand in rooms hold them.</summary>
public static class ActionItemButtons
{
    public const string Done = "action.done";

    public const string Take = "action.take";

    public const string Reopen = "action.reopen";

    /// <summary>In a message's menu; also the key of its form.</summary>
    public const string FromMessage = "action.from-message";

    /// <summary>Opens the form, to add an item to an incident or to edit one; also the form's key.</summary>
    public const string Open = "action.open";
}
