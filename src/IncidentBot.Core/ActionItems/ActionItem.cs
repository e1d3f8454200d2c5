using System.Globalization;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Core.ActionItems;

/// <summary>Identity of an action item; people see <c>A-7</c>.</summary>
public sealed record ActionItemId(string Workspace, int Number)
{
    public string Label => $"A-{Number.ToString(CultureInfo.InvariantCulture)}";

    public string Key => $"{Workspace}/{Label}";

    public override string ToString() => Key;

    /// <summary>Reads "A-7", "a7" or "7"; null when it is none of these.</summary>
    public static ActionItemId? TryParse(string workspace, string text)
    {
        var rest = text.Trim();
        if (rest.StartsWith('A') || rest.StartsWith('a')) rest = rest[1..].TrimStart('-');
        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(workspace, number) : null;
    }
}

/// <summary>What somebody agreed to do so that it does not happen again.</summary>
public sealed record ActionItem : IAggregate
{
    public required ActionItemId Id { get; init; }

    public required IncidentId Incident { get; init; }

    public required string Text { get; init; }

    /// <summary>Null: nobody has taken it yet.</summary>
    public Person? Owner { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>The last day on which it is not overdue, in the owner's zone.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Bug or ticket.</summary>
    public string? Ticket { get; init; }

    /// <summary>The ticket that the bot opened; once people have linked another one, it no longer counts.</summary>
    public TrackedTicket? Tracked { get; init; }

    public TicketRequest? TicketRequest { get; init; }

    public ActionItemStatus Status { get; init; } = ActionItemStatus.Open;

    public required Person AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public Person? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was dropped.</summary>
    public string? DropReason { get; init; }

    /// <summary>Since when it has been open with this owner; null: since it was added.</summary>
    public DateTimeOffset? OwedFrom { get; init; }

    public FollowUp FollowUp { get; init; } = FollowUp.None;

    /// <summary>The reply in the review thread that it came from; editing that reply edits the item.</summary>
    public MessageRef? Source { get; init; }

    /// <summary>The lucky break that it is to be the safeguard for.</summary>
    public LuckyBreakId? LuckyBreak { get; init; }

    public int Version { get; init; }

    /// <summary>The ticket that the item and the tracker keep each other up to date about.</summary>
    public TrackedTicket? LiveTicket => Tracked?.Url == Ticket ? Tracked : null;

    string IAggregate.Key => Id.Key;

    /// <summary>What was asked of an owner before is not asked of them: reminders fall due after this.</summary>
    public DateTimeOffset OwedSince => OwedFrom ?? AddedAt;

    /// <summary>In other hands, with what was said to the former owner forgotten.</summary>
    public ActionItem OwnedBy(Person? owner, DateTimeOffset at) => this with
    {
        Owner = owner,
        OwedFrom = at,
        FollowUp = FollowUp with { SnoozedUntil = null, SnoozesInARow = 0, HandedOver = null, NotReached = null },
    };
}

public enum Priority
{
    P0,
    P1,
    P2,
    P3,
}

public enum ActionItemStatus
{
    Open,
    Done,
    Dropped,
}
