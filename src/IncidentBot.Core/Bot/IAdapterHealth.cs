namespace IncidentBot.Core.Bot;

/// <summary>One entry of the readiness report: a chat platform.</summary>
public interface IAdapterHealth
{
    /// <summary>The adapter's name, e.g. <c>webChat</c>, <c>slack</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong, in a sentence for an operator; null when all is well. No secrets.</summary>
    string? Fault { get; }
}
