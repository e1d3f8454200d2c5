using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems;

/// <summary>What somebody remarks on a draft. It is open until it is resolved, and never a part of what is published.</summary>
/// <param name="Number">Among the comments of its postmortem, from 1; never given again.</param>
/// <param name="Section">What it is tied to; null: the whole.</param>
/// <param name="Source">The reply in the review's thread; null when it came by the form.</param>
public sealed record ReviewComment(int Number, QuestionKind? Section, string Text, Person By, DateTimeOffset At, MessageRef? Source)
{
    public IReadOnlyList<FileLink> Files { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Who was told directly, and is told when it changes.</summary>
    public IReadOnlyList<PersonRef> Told { get; init; } = [];

    /// <summary>Null while it is open.</summary>
    public Resolution? Resolved { get; init; }
}

/// <summary>Somebody has dealt with a comment.</summary>
public sealed record Resolution(Person By, DateTimeOffset At);
