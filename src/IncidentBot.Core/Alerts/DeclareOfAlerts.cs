using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>Declares one incident of the alerts of a notification, with the time at which the first of them began to fire as its detection. When users began to be hurt is not guessed.</summary>
internal static class DeclareOfAlerts
{
    public static Decision Decide(IReadOnlyList<AlertNews> news, Severity worst, AlertLoad load, AlertsHeard heard, Situation now)
    {
        if (DeclareIncident.WouldTake(heard, now) is { } open) return TellOfAlerts.Wait(news, open, load, heard, now);
        Alert[] alerts = [.. news.Select(one => one.Alert)];
        var lead = alerts.Where(alert => HearAlerts.SeverityOf(alert, now) == worst).MinBy(alert => alert.StartsAt)!;
        var first = alerts.MinBy(alert => alert.StartsAt)!;
        var given = new Declaration
        {
            Title = AlertCards.Title(lead),
            Service = AlertCards.Service(lead) ?? alerts.Select(AlertCards.Service).FirstOrDefault(service => service is not null),
            Severity = alerts.Any(alert => now.Settings.Alerts.SeverityOf(alert.Severity) == worst) ? worst : null,
        };
        var declared = DeclareIncident.Declare(heard, given, now, incident => Detected(incident, first, heard) with { Alerts = AlertTally.Of([.. alerts]), Class = AlertCards.Class(lead) });
        var incident = declared.Save.OfType<Incident>().Single();
        return declared with
        {
            Save = [.. declared.Save, .. alerts.Select(alert => alert with { Incident = incident.Id, Held = false }), load with { Declared = [.. load.Declared, heard.At] }],
            Record = [.. declared.Record, .. NoteAlerts.Entries(incident, [.. alerts.Select(alert => new AlertNews(alert, AlertTurn.Started))], heard)],
        };
    }

    private static Incident Detected(Incident incident, Alert first, AlertsHeard heard) => (incident with
    {
        Facts = [.. incident.Facts, new(FactKind.Detection, AlertCards.Detection(first), heard.By, heard.At)],
    }).With(new Milestone(MilestoneKind.Detected, first.StartsAt < heard.At ? first.StartsAt : heard.At, heard.By, AlertCards.Evidence(first))); // a clock that is ahead does not make it later than its declaration
}
