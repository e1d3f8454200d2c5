using IncidentBot.Core.Incidents;

namespace IncidentBot.Storage;

/// <summary>Finds incidents by words.</summary>
internal static class IncidentText
{
    /// <summary>Every word stands somewhere in title, service or label.</summary>
    public static bool Matches(Incident incident, string text)
    {
        var within = $"{incident.TitleAsWritten} {incident.Service} {incident.Id.Label}";
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => within.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
