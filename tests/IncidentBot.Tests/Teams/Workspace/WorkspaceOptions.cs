namespace IncidentBot.Tests.Teams.Workspace;

/// <summary>How the double differs from one test to another.</summary>
public sealed record WorkspaceOptions
{
    public const string Tenant = "72f988bf-0000-4000-8000-2d7cd011db47";

    public string AppId { get; init; } = "11111111-2222-4333-8444-555555555555";

    public string ClientSecret { get; init; } = "test-secret";

    /// <summary>The bot is called without tokens and calls without tokens: a trial on one machine.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Owners have granted resource-specific consent: the bot gets every message, and may read them from Microsoft Graph.</summary>
    public bool Consent { get; init; } = true;

    /// <summary>An activity that is not answered by then is sent again. learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When an activity that was not taken comes again. Teams: after about fifteen seconds.</summary>
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    /// <summary>How long a token for the Connector or Graph is good.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether sending too fast is answered with 429, by the windows that Teams documents.</summary>
    public bool LimitsRates { get; init; } = true;

    /// <summary>Whether targeted messages work. Where they do not, they are refused.</summary>
    public bool Targeted { get; init; } = true;

    /// <summary>Whether the bot may set reactions. Where it may not, they are refused.</summary>
    public bool Reactions { get; init; } = true;
}
