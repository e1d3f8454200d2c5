using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>The draft as cards. What is too long for them is shortened and says that the file has the whole.</summary>
public static class DraftCards
{
    private const int MostOfAPassage = 2000;
    private const int MostRowsOfATable = 15;
    private const string InTheFile = "… (shortened here, whole in the file)";

    /// <summary>Title, date, authors, status; and what can be done next.</summary>
    public static Card Head(Incident incident, Postmortem review, string prefix) => new(
        $"Postmortem of {incident.Id.Label}: {ReviewCards.StatusWord(review.Status)}",
        [
            new Heading($"Postmortem · {incident.Id.Label} {incident.Title}"),
            new Facts(
            [
                .. About(incident, review).Select(about => new LabelledText(about.Label, about.Value)),
                .. CommentList.Open(review) is { Count: > 0 } comments ? [new LabelledText(CommentCards.Heading, CommentCards.Counted(comments))] : Array.Empty<LabelledText>(),
                .. Open(review) is { Length: > 0 } open ? [new LabelledText("Not answered yet", open)] : Array.Empty<LabelledText>(),
            ]),
            .. review.Status is PostmortemStatus.InWriting ? [new Paragraph(Of($"When it reads well, ask for a review: {Code(prefix + " postmortem review @name")}"))] : Array.Empty<CardBlock>(),
            new Choices(ButtonsOf(incident, review)),
        ]);

    private static string Open(Postmortem review) =>
        string.Join(", ", Interview.Plan.Where(question => question is not QuestionKind.ActionItems && Interview.IsOpen(review, question)).Select(question => QuestionCards.Heading(question).TrimEnd('?')));

    private static IReadOnlyList<Button> ButtonsOf(Incident incident, Postmortem review) =>
    [
        .. review.Status switch
        {
            PostmortemStatus.InReview => [ReviewWorkflowCards.ApproveButton(incident)],
            PostmortemStatus.Reviewed => [ReviewWorkflowCards.PublishButton(incident)],
            PostmortemStatus.InWriting or PostmortemStatus.Published => (Button[])[],
        },
        CommentButton(incident),
        new(ReviewButton.Next, "Answer more questions", new ReviewButton(incident.Id, review.Askings.Count).ToString()),
    ];

    public static Button CommentButton(Incident incident) => new(ReviewButton.Comment, "Comment…", incident.Id.Label);

    /// <summary>The sections, the action items and the appendix, on as few cards as they fit.</summary>
    public static IReadOnlyList<Card> Body(Draft draft) => CardPages.Of(
        $"Postmortem of {draft.Incident.Id.Label}",
        new Paragraph(Of($"{Italic("More of the draft is in the file.")}")),
        [
            [new Heading("Part 1. What happened?")],
            .. draft.Sections.Select(section => Section(draft, section)),
            .. ItemTables(draft),
            EvidenceCards.KeyMoments(draft),
            Appendix(draft),
            .. draft.Comments.Count > 0 ? [[new Heading(CommentCards.Heading), .. draft.Comments.Select(Comment)]] : Array.Empty<IReadOnlyList<CardBlock>>(),
        ]);

    private static IReadOnlyList<CardBlock> Section(Draft draft, DraftSection section)
    {
        List<CardBlock> blocks = section.Question is QuestionKind.WentWell ? [new Heading(LessonsLearned)] : [];
        blocks.Add(new Heading(QuestionCards.Heading(section.Question), 2));
        if (section.Note is { } note) blocks.Add(new Paragraph(Of($"{Italic(note)}")));
        blocks.AddRange(section.Passages.Select(passage => new Paragraph(Of($"{Excerpt.Of(passage.Text, MostOfAPassage, InTheFile)} {Italic("— " + passage.Byline)}") + Links(passage) + Outcome(passage))));
        blocks.AddRange(section.Comments.Select(Comment));
        if (section.Question is QuestionKind.Summary) blocks.Add(new Paragraph(Duration(draft.Incident)));
        return blocks;
    }

    private static Quote Comment(Passage comment) => new(Excerpt.Of(comment.Text, MostOfAPassage, InTheFile), Of($"💬 {comment.Byline}") + Links(comment));

    private static RichText Links(Passage passage) =>
        new([.. passage.Files.Select(file => (file.Url, file.Name)).Concat(passage.Link is { } message ? [(message, ToMessage)] : []).SelectMany(link => Of($" {Link(link.Item1, link.Item2)}").Spans)]);

    private static RichText Outcome(Passage passage) => passage.Outcome is { } outcome ? Of($"\n→ {outcome}") : RichText.Empty;

