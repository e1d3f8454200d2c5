using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Webhooks;

/// <summary>The events in what a decision saves, held against what had been read. Pure.</summary>
/// <remarks>What was saved before and not read this time cannot be compared, and tells nothing.</remarks>
internal static class WhatHappened
{
    public static IEnumerable<WebhookEvent> In(Changes changes, bool byRole) =>
    [
        .. changes.Of<Incident>().Select(change => Of(change, changes.At, byRole)).OfType<WebhookEvent>(),
        .. changes.Published.Select(published => WebhookEvent.OfPostmortem(published.Draft, changes.At)),
        .. changes.Of<ActionItem>().Select(change => changes.Incident(change.After.Incident) is { } incident ? Of(change, incident, changes.At, byRole) : null).OfType<WebhookEvent>(),
        .. changes.Of<Consequence>().Select(change => Of(change, change.After.Incident is { } about ? changes.Incident(about) : null, changes.At, byRole)).OfType<WebhookEvent>(),
    ];

    private static WebhookEvent? Of(Change<Incident> change, DateTimeOffset at, bool byRole) => change switch
    {
        { IsNew: true, After: var declared } => WebhookEvent.OfIncident(WebhookKind.IncidentDeclared, declared, null, at, byRole),
        { Before: { } before, After: var after } when before.Status != after.Status => WebhookEvent.OfIncident(
            !after.IsOpen ? WebhookKind.IncidentResolved : !before.IsOpen ? WebhookKind.IncidentReopened : WebhookKind.IncidentStatusChanged, after, before.Status, at, byRole),
        _ => null,
    };

    private static WebhookEvent? Of(Change<ActionItem> change, Incident incident, DateTimeOffset at, bool byRole) => change switch
    {
        { IsNew: true, After: var added } => WebhookEvent.OfItem(WebhookKind.ActionItemAdded, incident, added, at, byRole),
        { Before: { } before, After: var after } when before.Status != after.Status => WebhookEvent.OfItem(
            after.Status switch
            {
                ActionItemStatus.Open => WebhookKind.ActionItemReopened,
                ActionItemStatus.Done => WebhookKind.ActionItemDone,
                ActionItemStatus.Dropped => WebhookKind.ActionItemDropped,
            }, incident, after, at, byRole),
        _ => null,
    };

    private static WebhookEvent? Of(Change<Consequence> change, Incident? incident, DateTimeOffset at, bool byRole) => change switch
    {
        { IsNew: true, After: { Stands: true } began } => WebhookEvent.OfConsequence(WebhookKind.ConsequenceBegan, began, incident, at, byRole),
        { Before: { } before, After: var after } when before.Stands != after.Stands => WebhookEvent.OfConsequence(after.Stands ? WebhookKind.ConsequenceBegan : WebhookKind.ConsequenceEnded, after, incident, at, byRole),
        _ => null,
    };
}
