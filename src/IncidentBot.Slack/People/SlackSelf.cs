namespace IncidentBot.Slack.People;

/// <summary>Who we are in Slack, as far as it is known yet.</summary>
/// <param name="User">The bot's user id.</param>
/// <param name="Bot">The bot id, which messages carry.</param>
/// <param name="Url">The workspace's, e.g. <c>https://example.slack.com/</c>.</param>
internal sealed record SlackSelf(string? Team = null, string? User = null, string? Bot = null, Uri? Url = null);
