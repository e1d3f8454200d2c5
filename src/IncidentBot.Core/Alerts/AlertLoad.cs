using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Alerts;

/// <summary>How much alerts have made of themselves in a workspace, so that a storm of them does not.</summary>
public sealed record AlertLoad : IAggregate
{
    public const int MostNamed = 20;

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    public required string Workspace { get; init; }

    /// <summary>When incidents were declared by alerts, in the last hour.</summary>
    public IReadOnlyList<DateTimeOffset> Declared { get; init; } = [];

    /// <summary>When groups of small alerts were told of in the channel, in the last hour.</summary>
    public IReadOnlyList<DateTimeOffset> Told { get; init; } = [];

    /// <summary>When the storm began whose card stands; null: there is none.</summary>
    public DateTimeOffset? HoldingSince { get; init; }

    /// <summary>What its card names, oldest first.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>How many alerts were held in all.</summary>
    public int HeldCount { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Workspace;

    /// <summary>The same without what is longer ago than an hour.</summary>
    public AlertLoad At(DateTimeOffset now)
    {
        var load = this with { Declared = [.. Declared.Where(at => now - at < AnHour)], Told = [.. Told.Where(at => now - at < AnHour)] };
        return load.HoldingSince is { } since && now - since >= AnHour ? load with { HoldingSince = null, Held = [], HeldCount = 0 } : load;
    }

    public AlertLoad Holding(IReadOnlyList<Alert> alerts, DateTimeOffset now) => this with
    {
        HoldingSince = HoldingSince ?? now,
        Held = [.. Held.Concat(alerts.Select(alert => alert.Name)).Distinct().Take(MostNamed)],
        HeldCount = HeldCount + alerts.Count,
    };
}
