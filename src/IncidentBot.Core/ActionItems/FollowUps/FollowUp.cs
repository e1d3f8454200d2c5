using IncidentBot.Core.Chat;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>How an open item is followed up: what its people asked for, and what has been said about it already.</summary>
public sealed record FollowUp
{
    public static readonly FollowUp None = new();

    /// <summary>The day from which on it is reminded of again, in the owner's zone.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>How often it was snoozed since it got its owner or its due date.</summary>
    public int SnoozesInARow { get; init; }

    /// <summary>How the owner came to it; null: by taking it, or from the beginning.</summary>
    public Handover? HandedOver { get; init; }

    /// <summary>Since when the owner cannot be told of it directly.</summary>
    public DateTimeOffset? NotReached { get; init; }

    /// <summary>The incident commander was told that this owner cannot be reached: once an owner.</summary>
    public PersonRef? ToldNotReached { get; init; }

    /// <summary>When the incident commander was asked to help: once an item.</summary>
    public DateTimeOffset? CommanderAsked { get; init; }

    /// <summary>When others were asked to help, the week after: once an item.</summary>
    public DateTimeOffset? OthersAsked { get; init; }
}

/// <param name="From">Null: nobody owned it.</param>
public sealed record Handover(Person? From, Person By, DateTimeOffset At);
