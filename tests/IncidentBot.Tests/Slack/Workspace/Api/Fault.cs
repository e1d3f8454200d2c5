namespace IncidentBot.Tests.Slack.Workspace.Api;

/// <summary>What goes wrong with one call.</summary>
public abstract record Fault
{
    /// <param name="RetryAfter">The header to the letter; null: none.</param>
    public sealed record RateLimited(string? RetryAfter) : Fault;

    /// <param name="AfterDoing">It was done all the same.</param>
    public sealed record ServerError(bool AfterDoing) : Fault;

    /// <summary>The connection ends without an answer.</summary>
    /// <param name="AfterDoing">It was done all the same.</param>
    public sealed record Dropped(bool AfterDoing) : Fault;

    /// <summary>It is done, but late.</summary>
    public sealed record Slow(TimeSpan By) : Fault;

    /// <summary>An answer with <c>ok: false</c>.</summary>
    public sealed record Refused(string Error) : Fault;
}
