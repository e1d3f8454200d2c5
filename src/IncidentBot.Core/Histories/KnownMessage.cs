using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Histories;

/// <summary>A message of a room as our record has it: on a timeline, or in a review.</summary>
/// <param name="Thread">The id of the thread's first message; null for what stands at the top level of the room.</param>
/// <param name="EditedAt">The last edit that was heard of.</param>
public sealed record KnownMessage(IncidentId Incident, MessageRef Message, string? Thread, DateTimeOffset At, Person By, string Text, DateTimeOffset? EditedAt)
{
    /// <summary>The message itself was heard, not only something about it.</summary>
    public bool Arrived { get; init; } = true;

    public bool Deleted { get; init; }

    /// <summary>Its later fate still matters. Not so for steering words, and for replies whose action item has a life of its own by now.</summary>
    public bool Followed { get; init; } = true;

    /// <summary>Null for an entry that is no message.</summary>
    public static KnownMessage? Of(TimelineEntry entry) => entry is { Kind: EntryKind.Message, Message: { } message }
        ? new(entry.Incident, message, entry.Thread, entry.At, entry.By, entry.Text, entry.Revisions is [.., var last] ? last.ReplacedAt : null)
        {
            Arrived = !entry.AwaitsMessage,
            Deleted = entry.DeletedAt is not null,
            Followed = entry.Telling,
        }
        : null;

    /// <summary>What was said in a review's thread.</summary>
    /// <param name="head">The thread.</param>
    public static IEnumerable<KnownMessage> In(Postmortem review, IReadOnlyList<ActionItem> items, string head) =>
    [
        .. review.Answers.Where(answer => answer.Source is not null)
            .Select(answer => new KnownMessage(review.Incident, answer.Source!, head, answer.At, answer.By, answer.Text, answer.EditedAt)),
        .. review.Settled.Select(message => new KnownMessage(review.Incident, message, head, review.StartedAt, review.StartedBy, "", null) { Followed = false }),
        .. items.Where(item => item.Source is not null)
            .Select(item => new KnownMessage(review.Incident, item.Source!, head, item.AddedAt, item.AddedBy, item.Text, item.AddedAt) { Followed = item is { Version: 1, Status: ActionItemStatus.Open } }),
    ];
}
