using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>Alerts of no incident are told of in the channel, once: small ones on a card a group, those of a storm on one card for all.</summary>
internal static class TellOfAlerts
{
    public static Decision Decide(IReadOnlyList<Alert> alerts, AlertLoad load, AlertsHeard heard, Situation now) => new()
    {
        Save = [.. alerts, load with { Told = [.. load.Told, heard.At] }],
        Say = [new Say(heard.Place, AlertCards.Small(alerts, heard.By.Name, now.CommandPrefix))],
    };

    /// <summary>The chat is the room of another incident: each is told once, and declares when it is notified of again and the chat is free.</summary>
    public static Decision Wait(IReadOnlyList<AlertNews> news, Incident open, AlertLoad load, AlertsHeard heard, Situation now)
    {
        if (load.Told.Count >= now.Settings.Alerts.MostPerHour) return Hold(news, load, heard);
        var fresh = Fresh(news);
        return fresh.Length == 0 ? Decision.Nothing : new()
        {
            Save = [.. fresh, load with { Told = [.. load.Told, heard.At] }],
            Say = [new Say(heard.Place, AlertCards.Waiting(fresh, open, heard.By.Name))],
        };
    }

    /// <summary>Too many for now: each is counted once on the storm's card, and declares when it is notified of again and there is room.</summary>
    public static Decision Hold(IReadOnlyList<AlertNews> news, AlertLoad load, AlertsHeard heard)
    {
        var fresh = Fresh(news);
        if (fresh.Length == 0) return Decision.Nothing;
        var holding = load.Holding(fresh, heard.At);
        return new()
        {
            Save = [.. fresh, holding],
            Say = [new Say(heard.Place, AlertCards.Storm(holding, heard.By.Name), CardKeys.AlertStorm(holding))],
        };
    }

    private static Alert[] Fresh(IReadOnlyList<AlertNews> news) => [.. news.Where(one => one.Turn is not AlertTurn.Waiting).Select(one => one.Alert with { Held = true })];
}
