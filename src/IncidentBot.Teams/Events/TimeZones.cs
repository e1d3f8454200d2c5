namespace IncidentBot.Teams.Events;

/// <summary>Time zones as clients of Teams name them: mostly by IANA id, some by the name that Windows has for them.</summary>
internal static class TimeZones
{
    /// <summary>The IANA id; null for a zone that nobody knows.</summary>
    public static string? Iana(string? name) => name switch
    {
        null or "" => null,
        _ when TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) => iana,
        _ => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone.Id : null,
    };
}
