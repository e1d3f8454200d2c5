using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Timeline;

/// <summary>One thing that happened in an incident. Never removed; a deleted message leaves its fact without its text.</summary>
public sealed record TimelineEntry
{
    /// <summary>Unique within the incident and the same on a repeat: a message's id, or the delivery that caused the change.</summary>
    public required string Id { get; init; }

    public required IncidentId Incident { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>When it happened (not when it arrived).</summary>
    public required DateTimeOffset At { get; init; }

    public required Person By { get; init; }

    /// <summary>What people see; empty when deleted.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<FileLink> Files { get; init; } = [];

    /// <summary>The message itself, for entries that are one.</summary>
    public MessageRef? Message { get; init; }

    /// <summary>The id of the thread's first message, for replies.</summary>
    public string? Thread { get; init; }

    /// <summary>Said in the room after the incident was resolved.</summary>
    public bool AfterResolution { get; init; }

    /// <summary>The last that was heard of each highlight, the ones taken away too: what comes late cannot bring them back.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Earlier texts, oldest first. The first one is empty while (or because) the message as it was posted was not heard.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>When the message was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When the message was last brought back; a deletion before that no longer counts.</summary>
    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>An edit, a deletion or a highlight came before the message itself, which has not arrived yet. When it does, <see cref="At"/> and with it <see cref="SortKey"/> may change.</summary>
    public bool AwaitsMessage { get; init; }

    /// <summary>Left out of what is shown; null: shown.</summary>
    public Hiding? Hidden { get; init; }

    /// <summary>Shown at another time than <see cref="At"/>, which stays as it was heard.</summary>
    public TimeCorrection? Corrected { get; init; }

    /// <summary>Shown within the line of another entry; null: on a line of its own.</summary>
    public Merging? Merged { get; init; }

    public int Version { get; init; }

    /// <summary>The time at which it is shown.</summary>
    public DateTimeOffset ShownAt => Corrected?.To ?? At;

    public bool Highlighted => Highlights.Any(highlight => highlight.On);

    /// <summary>There is something to show: not so when all that was heard is a highlight of a message that never came, such as a card of the bot.</summary>
    public bool Telling => !AwaitsMessage || Text.Length > 0 || DeletedAt is not null;

    /// <summary>The message was missed when it was said, and found in the room's own history.</summary>
    public bool FromHistory { get; init; }

    /// <summary>Unique over all incidents; the key in the store.</summary>
    public string Key => $"{Incident.Key}|{Id}";

    /// <summary>Order on the timeline: time, then id. Ordinal comparison gives the order.</summary>
    public string SortKey => $"{SortKeyAt(Incident, At)}|{Id}";

    /// <summary>Below the sort keys of the entries of this moment, above those of all earlier ones.</summary>
    public static string SortKeyAt(IncidentId incident, DateTimeOffset at) => $"{incident.Key}|{at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}";

    /// <summary>The id that a message's entry has.</summary>
    public static string IdOf(MessageRef message) => $"m:{message}";

    /// <summary>The id of a note that was made of a message.</summary>
    public static string IdOfNote(MessageRef message) => $"chosen:{message}";
}

public enum EntryKind
{
    Message,
    Note,
    Declared,
    Status,
    Severity,
    Role,
    Title,
    Fact,
    Update,
    ActionItem,
    Review,
    Room,

    /// <summary>Monitoring told that an alert fires, or is over.</summary>
    Alert,
}

public static class EntryKinds
{
    /// <summary>What people wrote stands for itself; the rest is what was recorded about the incident.</summary>
    public static bool IsChange(this EntryKind kind) => kind switch
    {
        EntryKind.Message or EntryKind.Note => false,
        EntryKind.Declared or EntryKind.Status or EntryKind.Severity or EntryKind.Role or EntryKind.Title or EntryKind.Fact or EntryKind.Update or EntryKind.ActionItem or EntryKind.Review or EntryKind.Room or EntryKind.Alert => true,
    };
}

/// <param name="Why">Empty when nobody said.</param>
public sealed record Hiding(Person By, DateTimeOffset At, string Why);

/// <param name="To">When it really happened.</param>
public sealed record TimeCorrection(DateTimeOffset To, Person By, DateTimeOffset At);

/// <param name="Into">The id of the entry that it tells one thing with.</param>
public sealed record Merging(string Into, Person By, DateTimeOffset At);

/// <param name="How"><c>reaction</c>, <c>pin</c> or <c>menu</c>.</param>
/// <param name="On">False: taken away again.</param>
public sealed record Highlight(Person By, string How, DateTimeOffset At, bool On = true);

/// <summary>A text that was replaced.</summary>
/// <param name="ReplacedAt">When the edit was made that replaced it.</param>
public sealed record Revision(string Text, DateTimeOffset ReplacedAt);
