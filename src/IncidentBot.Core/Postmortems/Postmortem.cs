using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems;

/// <summary>An incident's review: the questions, the answers given so far, where it stands.</summary>
public sealed record Postmortem : IAggregate
{
    public required IncidentId Incident { get; init; }

    public PostmortemStatus Status { get; init; } = PostmortemStatus.InWriting;

    public required Person StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The question that stands in the thread now; null when the review waits to be continued.</summary>
    public QuestionKind? Standing { get; init; }

    /// <summary>Answers in the order in which they were given; several replies to a question add up.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Questions that people chose to leave unanswered.</summary>
    public IReadOnlyList<QuestionKind> Skipped { get; init; } = [];

    /// <summary>The reminder that procedural changes count was given again because every item so far is a bug fix.</summary>
    public bool ProcessReminded { get; init; }

    /// <summary>When the draft was last posted; null while there is none.</summary>
    public DateTimeOffset? DraftedAt { get; init; }

    public IReadOnlyList<Person> Reviewers { get; init; } = [];

    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Incident.Key;

    /// <summary>Everybody who answered, in the order of their first answer; who started it when nobody has.</summary>
    public IReadOnlyList<Person> Authors =>
        Answers.Count == 0 ? [StartedBy] : [.. Answers.Select(answer => answer.By).DistinctBy(person => person.Ref)];
}

/// <summary>The status words of the postmortem's first part.</summary>
public enum PostmortemStatus
{
    InWriting,
    InReview,
    Reviewed,
    Published,
}

/// <summary>The questions in the order in which they are asked.</summary>
public enum QuestionKind
{
    Summary,
    Impact,
    RootCauses,
    Trigger,
    Resolution,
    Detection,
    WentWell,
    DidntGoWell,
    GotLucky,
    ActionItems,
}

/// <summary>One reply to a question.</summary>
/// <param name="Source">The reply itself; null when it was confirmed by a button or came by a form.</param>
public sealed record Answer(QuestionKind Question, string Text, Person By, DateTimeOffset At, MessageRef? Source)
{
    public DateTimeOffset? EditedAt { get; init; }
}

public sealed record Approval(Person By, DateTimeOffset At);
