namespace IncidentBot.Core.Incidents.Nudges;

/// <summary>When the room of an open incident is asked about what is missing. A length of zero: never.</summary>
public sealed record NudgeSettings
{
    /// <summary>How long an incident may be without a commander.</summary>
    public TimeSpan CommanderAfter { get; init; } = TimeSpan.FromMinutes(10);

    public UpdateEvery UpdateEvery { get; init; } = new();

    /// <summary>How long it may be mitigated without being resolved.</summary>
    public TimeSpan ResolveAfter { get; init; } = TimeSpan.FromDays(2);
}

/// <summary>How long those who wait for news may be without any, by severity.</summary>
public sealed record UpdateEvery
{
    public TimeSpan Sev1 { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan Sev2 { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan Sev3 { get; init; }

    public TimeSpan Sev4 { get; init; }

    public TimeSpan Sev5 { get; init; }

    public TimeSpan For(Severity severity) => severity switch
    {
        Severity.Sev1 => Sev1,
        Severity.Sev2 => Sev2,
        Severity.Sev3 => Sev3,
        Severity.Sev4 => Sev4,
        Severity.Sev5 => Sev5,
    };
}
