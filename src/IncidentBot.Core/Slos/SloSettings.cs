using IncidentBot.Core.Slos.Policy;

namespace IncidentBot.Core.Slos;

/// <summary>The section <c>Slos</c>, as far as decisions depend on it.</summary>
public sealed record SloSettings
{
    public IReadOnlyList<Slo> Catalogue { get; init; } = [];

    /// <summary>Something that can measure is set up.</summary>
    public bool Measured { get; init; }

    /// <summary>How often a measured SLO is measured while nothing happens.</summary>
    public TimeSpan MeasureEvery { get; init; } = TimeSpan.FromMinutes(15);

    public PolicySettings Policy { get; init; } = new();

    public Slo? Find(string name) => Catalogue.FirstOrDefault(slo => slo.Is(name));

    public IReadOnlyList<Slo> Of(string? service) => [.. Catalogue.Where(slo => slo.IsOf(service))];
}
