using System.Text;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>The draft as a Markdown file: all of it, the whole timeline included.</summary>
public static class DraftMarkdown
{
    public static string Of(Draft draft)
    {
        var file = new StringBuilder();
        Head(file, draft);
        foreach (var section in draft.Sections) Section(file, draft, section);
        ActionItems(file, draft.Items);
        file.Append("\n## Appendix\n\n");
        if (draft.Timeline.KeyMoments is { Count: > 0 } moments)
        {
            file.Append(Words.Culture, $"### {EvidenceCards.KeyMomentsHeading}\n");
            TimelineMarkdown.Append(file, draft.Incident, moments, draft.Links.To);
            file.Append('\n');
        }
        file.Append("### Timeline\n\n");
        TimelineMarkdown.Append(file, draft.Incident, draft.Timeline, draft.Links.To);
        Metrics(file, draft);
        Budgets(file, draft);
        file.Append(Words.Culture, $"\n### Capture completeness\n\n{Markdown.Escape(DraftCards.Sentence(draft.Completeness))}\n");
        if (DraftCards.Masked(draft) is { } masked) file.Append(Words.Culture, $"\n### Secrets\n\n{masked}\n");
        Remarks(file, draft.Remarks);
        if (draft.Comments.Count > 0) file.Append(Words.Culture, $"\n### {CommentCards.Heading}\n\n");
        foreach (var comment in draft.Comments) Comment(file, comment);
        if (draft.Changes is { } changes) Changes(file, changes);
        return file.ToString();
    }

    private static void Budgets(StringBuilder file, Draft draft)
    {
        file.Append(Words.Culture, $"\n### {BudgetCards.Heading}\n\n{(draft.Budgets.Count == 0 ? $"{DraftCards.NoErrorBudget}\n" : "")}");
        foreach (var budget in draft.Budgets)
        {
            file.Append(Words.Culture, $"- **{Markdown.Escape(budget.Slo)}:** {Markdown.Escape(BudgetCards.Line(budget, draft.Incident.TimeZone))}\n");
            foreach (var method in BudgetCards.Methods(budget, draft.Incident.TimeZone)) file.Append(Words.Culture, $"  - {Markdown.Escape(method)}\n");
        }
        foreach (var chart in draft.Charts) file.Append(Words.Culture, $"\n{Markdown.Escape(chart.Alt)}\n");
    }

    private static void Head(StringBuilder file, Draft draft)
    {
        var (incident, review) = (draft.Incident, draft.Review);
        file.Append(Words.Culture, $"# Postmortem {incident.Id.Label}: {Markdown.Escape(incident.Title)}\n\n{(review.Status is PostmortemStatus.Published ? "" : $"*{DraftCards.NotPublished(review)}*\n\n")}## Part 1. What happened?\n\n");
        file.Append(Words.Culture, $"- **Title:** {Markdown.Escape(incident.Title)}\n");
        foreach (var (label, value) in DraftCards.About(incident, review)) file.Append(Words.Culture, $"- **{label}:** {Markdown.Escape(value)}\n");
    }

    private static void Section(StringBuilder file, Draft draft, DraftSection section)
    {
        if (section.Question is QuestionKind.WentWell) file.Append(Words.Culture, $"\n### {DraftCards.LessonsLearned}\n");
        var lesson = section.Question is QuestionKind.WentWell or QuestionKind.DidntGoWell or QuestionKind.GotLucky;
        file.Append(lesson ? "\n#### " : "\n### ").Append(QuestionCards.Heading(section.Question)).Append("\n\n");
        if (section.Note is { } note) file.Append(Words.Culture, $"*{note}*\n{(section.Passages.Count > 0 ? "\n" : "")}");
        foreach (var passage in section.Passages) Passage(file, passage);
        if (section.Comments.Count > 0) file.Append('\n');
        foreach (var comment in section.Comments) Comment(file, comment);
        if (section.Question is QuestionKind.Summary) file.Append(Words.Culture, $"\n{Markdown.Escape(DraftCards.Duration(draft.Incident))}\n");
    }

    private static void Passage(StringBuilder file, Passage passage, string lead = "- ")
    {
        file.Append(lead).Append(Markdown.Escape(passage.Text));
        foreach (var link in passage.Files) file.Append(' ').Append(Markdown.Link(link.Name, link.Url));
        file.Append(Words.Culture, $" — *{Markdown.Escape(passage.Byline)}*{(passage.Link is { } message ? $" ({Markdown.Link(DraftCards.ToMessage, message)})" : "")}\n");
        if (passage.Outcome is { } outcome) file.Append(Words.Culture, $"  - → {Markdown.Escape(outcome)}\n");
    }

    private static void Comment(StringBuilder file, Passage comment) => Passage(file, comment, "> 💬 ");

    private static void ActionItems(StringBuilder file, IReadOnlyList<ActionItem> items)
    {
        file.Append("\n## Part 2. What can we do differently next time?\n\n");
        if (items.Count == 0) file.Append(DraftCards.NoItems).Append('\n');
        else file.Append(Words.Culture, $"| {string.Join(" | ", DraftCards.ItemColumns)} |\n|---|---|---|---|\n");
        foreach (var item in items)
        {
            file.Append(Words.Culture, $"| {Markdown.Cell(DraftCards.OwnerOf(item))} | {Markdown.Cell(DraftCards.ItemText(item))} | {DraftCards.PriorityOf(item)} | {(item.Ticket is { } ticket ? Markdown.Link(WebAddress.Label(ticket), ticket) : DraftCards.NoTicket)} |\n");
        }
    }

    private static void Metrics(StringBuilder file, Draft draft)
    {
        var incident = draft.Incident;
        file.Append("\n### Metrics\n\n| Metric | Measured | Between |\n|---|---|---|\n");
        foreach (var metric in IncidentMetrics.Of(incident))
            file.Append(Words.Culture, $"| {metric.Name}, {metric.Meaning} | {Markdown.Cell(DraftCards.Length(metric))} | {metric.From.Label()} → {metric.To.Label()} |\n");
        file.Append("\nThey come from these times and from nothing else:\n\n| Milestone | Time | Confirmed by | Evidence |\n|---|---|---|---|\n");
        foreach (var kind in Enum.GetValues<MilestoneKind>())
            file.Append(incident.Reached(kind) is { } milestone
                ? $"| {kind.Label()} | {Words.Moment(milestone.At, incident.TimeZone)} | {Markdown.Cell(milestone.ConfirmedBy.Name)} | {Markdown.Cell(milestone.Evidence)}{(draft.Links.To(milestone) is { } message ? $" ({Markdown.Link(DraftCards.ToMessage, message)})" : "")} |\n"
                : $"| {kind.Label()} | unknown | | Nobody has stated it; `{EvidenceCards.HowToState(kind)}` does |\n");
    }

    private static void Changes(StringBuilder file, VersionChanges changes)
    {
        file.Append(Words.Culture, $"\n### {VersionCards.Heading(changes)}\n\n");
        if (changes.Parts.Count == 0) file.Append(VersionCards.NothingChanged).Append('\n');
        foreach (var change in changes.Parts)
        {
            file.Append(Words.Culture, $"- **{change.Part}** {VersionCards.Word(change.Kind)}\n");
            foreach (var detail in VersionCards.Details(change)) file.Append(Words.Culture, $"  - {Markdown.Escape(detail)}\n");
        }
    }

    private static void Remarks(StringBuilder file, IReadOnlyList<Passage> remarks)
    {
        if (remarks.Count == 0) return;
        file.Append("\n### Also said in the review\n\n");
        foreach (var remark in remarks) Passage(file, remark);
    }
}
