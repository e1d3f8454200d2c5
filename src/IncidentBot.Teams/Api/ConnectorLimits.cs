namespace IncidentBot.Teams.Api;

/// <summary>So many calls within a time.</summary>
internal readonly record struct CallLimit(int Calls, TimeSpan Within);

/// <summary>How often the Connector may be called (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).</summary>
internal static class ConnectorLimits
{
    /// <summary>Sending, updating and creating, of the bot in a conversation.</summary>
    public static readonly IReadOnlyList<CallLimit> Writes = [Of(7, 1), Of(8, 2), Of(60, 30), Of(1800, 3600)];

    /// <summary>Asking for members and conversations, of the bot in a conversation.</summary>
    public static readonly IReadOnlyList<CallLimit> Reads = [Of(14, 1), Of(16, 2), Of(120, 30), Of(3600, 3600)];

    /// <summary>All calls of the app in a tenant.</summary>
    public static readonly IReadOnlyList<CallLimit> OfTenant = [Of(50, 1)];

    /// <summary>A longer wait is the caller's: it is told how long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static CallLimit Of(int calls, int seconds) => new(calls, TimeSpan.FromSeconds(seconds));
}
