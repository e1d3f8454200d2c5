using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Luck;

/// <summary>Identity of a lucky break; people see <c>L-3</c>.</summary>
public sealed record LuckyBreakId(string Workspace, int Number)
{
    public string Label => $"L-{Number.ToString(CultureInfo.InvariantCulture)}";

    public string Key => $"{Workspace}/{Label}";

    public override string ToString() => Key;

    /// <summary>Reads "L-3" or "l3"; null when it is neither. A bare number may be anything.</summary>
    public static LuckyBreakId? TryParse(string workspace, string text) =>
        text.Trim() is ['L' or 'l', .. var rest] && int.TryParse(rest.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(workspace, number) : null;
}

/// <summary>Something that kept an incident small and that nobody had planned: one answer to "Where did we get lucky?", and what is to become of it.</summary>
public sealed record LuckyBreak : IAggregate
{
    public required LuckyBreakId Id { get; init; }

    public required IncidentId Incident { get; init; }

    /// <summary>Which answer of the review it is; the same as long as that answer is edited only.</summary>
    public required string Answer { get; init; }

    public required string Text { get; init; }

    public required Person By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The action item that is to stand in for luck. Whether it still does, its status tells: see <see cref="LuckLedger.StateOf"/>.</summary>
    public ActionItemId? Safeguard { get; init; }

    public AcceptedRisk? Accepted { get; init; }

    /// <summary>Who chose the safeguard or accepted the risk; null: nobody yet.</summary>
    public Person? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The answer was deleted: it is in no list, and comes back with the answer.</summary>
    public bool TakenBack { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Id.Key;
}

/// <summary>Luck that is relied on knowingly, for a while.</summary>
/// <param name="ReviewOn">From this day on it is asked again whether it is still acceptable.</param>
/// <param name="Owner">Who accepted it, and looks at it again.</param>
public sealed record AcceptedRisk(string Why, DateOnly ReviewOn, Person Owner);