    /// <summary>The words of a link to where something was said.</summary>
    public const string ToMessage = "message";

    private static IEnumerable<IReadOnlyList<CardBlock>> ItemTables(Draft draft)
    {
        List<CardBlock> first = [new Heading("Part 2. What can we do differently next time?")];
        if (draft.Items.Count == 0) return [[.. first, new Paragraph(NoItems)]];
        return draft.Items.Chunk(MostRowsOfATable).Select((items, index) => (IReadOnlyList<CardBlock>)[.. index == 0 ? first : [], new Table(ItemColumns, [.. items.Select(item => Row(draft, item))])]);
    }

    public static readonly IReadOnlyList<string> ItemColumns = ["Owners", "Action items", "Priority", "Bug/Tickets"];

    private static IReadOnlyList<RichText> Row(Draft draft, ActionItem item) => [draft.Owners.GetValueOrDefault(item.Id) ?? OwnerOf(item), ItemText(item), PriorityOf(item), item.Ticket is { } ticket ? Of($"{Link(ticket, WebAddress.Label(ticket))}") : NoTicket];

    private static IReadOnlyList<CardBlock> Appendix(Draft draft) =>
    [
        new Heading("Appendix"),
        new Facts(
        [
            new("Timeline", TimelineSummary(draft)),
            .. IncidentMetrics.Of(draft.Incident).Select(metric => new LabelledText($"{metric.Name}, {metric.Meaning}", Length(metric))),
            .. EvidenceCards.Milestones(draft),
            .. draft.Budgets.Count == 0 ? [new LabelledText("Error budget", NoErrorBudget)] : Array.Empty<LabelledText>(),
            new("Capture completeness", Sentence(draft.Completeness)),
            .. Masked(draft) is { } masked ? [new LabelledText("Secrets", masked)] : Array.Empty<LabelledText>(),
        ]),
        .. BudgetCards.Blocks(draft.Incident),
    ];

    public const string LessonsLearned = "Lessons learned";

    public static string Superseded => "A newer draft stands further down.";

    public static string SupersededPage => "This part of the earlier draft is replaced too.";

    public static RichText FileComment(Incident incident) => $"The postmortem of {incident.Id.Label} as a Markdown file, with the whole timeline.";

    public static string NoItems => "No action items were recorded.";

    public static string NoTicket => "none";

    public static string OwnerOf(ActionItem item) => item.Owner?.Name ?? "nobody yet";

    public static string PriorityOf(ActionItem item) => item.Priority?.ToString() ?? "none";

    public static string ItemText(ActionItem item) => item.Status switch
    {
        ActionItemStatus.Open => item.Due is { } due ? $"{item.Id.Label} {item.Text} (due {Words.Date(due)})" : $"{item.Id.Label} {item.Text}",
        ActionItemStatus.Done => $"{item.Id.Label} {item.Text} (done)",
        ActionItemStatus.Dropped => $"{item.Id.Label} {item.Text} (dropped: {item.DropReason})",
    };

    public static PublishedItem Published(ActionItem item) => new(item.Id.Label, ItemText(item), OwnerOf(item), PriorityOf(item), item.Ticket ?? NoTicket);

    public static string InWords(PublishedItem item) => $"{item.Text}; owner: {item.Owner}; priority: {item.Priority}; ticket: {item.Ticket}";

    public static string DateOf(Incident incident) =>
        $"{Words.Date(DayOf(incident))} ({Zones.NameOf(incident.TimeZone)})";

    /// <summary>The day of the earliest time that is known.</summary>
    public static DateOnly DayOf(Incident incident) => Zones.DateIn(incident.Milestones.Select(milestone => milestone.At).Append(incident.DeclaredAt).Min(), incident.TimeZone);

    public static string SeverityOf(Incident incident) => incident.SeverityAssumed ? $"{incident.Severity.Label()} (assumed)" : incident.Severity.Label();

    public static string RolesOf(Incident incident) => string.Join(", ", incident.Roles.Select(holder => holder.Person.Name.EndsWith(holder.Role, StringComparison.OrdinalIgnoreCase) ? holder.Person.Name : $"{holder.Person.Name} ({holder.Role})"));

    public static string ReviewersOf(Postmortem review) =>
        string.Join(", ", review.Reviewers.Select(reviewer => $"{reviewer.Name} ({StandingOf(reviewer, review)})"));

    private static string StandingOf(Person reviewer, Postmortem review) =>
        review.Approvals.Any(approval => approval.By.Ref == reviewer.Ref) ? "approved" : review.VoidApprovals.Any(before => before.Approval.By.Ref == reviewer.Ref) ? "asked again" : "asked";

