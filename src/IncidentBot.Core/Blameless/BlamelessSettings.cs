namespace IncidentBot.Core.Blameless;

/// <summary>The section <c>Blameless</c>.</summary>
public sealed record BlamelessSettings
{
    /// <summary>Whoever writes something for the record that blames a person gets a private hint.</summary>
    public bool Hints { get; init; } = true;

    /// <summary>What is published or exported names roles in place of people.</summary>
    public bool PublishRoles { get; init; }
}
