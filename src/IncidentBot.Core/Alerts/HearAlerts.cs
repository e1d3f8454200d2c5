using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Alerts;

/// <summary>What monitoring notifies of: noted on the incident that it belongs to, else declared, else told of. It never resolves an incident: only people know whether users are fine.</summary>
public static class HearAlerts
{
    public static readonly Needs NeedsOf = DeclareIncident.NeedsOfForm;

    public static Decision Decide(AlertsHeard heard, Situation now)
    {
        var news = AlertNews.In(heard, now.Alerts);
        var load = (now.Alerts.Load ?? new() { Workspace = heard.Place.Channel.Workspace }).At(heard.At);
        var owned = news.ToLookup(one => OwnerOf(one, heard, now));
        var rest = owned[null].Select(one => one with { Alert = one.Alert with { Incident = null } }).ToList(); // what it belonged to before is over
        var homeless = rest.Where(one => one.Alert.IsFiring).ToList();
        var worst = homeless.Count > 0 ? homeless.Min(one => SeverityOf(one.Alert, now)) : DeclareIncident.DefaultSeverity;
        var declares = homeless.Count > 0 && worst <= now.Settings.Alerts.DeclareFrom;
        var small = homeless.Where(one => !declares && one.Turn is not AlertTurn.Waiting).ToLookup(one => OfItsService(one, now));

        var decision = new Decision { Save = [.. rest.Where(one => !one.Alert.IsFiring).Select(one => one.Alert)] };
        foreach (var incident in owned.Concat(small).Select(group => group.Key).OfType<Incident>().DistinctBy(incident => incident.Id).ToList())
            decision = decision.And(NoteAlerts.Decide(incident, [.. owned[incident], .. small[incident]], heard, now));
        if (declares) decision = decision.And(load.Declared.Count < now.Settings.Alerts.MostPerHour ? DeclareOfAlerts.Decide(homeless, worst, load, heard, now) : TellOfAlerts.Hold(homeless, load, heard));
        else if (small[null].Any()) decision = decision.And(load.Told.Count < now.Settings.Alerts.MostPerHour ? TellOfAlerts.Decide([.. small[null].Select(one => one.Alert)], load, heard, now) : TellOfAlerts.Hold([.. small[null]], load, heard));
        return decision;
    }

    /// <summary>As far as it is named; else what is assumed of any incident.</summary>
    internal static Severity SeverityOf(Alert alert, Situation now) => now.Settings.Alerts.SeverityOf(alert.Severity) ?? DeclareIncident.DefaultSeverity;

    /// <summary>What is over is told where it was told that it fires. What fires belongs to the alert's incident or its group's while that is open, or was resolved just now.</summary>
    private static Incident? OwnerOf(AlertNews one, AlertsHeard heard, Situation now)
    {
        var own = Find(one.Alert.Incident, now);
        if (one.Turn is AlertTurn.Ended) return own;
        Incident[] near = [.. new[] { own, Find(now.Alerts.OfGroup, now), OpenInNotification(now) }.OfType<Incident>()];
        return near.FirstOrDefault(IsWorkedOn) ?? (one.Alert.IsFiring ? near.FirstOrDefault(incident => IsJustOver(incident, heard, now) && (incident == own || HasTheName(incident, one.Alert, now))) : null);
    }

    /// <summary>In a room that is gone nobody would hear of it.</summary>
    private static bool IsWorkedOn(Incident incident) => incident is { IsOpen: true, RoomGone: false };

    /// <summary>An alert of the same rule belonged to it. Another one of its group is no sign that it is back.</summary>
    private static bool HasTheName(Incident incident, Alert alert, Situation now) => now.Alerts.OfIncidents.Any(its => its.Incident == incident.Id && its.Name == alert.Name);

    /// <summary>Another alert of the notification belongs to an incident that is open.</summary>
    private static Incident? OpenInNotification(Situation now) => now.Alerts.Known.Where(alert => alert.IsFiring).Select(alert => Find(alert.Incident, now)).FirstOrDefault(incident => incident is not null && IsWorkedOn(incident));

    private static bool IsJustOver(Incident incident, AlertsHeard heard, Situation now) =>
        !incident.IsOpen && incident.Reached(MilestoneKind.Resolved) is { } resolved && heard.At - resolved.At <= now.Settings.Alerts.AgainWithin;

    /// <summary>Everybody may see that it belongs there: so no private one.</summary>
    private static Incident? OfItsService(AlertNews one, Situation now) => one.Alert.Service is { } service
        ? now.Incidents.FirstOrDefault(incident => IsWorkedOn(incident) && !incident.Private && service.Equals(incident.Service, StringComparison.OrdinalIgnoreCase))
        : null;

    private static Incident? Find(IncidentId? id, Situation now) => id is null ? null : now.Incidents.FirstOrDefault(incident => incident.Id == id);
}
