using System.Text.RegularExpressions;
using IncidentBot.Core.Tickets;
using IncidentBot.Tickets;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Tickets</c>. Values of tokens and secrets are never repeated in a fault.</summary>
internal sealed partial class TicketsSettings(IConfiguration configuration, ICollection<string> faults)
{
    public const string Provider = "Tickets:Provider";
    public const string Automatic = "Tickets:Automatic";
    public const string PrivateIncidents = "Tickets:PrivateIncidents";
    public const string PollEvery = "Tickets:PollEvery";
    public const string GitHubToken = "Tickets:GitHub:Token";
    public const string GitHubRepository = "Tickets:GitHub:Repository";
    public const string GitHubApiBaseUrl = "Tickets:GitHub:ApiBaseUrl";
    public const string GitHubLabels = "Tickets:GitHub:Labels";
    public const string GitHubWebhookSecret = "Tickets:GitHub:WebhookSecret";
    public const string JiraBaseUrl = "Tickets:Jira:BaseUrl";
    public const string JiraEmail = "Tickets:Jira:Email";
    public const string JiraApiToken = "Tickets:Jira:ApiToken";
    public const string JiraProject = "Tickets:Jira:Project";
    public const string JiraIssueType = "Tickets:Jira:IssueType";
    public const string JiraWebhookSecret = "Tickets:Jira:WebhookSecret";

    public static readonly string[] Keys =
    [
        Provider, Automatic, PrivateIncidents, PollEvery, GitHubToken, GitHubRepository, GitHubApiBaseUrl, GitHubLabels, GitHubWebhookSecret,
        JiraBaseUrl, JiraEmail, JiraApiToken, JiraProject, JiraIssueType, JiraWebhookSecret,
    ];

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly SettingsValues _values = new(configuration, faults);

    /// <summary>What decisions depend on.</summary>
    public TicketSettings ReadRules() => new()
    {
        Tracker = Enum.TryParse<Tracker>(_values.Value(Provider), ignoreCase: true, out var tracker) ? tracker : null,
        Automatic = _values.Flag(Automatic, false),
        PrivateIncidents = _values.Flag(PrivateIncidents, false),
    };

    /// <summary>Null when no tracker is set up, or not so that it could work.</summary>
    public TicketsOptions? Read()
    {
        var every = _values.Duration(PollEvery, TicketsOptions.UsualPollEvery, TimeSpan.Zero, Longest);
        if (every > TimeSpan.Zero && every < Shortest) faults.Add($"{PollEvery} is {every}. It can be {Shortest} to {Longest}, or 00:00:00 for never.");
        switch (_values.Value(Provider)?.ToLowerInvariant())
        {
            case null or "": return null;
            case "github": return GitHub() is { } gitHub ? new() { GitHub = gitHub, PollEvery = every } : null;
            case "jira": return Jira() is { } jira ? new() { Jira = jira, PollEvery = every } : null;
            default:
                faults.Add($"{Provider} is \"{_values.Value(Provider)}\". It can be GitHub or Jira, or be left out.");
                return null;
        }
    }

    private GitHubOptions? GitHub()
    {
        var token = Needed(GitHubToken, "a token that may read and write issues of the repository");
        var secret = Secret(GitHubWebhookSecret);
        var url = BaseUrl(GitHubApiBaseUrl, new(GitHubOptions.DefaultApiBaseUrl));
        var repository = Needed(GitHubRepository, "the repository as owner/name, such as acme/shop");
        if (repository is not null && !RepositoryForm().IsMatch(repository))
        {
            faults.Add($"{GitHubRepository} is \"{repository}\". It is a repository as owner/name, such as acme/shop.");
            repository = null;
        }
        if (token is null || repository?.Split('/') is not [var owner, var name] || url is null) return null;
        return new() { Token = token, Owner = owner, Repository = name, ApiBaseUrl = url, Labels = Labels(), WebhookSecret = secret };
    }

    private JiraOptions? Jira()
    {
        var token = Needed(JiraApiToken, "an API token of the account");
        var email = Needed(JiraEmail, "the e-mail address of the account that opens tickets");
        var project = Needed(JiraProject, "the key of a project, such as OPS");
        var secret = Secret(JiraWebhookSecret);
        var url = BaseUrl(JiraBaseUrl, null);
        if (token is null || email is null || project is null || url is null) return null;
        return new() { BaseUrl = url, Email = email, ApiToken = token, Project = project, IssueType = _values.NotEmpty(JiraIssueType, JiraOptions.DefaultIssueType), WebhookSecret = secret };
    }

    private string? Needed(string key, string what)
    {
        if (_values.Value(key) is not { Length: > 0 } value)
        {
            faults.Add($"{key} is not set, but {Provider} is {_values.Value(Provider)}. It is {what}.");
            return null;
        }
        if (!value.Any(char.IsControl) && value.All(char.IsAscii)) return value;
        faults.Add($"{key} has a character that cannot be in it. Copy it again: it is {what}.");
        return null;
    }

    // Set and empty would be a hook that nobody can sign for: a mistake, and no way to say "none".
    private string? Secret(string key)
    {
        if (_values.Value(key) is not { } secret) return null;
        if (secret.Length > 0) return secret;
        faults.Add($"{key} is empty. Give it the secret of the webhook, or leave it out to take no webhooks.");
        return null;
    }

    private Uri? BaseUrl(string key, Uri? fallback)
    {
        if (_values.Value(key) is not { Length: > 0 } value && fallback is not null) return fallback;
        if (SafeAddress.Read(_values.Value(key) ?? "", isBase: true) is { } url) return url;
        faults.Add($"{key} is no address that the token may be sent to. It can be an https address such as {fallback ?? new("https://acme.atlassian.net/")}, or an http address of this machine.");
        return null;
    }

    private string[] Labels() => [.. _values.List(GitHubLabels).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryForm();
}
