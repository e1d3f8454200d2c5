using System.Globalization;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>Times on a page: in the incident's zone for people, in UTC for machines.</summary>
internal static class HtmlTimes
{
    /// <summary><c>14:05</c></summary>
    public static Html Clock(DateTimeOffset at, Incident incident) => Of(at, Zones.Local(at, incident.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary><c>2026-11-22 14:05 (Europe/Lisbon)</c></summary>
    public static Html Moment(DateTimeOffset at, Incident incident) => Of(at, Words.Moment(at, incident.TimeZone));

    /// <summary>The time of day; with the date when it is another day's.</summary>
    public static Html Beside(DateTimeOffset at, DateTimeOffset beside, Incident incident)
    {
        var local = Zones.Local(at, incident.TimeZone);
        return Of(at, local.ToString(local.Date == Zones.Local(beside, incident.TimeZone).Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    private static Html Of(DateTimeOffset at, string words) => Html.Of($"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{words}</time>""");
}
