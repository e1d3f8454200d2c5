namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>A call as it came, and how it was answered.</summary>
/// <param name="Outcome"><c>ok</c>, the error, or what went wrong on purpose.</param>
public sealed record Recorded(string Method, IReadOnlyDictionary<string, string> Arguments, DateTimeOffset At, string Outcome)
{
    public override string ToString() => $"{Method} → {Outcome} ({string.Join(", ", Arguments.Where(argument => argument.Key is "channel" or "ts" or "thread_ts" or "name" or "text" or "users").Select(argument => $"{argument.Key}={(argument.Value.Length > 60 ? argument.Value[..60] + "…" : argument.Value)}"))})";
}
