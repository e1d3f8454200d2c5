namespace IncidentBot.Core.Postmortems;

/// <summary>The settings of the section <c>Postmortems</c> that decisions depend on.</summary>
public sealed record PostmortemSettings
{
    /// <summary>Where published postmortems are announced, as the platform's id; null: where incidents are announced; empty: nowhere.</summary>
    public string? PublishChannel { get; init; }

    /// <summary>Whoever wrote a postmortem alone may also be the only one who approves it.</summary>
    public bool AllowSelfApproval { get; init; }
}
