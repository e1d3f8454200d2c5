using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Luck;

/// <summary>Shows on a lucky break's card what becomes of the action item that is its safeguard.</summary>
public static class FollowSafeguard
{
    public static Decision After(Situation now, Decision decision)
    {
        if (now.Incident is not { } incident) return decision;
        var items = decision.Save.OfType<ActionItem>().ToList();
        var then = now.Luck.With([], items);
        var moved = from item in items
                    where item.LuckyBreak is not null
                    let one = now.Luck.Breaks.FirstOrDefault(one => one.Safeguard == item.Id && !one.TakenBack)
                    where one is not null && decision.Save.OfType<LuckyBreak>().All(saved => saved.Id != one.Id) && now.Luck.StateOf(one) != then.StateOf(one)
                    select (Saying)LuckSayings.Updated(one, incident, then);
        return moved.ToList() is { Count: > 0 } say ? decision.And(new() { Say = say }) : decision;
    }
}
