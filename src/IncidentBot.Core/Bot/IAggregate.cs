namespace IncidentBot.Core.Bot;

/// <summary>A thing that is saved whole, one JSON document, with optimistic versions.</summary>
public interface IAggregate
{
    /// <summary>Unique among the aggregates of its kind.</summary>
    string Key { get; }

    /// <summary>The version that was read; 0 for one that is new. The store saves it as the next one and refuses when another has been saved meanwhile.</summary>
    int Version { get; }
}

/// <summary>The last number given out, e.g. of a workspace's incidents. Saved like everything else, so a refused or repeated decision leaves no gap.</summary>
public sealed record Counter(string Name, int Value, int Version) : IAggregate
{
    public const string Incidents = "incidents";

    public const string ActionItems = "action-items";

    public const string LuckyBreaks = "lucky-breaks";

    public const string Rounds = "rounds";

    string IAggregate.Key => Name;

    public Counter Next(int by = 1) => this with { Value = Value + by };

    public static string NameOf(string workspace, string what) => $"{workspace}/{what}";
}
