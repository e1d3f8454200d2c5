namespace IncidentBot.Core.Bot;

/// <summary>Whether the store can read and write now.</summary>
public interface IStoreHealth
{
    /// <summary>What is wrong, in a sentence for an operator; null when all is well.</summary>
    string? Fault { get; }
}
