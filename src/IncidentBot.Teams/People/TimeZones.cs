using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Teams.People;

/// <summary>The time zone of a person's client, as an activity tells it.</summary>
internal static class TimeZones
{
    private const int LongestName = 100;

    /// <summary>An IANA id; null where there is none that this machine knows.</summary>
    public static string? Of(JsonElement activity)
    {
        var said = activity.Text("localTimezone") ?? activity.Items("entities").FirstOrDefault(entity => entity.Text("type") == "clientInfo").Text("timezone");
        if (said is not { Length: > 0 and <= LongestName }) return null;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(said, out var iana)) return iana;
        return TimeZoneInfo.TryFindSystemTimeZoneById(said, out var zone) && zone.HasIanaId ? zone.Id : null;
    }
}
