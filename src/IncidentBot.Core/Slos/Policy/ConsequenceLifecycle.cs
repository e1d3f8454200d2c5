namespace IncidentBot.Core.Slos.Policy;

/// <summary>Begun → Acknowledged → Ended, with Set aside beside it. One table, and the sentence for what it refuses.</summary>
public static class ConsequenceLifecycle
{
    /// <summary>Null when the move is allowed, else the sentence to show.</summary>
    public static string? Refuses(ConsequenceStatus from, ConsequenceStatus to) => (from, to) switch
    {
        (ConsequenceStatus.Begun, ConsequenceStatus.Acknowledged or ConsequenceStatus.SetAside or ConsequenceStatus.Ended) => null,
        (ConsequenceStatus.Acknowledged, ConsequenceStatus.SetAside or ConsequenceStatus.Ended) => null,
        (ConsequenceStatus.SetAside, ConsequenceStatus.Acknowledged or ConsequenceStatus.Ended) => null,
        (ConsequenceStatus.Ended, ConsequenceStatus.Begun) => null,
        (ConsequenceStatus.Begun or ConsequenceStatus.Acknowledged or ConsequenceStatus.SetAside, ConsequenceStatus.Begun) => "This rule applies already.",
        (ConsequenceStatus.Acknowledged, ConsequenceStatus.Acknowledged) => "It is acknowledged already.",
        (ConsequenceStatus.SetAside, ConsequenceStatus.SetAside) => "It is set aside already.",
        (ConsequenceStatus.Ended, ConsequenceStatus.Acknowledged or ConsequenceStatus.SetAside) => "It no longer applies, so there is nothing to do.",
        (ConsequenceStatus.Ended, ConsequenceStatus.Ended) => "It has ended already.",
    };
}
