using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Tests.Postmortems.Drafts;

/// <summary>Reviews and drafts for tests.</summary>
public static class SomeDraft
{
    public static readonly DateTimeOffset ReviewedAt = Some.Time.AddDays(1);

    public static Postmortem Review(params Answer[] answers) => new()
    {
        Incident = Some.IncidentId,
        StartedBy = Some.Ana,
        StartedAt = ReviewedAt,
        Askings = [new(QuestionKind.Summary, ReviewedAt)],
        Answers = answers,
        Version = 1,
    };

    public static Answer Answer(QuestionKind question, string text, Person? by = null, string? id = null) =>
        new(question, text, by ?? Some.Ana, ReviewedAt, id is null ? null : Some.Message(id));

    public static Incident Resolved(params Milestone[] milestones) => Some.Incident(IncidentStatus.Resolved) with { Milestones = milestones };

    public static Milestone Milestone(MilestoneKind kind, int minutes, string evidence = "/incident status") => new(kind, Some.Time.AddMinutes(minutes), Some.Ben, evidence);

    public static ReviewTurn Turn(Situation now, ChatEvent? said = null) => new(said ?? Some.Posted("done", at: ReviewedAt), now.Incident!, now.Postmortem!, now);

    public static Draft Draft(Situation now) => IncidentBot.Core.Postmortems.Drafts.Draft.Of(Turn(now));

    /// <summary>An incident that knows nothing but that it was declared, and a review that nobody answered.</summary>
    public static Situation Bare => Some.Situation(SomeDraft.Resolved()) with { Postmortem = Review(), HistoryUnreadable = "missing_scope" };

    private static Period Hit => new(Some.Time.AddMinutes(-5), Some.Time.AddMinutes(20));

    /// <summary>A small incident in which everything there is happened once.</summary>
    public static Situation Full => Some.Situation(Resolved(
        Milestone(MilestoneKind.Started, -5, "/incident trigger at 13:55"),
        Milestone(MilestoneKind.Detected, -2, "/incident detection at 13:58"),
        Milestone(MilestoneKind.Declared, 0, "/incident start"),
        Milestone(MilestoneKind.Acknowledged, 3, "/incident commander @ben"),
        Milestone(MilestoneKind.Mitigated, 20, "/incident mitigate"),
        Milestone(MilestoneKind.Resolved, 65, "/incident resolve")) with
    {
        Facts =
        [
            new(FactKind.Impact, "a third of all checkouts failed", Some.Ben, Some.Time.AddMinutes(4)),
            new(FactKind.Detection, "alert on the error rate", Some.Chidi, Some.Time.AddMinutes(5)),
        ],
        Budgets =
        [
            new("checkout-availability", "the 28-day budget", ReviewedAt)
            {
                Measured = new(0.184, 0.255, Hit, ReviewedAt.AddMinutes(-5)),
                Stated = new(0.266, 0.37, Hit, Some.Ben, ReviewedAt.AddMinutes(-10)),
                Left = 0.41,
                MeasuredAt = ReviewedAt.AddMinutes(-5),
                ExhaustedIn = TimeSpan.FromDays(9),
            },
            new("checkout-latency", "the quarter's budget", ReviewedAt) { Unmeasured = "Prometheus gave no series for it.", Unknown = "Nothing was measured, and no incident was charged." },
        ],
    }) with
    {
        Postmortem = Review(
            Answer(QuestionKind.Summary, "Checkout failed for a third of all users.\nThe connection pool was too small."),
            Answer(QuestionKind.RootCauses, "The pool's size is copied by hand", Some.Ben, "r1") with { EditedAt = ReviewedAt.AddMinutes(1) },
            Answer(QuestionKind.RootCauses, "No load test before the sale", Some.Chidi) with { Files = [new("load.png", "https://files.example/load.png")] },
            Answer(QuestionKind.Detection, "alert on the error rate", Some.Chidi) with { ConfirmedBy = Some.Ben, Known = "fact:1" },
            Answer(QuestionKind.WentWell, "The rollback took <2 minutes | nobody had to ask", Some.Ben),
            new(null, "I will write the runbook *tonight*", Some.Ben, ReviewedAt.AddHours(1), Some.Message("r9"))) with
        {
            Skipped = [QuestionKind.GotLucky],
            Status = PostmortemStatus.InReview,
            Reviewers = [Some.Ben],
        },
        ActionItems =
        [
            Some.ActionItem(1, "Add a canary to the checkout deploy", Some.Ben, new(2026, 12, 1)) with { Priority = Core.ActionItems.Priority.P1, Ticket = "https://tickets.example/OPS-7" },
            Some.ActionItem(2, "Write a runbook for pool | sizes"),
            Some.ActionItem(3, "Buy a bigger database") with { Status = Core.ActionItems.ActionItemStatus.Dropped, DropReason = "not the cause" },
        ],
        Timeline = Entries,
        MessagesKnownToChat = 5,
    };

    /// <summary>The small incident with an entry whose time was corrected, and another one on its line.</summary>
    public static Situation Curated => SomeDraft.Full with
    {
        Timeline =
        [
            Some.Entry("seeing 500s", "c1") with { Corrected = new(Some.Time.AddMinutes(-4), Some.Ben, Some.Time.AddHours(1)) },
            Some.Entry("500s here too", "c2", Some.Time.AddMinutes(1), Some.Chidi) with { Merged = new(TimelineEntry.IdOf(Some.Message("c1")), Some.Ben, Some.Time.AddHours(1)) },
        ],
    };

    public static PostmortemVersion FirstVersion => new() { Incident = Some.IncidentId, Publication = new(1, ReviewedAt, Some.Ana), Markdown = "", Sections = [new(QuestionKind.Summary, ["Checkout <was> down"])] };

    private static IReadOnlyList<TimelineEntry> Entries =>
    [
        Some.Entry("SEV2: checkout is failing", "e1") with { Kind = EntryKind.Declared, Message = null },
        Some.Entry("seeing 500s on /checkout", "m1", Some.Time.AddMinutes(1)) with { Highlights = [new(Some.Ben, "reaction", Some.Time)] },
        Some.Entry("the *pool* is full, see https://graphs.example/pool", "m2", Some.Time.AddMinutes(2), Some.Ben) with { Revisions = [new("the cache is full", Some.Time.AddMinutes(3))] },
        Some.Entry("since when?", "m3", Some.Time.AddMinutes(3)) with { Thread = "m2" },
        Some.Entry("", "m4", Some.Time.AddMinutes(4), Some.Chidi) with { DeletedAt = Some.Time.AddMinutes(6) },
        Some.Entry("# not a heading\n- not a list", "m5", Some.Time.AddMinutes(5), Some.Chidi) with { Files = [new("graph.png", "https://files.example/graph.png")] },
        Some.Entry("investigating → resolved", "e2", Some.Time.AddMinutes(65), Some.Ben) with { Kind = EntryKind.Status, Message = null },
        Some.Entry("thanks all", "m6", Some.Time.AddHours(12)) with { AfterResolution = true },
        Some.Entry("", "m7", Some.Time.AddHours(13)) with { AwaitsMessage = true, Highlights = [new(Some.Ben, "reaction", Some.Time)] },
    ];
}
