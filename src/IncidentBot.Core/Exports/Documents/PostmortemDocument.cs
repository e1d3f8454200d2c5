using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;

namespace IncidentBot.Core.Exports.Documents;

/// <summary>A postmortem as other programs read it. Names of members and values are a contract: they are described in the schema, and a change of them is a new <see cref="FormatVersion"/>.</summary>
/// <param name="Changes">Null: no version was published before.</param>
/// <param name="Timeline">Null: left out.</param>
/// <remarks>People are the names that they are shown by, never ids of a platform.</remarks>
public sealed record PostmortemDocument(
    IncidentPart Incident,
    ReviewPart Postmortem,
    IReadOnlyList<SectionPart> Sections,
    IReadOnlyList<ActionItemPart> ActionItems,
    IReadOnlyList<MilestonePart> Milestones,
    IReadOnlyList<MetricPart> Metrics,
    IReadOnlyList<BudgetPart> ErrorBudgets,
    CapturePart Capture,
    int SecretsMasked,
    IReadOnlyList<PassagePart> Remarks,
    IReadOnlyList<PassagePart> Comments,
    ChangesPart? Changes,
    IReadOnlyList<EntryPart>? Timeline)
{
    [System.Text.Json.Serialization.JsonPropertyOrder(-2)]
    public string Format => "incidentbot.postmortem";

    [System.Text.Json.Serialization.JsonPropertyOrder(-1)]
    public int FormatVersion => 1;

    public static PostmortemDocument Of(Draft draft) => new(
        IncidentPart.Of(draft.Incident),
        ReviewPart.Of(draft.Review),
        [.. draft.Sections.Select(SectionPart.Of)],
        [.. draft.Items.Select(ActionItemPart.Of)],
        [.. draft.Incident.Milestones.OrderBy(milestone => milestone.Kind).Select(milestone => MilestonePart.Of(milestone, draft.Links))],
        [.. IncidentMetrics.Of(draft.Incident).Select(MetricPart.Of)],
        [.. draft.Budgets.Select(BudgetPart.Of)],
        CapturePart.Of(draft.Completeness),
        draft.Secrets,
        [.. draft.Remarks.Select(PassagePart.Of)],
        [.. draft.Comments.Select(PassagePart.Of)],
        draft.Changes is { } changes ? ChangesPart.Of(changes) : null,
        [.. draft.Timeline.Lines.SelectMany(line => line.All.Select(entry => (Entry: entry, Line: line))).OrderBy(told => told.Entry.ShownAt).Select(told => EntryPart.Of(told.Entry, told.Line, draft.Links))]);
}

public sealed record IncidentPart(string Id, string Title, Severity Severity, bool SeverityAssumed, IncidentStatus Status, string? Service, bool Private, DateTime DeclaredAt, string DeclaredBy, string TimeZone, IReadOnlyList<RolePart> Roles)
{
    public static IncidentPart Of(Incident incident) => new(
        incident.Id.Label, incident.Title, incident.Severity, incident.SeverityAssumed, incident.Status, incident.Service, incident.Private,
        incident.DeclaredAt.UtcDateTime, incident.DeclaredBy.Name, incident.TimeZone, [.. incident.Roles.Select(holder => new RolePart(holder.Role, holder.Person.Name))]);
}

public sealed record RolePart(string Role, string Person);

public sealed record ReviewPart(PostmortemStatus Status, DateTime StartedAt, DateTime? PublishedAt, IReadOnlyList<VersionPart> Versions, IReadOnlyList<string> Authors, IReadOnlyList<ReviewerPart> Reviewers)
{
    public static ReviewPart Of(Postmortem review) => new(
        review.Status, review.StartedAt.UtcDateTime, review.PublishedAt?.UtcDateTime, [.. review.Publications.Select(publication => new VersionPart(publication.Number, publication.At.UtcDateTime, publication.By.Name))], [.. review.Authors.Select(author => author.Name)],
        [.. review.Reviewers.Select(reviewer => new ReviewerPart(reviewer.Name, review.Approvals.FirstOrDefault(approval => approval.By.Ref == reviewer.Ref)?.At.UtcDateTime))]);
}

public sealed record VersionPart(int Number, DateTime PublishedAt, string PublishedBy);

public sealed record ReviewerPart(string Person, DateTime? ApprovedAt);

public sealed record SectionPart(QuestionKind Id, string Heading, string? Note, IReadOnlyList<PassagePart> Passages, IReadOnlyList<PassagePart> Comments)
{
    public static SectionPart Of(DraftSection section) => new(section.Question, QuestionCards.Heading(section.Question), section.Note, [.. section.Passages.Select(PassagePart.Of)], [.. section.Comments.Select(PassagePart.Of)]);
}

public sealed record PassagePart(string Text, string Byline, string? Outcome, string? Link, IReadOnlyList<FilePart> Files)
{
    public static PassagePart Of(Passage passage) => new(passage.Text, passage.Byline, passage.Outcome, passage.Link, FilePart.Of(passage.Files));
}

public sealed record FilePart(string Name, string Url)
{
    public static IReadOnlyList<FilePart> Of(IEnumerable<FileLink> files) => [.. files.Select(file => new FilePart(file.Name, file.Url))];
}

public sealed record ActionItemPart(string Id, string Text, string? Owner, Priority? Priority, DateOnly? Due, string? Ticket, ActionItemStatus Status, DateTime AddedAt, DateTime? ClosedAt, string? DropReason)
{
    public static ActionItemPart Of(ActionItem item) =>
        new(item.Id.Label, item.Text, item.Owner?.Name, item.Priority, item.Due, item.Ticket, item.Status, item.AddedAt.UtcDateTime, item.ClosedAt?.UtcDateTime, item.DropReason);
}

public sealed record MilestonePart(MilestoneKind Kind, DateTime At, string ConfirmedBy, string Evidence, string? Link)
{
    public static MilestonePart Of(Milestone milestone, DraftLinks links) => new(milestone.Kind, milestone.At.UtcDateTime, milestone.ConfirmedBy.Name, milestone.Evidence, links.To(milestone));
}

public sealed record MetricPart(string Name, string Meaning, MilestoneKind From, MilestoneKind To, double? Seconds, IReadOnlyList<MilestoneKind> Missing)
{
    public static MetricPart Of(IncidentMetric metric) => new(metric.Name, metric.Meaning, metric.From, metric.To, metric.Length?.TotalSeconds, metric.Missing);
}

public sealed record CapturePart(int Captured, int? KnownToChat, int? Gaps, string? Unreadable, int Filled, int Edits, int Deletions, bool HeardPartly)
{
    public static CapturePart Of(Completeness capture) =>
        new(capture.Captured, capture.KnownToChat, capture.Gaps, capture.Unreadable, capture.Filled, capture.Edits, capture.Deletions, capture.HeardPartly);
}

/// <param name="Since">The number of the version that it is held against.</param>
public sealed record ChangesPart(int Since, IReadOnlyList<ChangePart> Parts)
{
    public static ChangesPart Of(VersionChanges changes) => new(changes.Since, [.. changes.Parts.Select(part => new ChangePart(part.Part, part.Kind, part.Added, part.Removed))]);
}

public sealed record ChangePart(string Part, ChangeKind Kind, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
