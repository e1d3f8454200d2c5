using IncidentBot.Tests.Slack.Manifests;

namespace IncidentBot.Tests.Slack.Workspace;

/// <summary>How the double differs from one test to another. Times are Slack's, but for the retries, which are shorter.</summary>
public sealed record WorkspaceOptions
{
    public string BotToken { get; init; } = "xoxb-test";

    public string AppToken { get; init; } = "xapp-test";

    public string SigningSecret { get; init; } = "test-signing-secret";

    /// <summary>https://docs.slack.dev/apis/events-api/#responding: an answer within three seconds.</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When an event that was not acknowledged comes again. Slack: at once, after one minute, after five.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public TimeSpan TriggerLife { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Connections at one time. https://docs.slack.dev/apis/events-api/using-socket-mode</summary>
    public int MaxConnections { get; init; } = 10;

    /// <summary>From the sending of a disconnect frame to the closing.</summary>
    public TimeSpan DisconnectGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Posts into one channel at once, above the one a second that is allowed for long.</summary>
    public int PostBurst { get; init; } = 20;

    /// <summary>What the app was granted at its installation: what our manifest asks for.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = SlackManifest.Scopes;

    /// <summary>What the app is told of.</summary>
    public IReadOnlySet<string> Events { get; init; } = SlackManifest.Events;

    /// <summary>The channels that the app is in from the beginning.</summary>
    public IReadOnlyList<string> AppIn { get; init; } = ["incidents"];
}
