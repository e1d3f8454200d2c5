using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems;

public sealed record Approval(Person By, DateTimeOffset At)
{
    /// <summary>What was approved, part by part.</summary>
    public IReadOnlyList<SeenPart> Saw { get; init; } = [];

    /// <summary>Nobody approves twice at one time.</summary>
    public bool Is(Approval other) => (By.Ref, At) == (other.By.Ref, other.At);
}

/// <param name="Changed">The parts that have changed since, in the order of the postmortem.</param>
public sealed record VoidApproval(Approval Approval, IReadOnlyList<DraftPart> Changed);

/// <summary>The parts that a postmortem is approved by, in its order.</summary>
public enum DraftPart
{
    Title,

    /// <summary>Severity, service and roles.</summary>
    Head,
    Summary,
    Impact,
    RootCauses,
    Trigger,
    Resolution,
    Detection,
    WentWell,
    DidntGoWell,

    /// <summary>The answers, and what becomes of each.</summary>
    GotLucky,
    ActionItems,
    Timeline,

    /// <summary>The milestones, and with them all metrics.</summary>
    Times,

    /// <summary>Said in the review while no question stood.</summary>
    Remarks,

    /// <summary>What people stated that it cost. What the monitoring counts moves by itself.</summary>
    ErrorBudget,
}

/// <param name="Mark">Another one whenever the part tells something else.</param>
public sealed record SeenPart(DraftPart Part, string Mark);
