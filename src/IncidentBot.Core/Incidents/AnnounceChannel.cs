namespace IncidentBot.Core.Incidents;

/// <summary>The channel of the setting <c>Incidents:AnnounceChannel</c>: a name, a platform's id, or in Teams also <c>team/channel</c>.</summary>
internal static class AnnounceChannel
{
    /// <summary>The incident's room is that channel, or a thread in it: who reads the one reads the other.</summary>
    public static bool Houses(string setting, Incident incident) =>
        incident.Room is { } room
        && (room.Channel.Id == setting || room.Channel.Id.EndsWith($"/{setting}", StringComparison.Ordinal) || Parts(incident.RoomName).TakeLast(Parts(setting).Length).SequenceEqual(Parts(setting), StringComparer.OrdinalIgnoreCase));

    private static string[] Parts(string name) => name.Split('/', StringSplitOptions.TrimEntries);
}
