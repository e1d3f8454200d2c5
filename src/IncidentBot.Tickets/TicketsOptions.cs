using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets;

/// <summary>The settings of the ticket tracker, checked at start: of GitHub or of Jira.</summary>
public sealed record TicketsOptions
{
    public static readonly TimeSpan UsualPollEvery = TimeSpan.FromMinutes(10);

    public GitHubOptions? GitHub { get; init; }

    public JiraOptions? Jira { get; init; }

    /// <summary>How often the tracker is asked what has changed; zero: never, where webhooks tell.</summary>
    public TimeSpan PollEvery { get; init; } = UsualPollEvery;

    public Tracker Tracker => Jira is null ? Tracker.GitHub : Tracker.Jira;

    /// <summary>Webhooks are taken.</summary>
    public bool HasHook => (GitHub?.WebhookSecret ?? Jira?.WebhookSecret) is not null;

    /// <summary>Never the tokens.</summary>
    public override string ToString() => $"Tickets in {GitHub?.ToString() ?? Jira?.ToString()}, asked every {PollEvery}";
}

public sealed record GitHubOptions
{
    public const string DefaultApiBaseUrl = "https://api.github.com/";

    public required string Token { get; init; }

    public required string Owner { get; init; }

    public required string Repository { get; init; }

    /// <summary>Ends in a slash.</summary>
    public Uri ApiBaseUrl { get; init; } = new(DefaultApiBaseUrl);

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? WebhookSecret { get; init; }

    /// <summary>Never the token.</summary>
    public override string ToString() => $"{Owner}/{Repository} at {ApiBaseUrl}";
}

public sealed record JiraOptions
{
    public const string DefaultIssueType = "Task";

    /// <summary>Ends in a slash.</summary>
    public required Uri BaseUrl { get; init; }

    public required string Email { get; init; }

    public required string ApiToken { get; init; }

    /// <summary>The project's key.</summary>
    public required string Project { get; init; }

    public string IssueType { get; init; } = DefaultIssueType;

    public string? WebhookSecret { get; init; }

    /// <summary>Never the token.</summary>
    public override string ToString() => $"{Project} at {BaseUrl}";
}
