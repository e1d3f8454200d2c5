using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Reminders;

/// <summary>A person cannot be told anything directly, perhaps because they have left: their open items say so until somebody takes them, or a reminder comes through.</summary>
public static class OwnerNotReached
{
    public static readonly Needs NeedsOf = new() { WorkspaceItems = ItemScope.Open };

    public static Decision Decide(PersonNotReached said, Situation now) => new()
    {
        Save = [.. now.WorkspaceItems.Where(item => item.Owner?.Ref == said.By.Ref && item.FollowUp.NotReached is null).Select(item => item with { FollowUp = item.FollowUp with { NotReached = said.At } })],
    };
}