    /// <summary>What stands under the title, apart from the title itself; what there is nothing of is left out.</summary>
    public static IEnumerable<(string Label, string Value)> About(Incident incident, Postmortem review) => new[]
    {
        ("Date", DateOf(incident)),
        ("Authors", ReviewCards.Names(review.Authors)),
        ("Status", ReviewCards.StatusWord(review.Status)),
        ("Version", VersionCards.Standing(incident, review) ?? ""),
        ("Reviewers", ReviewersOf(review)),
        ("Severity", SeverityOf(incident)),
        ("Roles", RolesOf(incident)),
    }.Where(about => about.Item2.Length > 0);

    /// <summary>Says so on a file of what is not published.</summary>
    public static string NotPublished(Postmortem review) => $"This is a draft: the postmortem is {ReviewCards.StatusWord(review.Status)}, not published.";

    /// <summary>From milestones alone.</summary>
    public static string Duration(Incident incident)
    {
        var metric = IncidentMetrics.Of(incident).First(metric => metric is { From: MilestoneKind.Started, To: MilestoneKind.Resolved });
        return metric is { Length: { } length, Began: { } began, Ended: { } ended }
            ? $"Duration: {Words.Duration(length)}, from {Words.Moment(began.At, incident.TimeZone)} to {Words.Moment(ended.At, incident.TimeZone)}."
            : $"Duration: unknown. {Missing(metric)}";
    }

    public static string Length(IncidentMetric metric) => metric.Length is { } length ? Words.Duration(length) : $"Unknown. {Missing(metric)}";

    private static string Missing(IncidentMetric metric) => $"Nobody has stated {string.Join(" or ", metric.Missing.Select(kind => kind.When()))}.";

    public static string TimelineSummary(Draft draft) => $"{Count(draft.Timeline.Lines.Count, "entry", "entries")}, {draft.Timeline.Lines.Count(line => line.Highlighted).ToString(CultureInfo.InvariantCulture)} highlighted; all of it is in the file.";

    public static string NoErrorBudget => "No SLO is recorded for this incident, so it is not known what it cost.";

    public static string Sentence(Completeness capture)
    {
        var counted = capture switch
        {
            { KnownToChat: { } known, Gaps: { } gaps } when capture.Captured <= known => $"{Number(capture.Captured)} of {Number(known)} messages, {Count(gaps, "gap", "gaps")}.",
            { KnownToChat: { } known } => $"{Count(capture.Captured, "message", "messages")} captured, of which the room still shows {Number(known)}; 0 gaps.",
            { Unreadable: { } why } => $"{Count(capture.Captured, "message", "messages")} captured. Gaps cannot be counted: the room's own history could not be read ({why}).",
            _ => $"{Count(capture.Captured, "message", "messages")} captured. Gaps cannot be counted: the room's own history was not read.",
        };
        var partly = capture is { HeardPartly: true, KnownToChat: null } ? " Only messages that mention the bot could be heard, so others are missing." : "";
        var reason = capture.Gaps > 0 ? " What the gaps hold stands in the room but could not be taken over; the bot's log says why." : "";
        return $"{counted}{reason}{partly}{EvidenceCards.Missed(capture.Missed, capture.HeardPartlyFrom, capture.TimeZone)} {Count(capture.Edits, "edit", "edits")} and {Count(capture.Deletions, "deletion", "deletions")} are marked on the timeline.";
    }

    /// <summary>Null when there was nothing to mask.</summary>
    public static string? Masked(Draft draft) => draft.Secrets switch
    {
        0 => null,
        1 => "1 secret was masked. People in the room may have seen it, so please rotate it.",
        var more => $"{Number(more)} secrets were masked. People in the room may have seen them, so please rotate them.",
    };

    public static string Unanswered(bool skipped, bool recorded) => (skipped, recorded) switch
    {
        (true, false) => "The review left this question unanswered.",
        (false, false) => "Not answered yet.",
        (true, true) => "The review left this question unanswered. Recorded during the incident:",
        (false, true) => "The review has not answered this yet. Recorded during the incident:",
    };

    public static string Byline(Answer answer) =>
        $"{answer.By.Name}{(answer.ConfirmedBy is { } confirmer ? $", confirmed by {confirmer.Name}" : "")}{(answer.EditedAt is null ? "" : ", edited")}";

    public static string Byline(Fact fact) => $"{fact.By.Name}, during the incident";

    private static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
