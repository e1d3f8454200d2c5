using IncidentBot.Core.Bot;

namespace IncidentBot.Slack.Check;

/// <summary>Whether the bot token may do all that the bot does.</summary>
internal static class CheckScopes
{
    private const string Subject = "Scopes";

    /// <param name="granted">Null: Slack did not tell.</param>
    public static IReadOnlyList<CheckLine> Run(IReadOnlyList<string>? granted)
    {
        if (granted is null) return [CheckLine.Remark(Subject, "Slack does not tell which scopes the bot token has.")];
        CheckLine[] missing = [.. NeededScopes.Missing(granted).Select(needed => new CheckLine(
            needed.Optional ? CheckResult.Remark : CheckResult.Fault, Subject,
            $"{needed.Name} is missing, {needed.For}. Add it on the app's page \"OAuth & Permissions\", then install the app again."))];
        return missing.Length > 0 ? missing : [CheckLine.Fine(Subject, $"the bot token has all {NeededScopes.All.Count}.")];
    }
}
