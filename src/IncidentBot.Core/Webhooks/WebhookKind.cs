namespace IncidentBot.Core.Webhooks;

/// <summary>What receivers of webhooks are told of.</summary>
public enum WebhookKind
{
    IncidentDeclared,
    IncidentStatusChanged,
    IncidentResolved,
    IncidentReopened,
    PostmortemPublished,
    ActionItemAdded,
    ActionItemDone,
    ActionItemDropped,
    ActionItemReopened,
    ConsequenceBegan,
    ConsequenceEnded,
}

public static class WebhookKinds
{
    /// <summary>As receivers and the settings know it; never renamed.</summary>
    public static string Name(this WebhookKind kind) => kind switch
    {
        WebhookKind.IncidentDeclared => "incident.declared",
        WebhookKind.IncidentStatusChanged => "incident.status_changed",
        WebhookKind.IncidentResolved => "incident.resolved",
        WebhookKind.IncidentReopened => "incident.reopened",
        WebhookKind.PostmortemPublished => "postmortem.published",
        WebhookKind.ActionItemAdded => "action_item.added",
        WebhookKind.ActionItemDone => "action_item.done",
        WebhookKind.ActionItemDropped => "action_item.dropped",
        WebhookKind.ActionItemReopened => "action_item.reopened",
        WebhookKind.ConsequenceBegan => "consequence.began",
        WebhookKind.ConsequenceEnded => "consequence.ended",
    };

    public static WebhookKind? Read(string name) => Enum.GetValues<WebhookKind>().Cast<WebhookKind?>().FirstOrDefault(kind => kind!.Value.Name().Equals(name, StringComparison.OrdinalIgnoreCase));
}
