using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.ActionItems;

/// <summary>Lists items to the person who asks: those of the room's incident, one's own, the overdue ones, or all that they may see.</summary>
public static class ListActionItems
{
    public static Needs NeedsOf(Call call) => Addressed.NeedsOf(call) with { ActionItems = true, WorkspaceItems = Word(call) == "all" ? ItemScope.All : ItemScope.Open };

    public static Decision Decide(Call call, Situation now)
    {
        if (now.Incident is null && NeedsOf(call).Incident is not null) return call.Refuse(HelpCards.NotVisible(now));
        var visible = now.Incidents.Where(incident => incident.VisibleTo(call.By.Ref) || incident.LivesIn(call.Place)).ToDictionary(incident => incident.Id);
        var listed = now.WorkspaceItems.Where(item => visible.ContainsKey(item.Incident)).MostUrgentFirst();
        return Word(call) switch
        {
            "" when now.Incident is { } here => Show(call, ActionItemListCards.OfIncident(here, now.ActionItems.MostUrgentFirst(), call.At, now.CommandPrefix)),
            "" => Show(call, ActionItemListCards.Open(listed, visible, call.At)),
            "mine" => Show(call, ActionItemListCards.Mine(listed.Where(item => item.Owner?.Ref == call.By.Ref), visible, call.At)),
            "overdue" => Show(call, ActionItemListCards.Overdue(listed.Where(item => item.IsOverdue(visible[item.Incident], call.At)), visible, call.At)),
            "all" => Show(call, ActionItemListCards.All(listed, visible, call.At, now.CommandPrefix)),
            _ => call.Refuse(ActionItemListCards.NoSuchList(call.Words, now.CommandPrefix)),
        };
    }

    private static string Word(Call call) => Addressed.Stripped(call).Words.Trim('.', '?', '!', ' ').ToLowerInvariant();

    private static Decision Show(Call call, IEnumerable<Card> cards) => new() { Say = [.. cards.Select(card => new Whisper(call.Place, call.By.Ref, card))] };
}
