namespace IncidentBot.Monitoring.Prometheus;

/// <summary>The settings of the Prometheus that SLOs are measured in, checked at start. A bearer token or a user with a password, or neither.</summary>
public sealed record PrometheusOptions
{
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Where it is, without <c>api/v1/</c>; ends in a slash.</summary>
    public required Uri Url { get; init; }

    public string? BearerToken { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How long one query may take.</summary>
    public TimeSpan Timeout { get; init; } = UsualTimeout;

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"Prometheus at {Url.Authority}";
}
