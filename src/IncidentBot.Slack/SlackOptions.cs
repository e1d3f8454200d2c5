namespace IncidentBot.Slack;

/// <summary>The settings of the Slack app, checked at start.</summary>
public sealed record SlackOptions
{
    public const string DefaultApiBaseUrl = "https://slack.com/api/";

    /// <summary><c>xoxb-…</c>; all calls of the Web API but the opening of sockets are made with it.</summary>
    public required string BotToken { get; init; }

    /// <summary><c>xapp-…</c>; set: events come over Socket Mode.</summary>
    public string? AppToken { get; init; }

    /// <summary>Set: events come over HTTP, signed with it.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>Ends in a slash.</summary>
    public Uri ApiBaseUrl { get; init; } = new(DefaultApiBaseUrl);

    /// <summary>User groups (ids, <c>S…</c>, or handles) whose members are invited into every incident's room that is not private.</summary>
    public IReadOnlyList<string> InviteGroups { get; init; } = [];

    /// <summary>Never the tokens.</summary>
    public override string ToString() => $"Slack at {ApiBaseUrl}, {(AppToken is null ? "no " : "")}Socket Mode, {(SigningSecret is null ? "no " : "")}HTTP";
}
