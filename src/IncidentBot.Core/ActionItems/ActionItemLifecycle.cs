namespace IncidentBot.Core.ActionItems;

/// <summary>Open → Done or Dropped, and back to Open. One table, and the sentence for what it refuses.</summary>
public static class ActionItemLifecycle
{
    /// <summary>Null when the move is allowed, else the sentence to show.</summary>
    public static string? Refuses(ActionItemStatus from, ActionItemStatus to) => (from, to) switch
    {
        (ActionItemStatus.Open, ActionItemStatus.Done or ActionItemStatus.Dropped) => null,
        (ActionItemStatus.Done or ActionItemStatus.Dropped, ActionItemStatus.Open) => null,
        (ActionItemStatus.Open, ActionItemStatus.Open) => "It is already open.",
        (ActionItemStatus.Done, ActionItemStatus.Done) => "It is already done.",
        (ActionItemStatus.Done, ActionItemStatus.Dropped) => "It is already done, so it cannot be dropped.",
        (ActionItemStatus.Dropped, ActionItemStatus.Done) => "It was dropped. If it was done after all, reopen it first.",
        (ActionItemStatus.Dropped, ActionItemStatus.Dropped) => "It was already dropped.",
    };
}
