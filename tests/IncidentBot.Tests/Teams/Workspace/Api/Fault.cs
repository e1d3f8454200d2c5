namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What goes wrong with one call.</summary>
public abstract record Fault
{
    /// <param name="RetryAfter">The header to the letter; null: none.</param>
    public sealed record Throttled(string? RetryAfter) : Fault;

    /// <summary>A status such as 412 or 502.</summary>
    /// <param name="AfterDoing">It was done all the same.</param>
    public sealed record Broken(int Status, bool AfterDoing = false) : Fault;

    /// <summary>The connection ends without an answer.</summary>
    /// <param name="AfterDoing">It was done all the same.</param>
    public sealed record Dropped(bool AfterDoing) : Fault;

    /// <summary>An error in the Connector's own words.</summary>
    public sealed record Refused(int Status, string Code) : Fault;

    /// <summary>It is done, but late.</summary>
    public sealed record Slow(TimeSpan By) : Fault;
}
