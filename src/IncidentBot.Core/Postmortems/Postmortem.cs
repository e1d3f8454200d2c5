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

    /// <summary>Which question stood since when, oldest first. A reply answers the one that stood when it was posted, whenever it arrives.</summary>
    public IReadOnlyList<Asking> Askings { get; init; } = [];

    /// <summary>Replies in the order in which they arrived; several replies to a question add up.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Questions that people chose to leave unanswered.</summary>
    public IReadOnlyList<QuestionKind> Skipped { get; init; } = [];

    /// <summary>Messages of the thread that are dealt with and are no answers: steering words, and deletions that came before their message.</summary>
    public IReadOnlyList<MessageRef> Settled { get; init; } = [];

    /// <summary>The reminder that procedural changes count was given again because every item so far is a bug fix.</summary>
    public bool ProcessReminded { get; init; }

    /// <summary>It was asked what kind of incident it is.</summary>
    public bool ClassAsked { get; init; }

    /// <summary>Messages whose writer was given a hint on their wording, also when they were edited since: nobody is told twice.</summary>
    public IReadOnlyList<MessageRef> Hinted { get; init; } = [];

    /// <summary>People who steered in the room and were told where the review goes on.</summary>
    public IReadOnlyList<PersonRef> Pointed { get; init; } = [];

    /// <summary>When the draft was last posted; null while there is none.</summary>
    public DateTimeOffset? DraftedAt { get; init; }

    /// <summary>How often the draft was posted.</summary>
    public int Drafts { get; init; }

    /// <summary>How many cards under its head the draft has that was posted last.</summary>
    public int DraftPages { get; init; }

    /// <summary>The <see cref="Drafts.Draft.Mark"/> of the draft that was posted last.</summary>
    public string? DraftMark { get; init; }

    /// <summary>What the draft tells that was posted last; empty while there is none.</summary>
    public IReadOnlyList<SeenPart> DraftTold { get; init; } = [];

    /// <summary>The marks of the charts that were posted with it, or before and still told the same.</summary>
    public IReadOnlyList<string> ShownCharts { get; init; } = [];

    /// <summary>Answers have changed since the draft was posted.</summary>
    public bool DraftIsOld { get; init; }

    public IReadOnlyList<Person> Reviewers { get; init; } = [];

    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Given to what has changed since; each stands until its reviewer approves again.</summary>
    public IReadOnlyList<VoidApproval> VoidApprovals { get; init; } = [];

    public IReadOnlyList<ReviewComment> Comments { get; init; } = [];

    /// <summary>The number of the last comment that was ever given.</summary>
    public int CommentsGiven { get; init; }

    /// <summary>Null while it is not Published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Every version that was published, oldest first.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>The room was asked how the review was.</summary>
    public bool PulseAsked { get; init; }

    /// <summary>The review was asked what the incident cost, or need not be: once.</summary>
    public bool CostAsked { get; init; }

    public int Version { get; init; }

    string IAggregate.Key => Incident.Key;

    /// <summary>The question that stands in the thread now; null when the review waits to be continued.</summary>
    public QuestionKind? Standing => Askings.Count == 0 ? null : Askings[^1].Question;

    /// <summary>Everybody who answered, in the order of their first answer; who started it when nobody has.</summary>
    public IReadOnlyList<Person> Authors
    {
        get
        {
            Person[] answered = [.. Answers.Where(answer => answer.Question is not null).SelectMany(answer => answer.People).DistinctBy(person => person.Ref)];
            return answered.Length == 0 ? [StartedBy] : answered;
        }
    }

    public IEnumerable<Answer> AnswersTo(QuestionKind question) => Answers.Where(answer => answer.Question == question).OrderBy(answer => answer.At);
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

/// <param name="Question">Null: no question stood from then on.</param>
public sealed record Asking(QuestionKind? Question, DateTimeOffset At);

/// <summary>One reply in the review's thread.</summary>
/// <param name="Question">Null: said while no question stood, before that was a comment. It is kept, and is no answer.</param>
/// <param name="Source">The reply itself; null when it was confirmed by a button or came by a form.</param>
public sealed record Answer(QuestionKind? Question, string Text, Person By, DateTimeOffset At, MessageRef? Source)
{
    public IReadOnlyList<FileLink> Files { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Who took over, by a button, what <see cref="By"/> had said during the incident.</summary>
    public Person? ConfirmedBy { get; init; }

    /// <summary>The key of the <see cref="Interviews.KnownAnswer"/> that was taken over, so that it is not offered again.</summary>
    public string? Known { get; init; }

    /// <summary>Who edited it last, where that is not <see cref="By"/>.</summary>
    public Person? EditedBy { get; init; }

    public IEnumerable<Person> People => new[] { By, ConfirmedBy, EditedBy }.OfType<Person>();
}
