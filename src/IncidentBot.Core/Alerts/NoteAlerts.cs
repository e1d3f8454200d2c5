using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Alerts;

/// <summary>Notes on an incident how its alerts stand: on the timeline, on the living card, and on one card a minute in its room.</summary>
internal static class NoteAlerts
{
    /// <summary>Entries of their own that a notification gives at most; the rest share one.</summary>
    public const int MostEntries = 10;

    public static Decision Decide(Incident incident, IReadOnlyList<AlertNews> news, AlertsHeard heard, Situation now)
    {
        AlertNews[] its = [.. news.Select(one => one with { Alert = one.Alert with { Incident = incident.Id, Held = false } })];
        Alert[] all = [.. now.Alerts.OfIncidents.Where(alert => alert.Incident == incident.Id && its.All(one => one.Alert.Fingerprint != alert.Fingerprint)), .. its.Select(one => one.Alert)];
        var tally = AlertTally.Of(all);
        var noted = incident.Alerts == tally ? incident : incident with { Alerts = tally };
        return new()
        {
            Save = [.. its.Select(one => one.Alert), .. ReferenceEquals(noted, incident) ? Array.Empty<IAggregate>() : [noted]],
            Record = Entries(incident, its, heard),
            Say = [.. IncidentSayings.Refreshed(incident, noted, now), .. Told(noted, its, all, heard, now)],
        };
    }

    /// <summary>The card in a room that has just been opened for them.</summary>
    public static Decision InRoom(RoomOpened opened, Situation now) => now.Incident is { Room: null } incident && incident.Id == IncidentId.OfKey(opened.Key) && now.Alerts.OfIncidents.Count > 0
        ? new() { Say = [new Say(opened.Place, AlertCards.Standing(incident, now.Alerts.OfIncidents, now.CommandPrefix), CardKeys.Alerts(incident.Id, opened.At))] }
        : Decision.Nothing;

    internal static IReadOnlyList<TimelineEntry> Entries(Incident incident, IReadOnlyList<AlertNews> news, AlertsHeard heard)
    {
        var entries = news.SelectMany(one => Entries(incident, one, heard)).ToList();
        if (entries.Count <= MostEntries) return entries;
        var rest = entries.Skip(MostEntries).ToList();
        return [.. entries.Take(MostEntries), rest[0] with { Text = AlertCards.EntryOfMore([.. rest.Select(entry => entry.Text)]) }];
    }

    private static IEnumerable<TimelineEntry> Entries(Incident incident, AlertNews one, AlertsHeard heard)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"alert:{one.Alert.Source}:{one.Alert.Fingerprint}:{one.Alert.StartsAt.UtcTicks}");
        if (one.Turn is not AlertTurn.Ended) yield return Entry(id, AlertCards.EntryFires(one.Alert), one.Alert.StartsAt);
        if (one.Alert.EndsAt is { } over) yield return Entry($"{id}:over", AlertCards.EntryOver(one.Alert), over);

        TimelineEntry Entry(string entryId, string text, DateTimeOffset at) => new() { Id = entryId, Incident = incident.Id, Kind = EntryKind.Alert, At = at < heard.At ? at : heard.At, By = heard.By, Text = text };
    }

    // Of an incident that is over, only what fires again is worth a word.
    private static IEnumerable<Saying> Told(Incident incident, IReadOnlyList<AlertNews> news, IReadOnlyList<Alert> all, AlertsHeard heard, Situation now)
    {
        var fires = news.Any(one => one.Alert.IsFiring);
        if (!incident.IsOpen && !fires) yield break;
        var room = IncidentSayings.RoomOf(incident);
        var card = incident.IsOpen ? AlertCards.Standing(incident, all, now.CommandPrefix, elsewhere: room is null) : AlertCards.Again(incident, [.. news.Select(one => one.Alert).Where(alert => alert.IsFiring)]);
        var key = CardKeys.Alerts(incident.Id, heard.At);
        if (room is not null) yield return new Say(room, card, key);
        else if (!incident.IsOpen && !incident.Private) yield return new Say(heard.Place, card, key);
        else if (incident is { IsOpen: true, RoomRefused: true } && WithoutRoom(incident, card, key, now) is { } told) yield return told;
    }

    // No room could be opened, so its people talk where it was announced or declared; a private one is told to who declared it.
    private static Saying? WithoutRoom(Incident incident, Card card, string key, Situation now) =>
        !incident.Private ? new Say(IncidentSayings.AnnouncedIn(incident, now.Settings) ?? incident.DeclaredIn, card, key)
        : incident.DeclaredBy.Ref.IsMachine ? null : new SayDirectly(incident.DeclaredBy.Ref, card, key);
}
