using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Home;

/// <summary>The bot's own page for a person: their open action items, and the open incidents that they may see.</summary>
public static class HomePage
{
    public static readonly Needs NeedsOf = new() { Incidents = new(OpenOnly: true, Limit: IncidentQuery.Many), WorkspaceItems = ItemScope.Open };

    public static Decision Decide(HomeOpened opened, Situation now)
    {
        var visible = now.Incidents.Where(incident => incident.VisibleTo(opened.By.Ref)).ToDictionary(incident => incident.Id);
        var mine = now.WorkspaceItems.Where(item => item.Owner?.Ref == opened.By.Ref && visible.ContainsKey(item.Incident)).MostUrgentFirst();
        return new() { Say = [new ShowHome(opened.By.Ref, HomeCards.Page([.. mine], visible, opened.At, now.CommandPrefix))] };
    }
}
