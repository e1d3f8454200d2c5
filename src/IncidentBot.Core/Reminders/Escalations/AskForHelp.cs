using IncidentBot.Core.ActionItems;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Reminders.Quiet;

namespace IncidentBot.Core.Reminders.Escalations;

/// <summary>Asks others to help with items that have waited long: the incident commander, and a week later those of the settings. Each once an item, kept with the item.</summary>
public static class AskForHelp
{
    public static IEnumerable<Decision> At(Standing standing) =>
    [
        .. Of(standing, LongOverdueForCommander, EscalationCards.ToCommander, followUp => followUp with { CommanderAsked = standing.Now }),
        .. Others(standing),
        .. Of(standing, WithoutReachableOwner, EscalationCards.OwnerNotReached, null),
    ];

    private static bool LongOverdueForCommander(ActionItem item, Incident incident, Standing standing) =>
        item.FollowUp.CommanderAsked is null && LongOverdue.Is(item, incident, standing.Now, standing.Settings.Reminding);

    private static bool WithoutReachableOwner(ActionItem item, Incident incident, Standing standing) =>
        item is { Owner: { } owner, FollowUp.NotReached: not null } && item.FollowUp.ToldNotReached != owner.Ref;

    /// <param name="said">Null: it was told of this owner.</param>
    private static IEnumerable<Decision> Of(Standing standing, Func<ActionItem, Incident, Standing, bool> owed, Func<IReadOnlyList<ActionItem>, Standing, IEnumerable<Card>> cards, Func<FollowUp, FollowUp>? said) =>
        from item in standing.ActionItems
        where standing.Incidents.TryGetValue(item.Incident, out var incident) && owed(item, incident, standing)
        group item by LongOverdue.Helper(item, standing.Incidents[item.Incident])?.Ref into asked
        let helper = LongOverdue.Helper(asked.First(), standing.Incidents[asked.First().Incident])
        where helper is null || WorkingTime.Is(standing.Now, helper, standing.Settings)
        let items = asked.MostUrgentFirst().ToList()
        select new Decision
        {
            Save = [.. items.Select(item => item with { FollowUp = said?.Invoke(item.FollowUp) ?? item.FollowUp with { ToldNotReached = item.Owner!.Ref } })],
            Say = helper is null ? [] : [.. cards(items, standing).Select(card => new SayDirectly(helper.Ref, card))],
        };

    private static IEnumerable<Decision> Others(Standing standing) =>
        from item in standing.ActionItems
        where standing.Incidents.TryGetValue(item.Incident, out var incident) && LongOverdue.IsForOthers(item, incident, standing.Now, standing.Settings.Reminding)
        let asked = LongOverdue.Others(standing.Incidents[item.Incident], standing.Settings.Reminding)
        where asked is not null && LongOverdue.MayHelp(asked, item, standing.Incidents[item.Incident]) && asked.Now(standing.Now, standing.Settings)
        group item by asked into others
        let items = others.MostUrgentFirst().ToList()
        select new Decision
        {
            Save = [.. items.Select(item => item with { FollowUp = item.FollowUp with { OthersAsked = standing.Now } })],
            Say = [.. EscalationCards.ToOthers(items, standing).Select(others.Key.Hears)],
        };
}
