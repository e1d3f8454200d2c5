using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>The postmortem as it stands: every section in its order, answered or not.</summary>
/// <param name="Sections">The questions of the first part.</param>
/// <param name="Remarks">Said in the review while no question stood.</param>
public sealed record Draft(
    Incident Incident,
    Postmortem Review,
    IReadOnlyList<DraftSection> Sections,
    IReadOnlyList<ActionItem> Items,
    CuratedTimeline Timeline,
    Completeness Completeness,
    IReadOnlyList<Passage> Remarks)
{
    /// <summary>Ways back to what was said.</summary>
    public required DraftLinks Links { get; init; }

    /// <summary>How many secrets were masked in it.</summary>
    public int Secrets { get; init; }

    /// <summary>Who owns the items, by name also where roles are published: for the cards in the room alone, where the work is handed out.</summary>
    public IReadOnlyDictionary<ActionItemId, string> Owners { get; init; } = new Dictionary<ActionItemId, string>();

    /// <summary>Since the version that was published before; null while there is none, and for what is posted in the room to be written on.</summary>
    public VersionChanges? Changes { get; init; }

    /// <summary>Open comments on the whole of it; none in what is published.</summary>
    public IReadOnlyList<Passage> Comments { get; init; } = [];

    /// <summary>What the incident cost error budgets, as it is known when the draft is made.</summary>
    public IReadOnlyList<IncidentBudget> Budgets => Incident.Budgets;

    /// <summary>Of the error budgets that it cost.</summary>
    public IReadOnlyList<BudgetChart> Charts { get; init; } = [];

    public static Draft Of(ReviewTurn turn)
    {
        var outward = Outward.Of(turn.Incident with { Budgets = IncidentBudget.Of(turn.Incident, turn.Now.Slos, turn.Said.At) }, turn.Review, turn.Now.ActionItems, turn.Now.Timeline, turn.Now.Luck, turn.Now.Settings.Blameless.PublishRoles);
        return OfOutward(turn with { Incident = outward.Incident, Review = outward.Review!, Now = turn.Now with { ActionItems = outward.Items, Timeline = outward.Timeline, Luck = outward.Luck } }) with
        {
            Secrets = outward.Secrets,
            Owners = turn.Now.ActionItems.Where(item => item.Owner is not null).ToDictionary(item => item.Id, item => item.Owner!.Name),
        };
    }

    /// <param name="turn">With every word as it may be read by others.</param>
    private static Draft OfOutward(ReviewTurn turn)
    {
        var links = new DraftLinks(turn.Now);
        return new(
            turn.Incident,
            turn.Review,
            [.. Interview.Plan.Where(question => question is not QuestionKind.ActionItems).Select(question => DraftSection.Of(question, turn, links) with { Comments = CommentsOn(question, turn.Review, links) })],
            [.. turn.Now.ActionItems.Where(item => !GiveActionItem.TookBack(item))],
            CuratedTimeline.Of(turn.Now.Timeline),
            Completeness.Of(turn.Now),
            [.. turn.Review.Answers.Where(answer => answer.Question is null).OrderBy(answer => answer.At).Select(answer => Passage.Of(answer, links))])
        {
            Links = links,
            Comments = CommentsOn(null, turn.Review, links),
            Charts = BudgetChart.OfIncident(turn.Now.Slos, turn.Incident, turn.Said.At),
        };
    }

    private static IReadOnlyList<Passage> CommentsOn(QuestionKind? section, Postmortem review, DraftLinks links) => review.Status is PostmortemStatus.Published
        ? []
        : [.. CommentList.Open(review).Where(comment => comment.Section == section || (section is null && comment.Section is QuestionKind.ActionItems)).Select(comment => Passage.Of(comment, links))];

    /// <summary>The same, telling what differs from a version that was published before.</summary>
    public Draft Since(PostmortemVersion? before) => before is null ? this : this with { Changes = new(before.Publication.Number, VersionChange.Between(before, this)) };

    /// <summary>Two drafts with the same mark tell the same. What the review itself records on the timeline does not count, nor do figures that the monitoring keeps moving.</summary>
    public string Mark
    {
        get
        {
            var told = DraftMarkdown.Of(this with { Incident = Incident with { Budgets = [.. Budgets.Where(budget => budget.Stated is not null).Select(budget => new IncidentBudget(budget.Slo, budget.Window, default) { Stated = budget.Stated })] }, Review = Review with { Status = PostmortemStatus.InWriting, Reviewers = [], Approvals = [], Publications = [] }, Timeline = CuratedTimeline.Empty, Charts = [] });
            var entries = Timeline.Lines.Where(line => line.Entry.Kind is not EntryKind.Review).Select(line =>
                $"{string.Join(' ', line.All.Select(entry => $"{entry.ShownAt:O} {entry.Id} {entry.Highlighted} {entry.Revisions.Count} {entry.DeletedAt:O}"))}");
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [told, .. entries]))));
        }
    }
}

/// <param name="Passages">The answers; where the review gave none, what was recorded during the incident.</param>
/// <param name="Note">Says so in words when the review gave no answer; null otherwise.</param>
public sealed record DraftSection(QuestionKind Question, IReadOnlyList<Passage> Passages, string? Note)
{
    /// <summary>Open comments on it; none in what is published.</summary>
    public IReadOnlyList<Passage> Comments { get; init; } = [];

    public static DraftSection Of(QuestionKind question, ReviewTurn turn, DraftLinks links)
    {
        var (_, incident, review, now) = turn;
        Passage[] answers = [.. review.AnswersTo(question).Select(answer => Passage.Of(answer, links) with { Outcome = question is QuestionKind.GotLucky ? LuckCards.InPostmortem(answer, now.Luck) : null })];
        if (answers.Length > 0) return new(question, answers, null);
        Passage[] recorded = [.. KnownAnswer.FactsOf(question, incident).Select(fact => Passage.Of(fact, links))];
        return new(question, recorded, DraftCards.Unanswered(review.Skipped.Contains(question), recorded.Length > 0));
    }
}

/// <summary>What one person contributed to a section.</summary>
/// <param name="Byline">Who, and whether it was confirmed or edited by somebody.</param>
public sealed record Passage(string Text, string Byline, IReadOnlyList<FileLink> Files)
{
    /// <summary>Where the message that says it can be opened.</summary>
    public string? Link { get; init; }

    /// <summary>What became of it, where something is to: of a lucky break, its safeguard or why the risk is accepted.</summary>
    public string? Outcome { get; init; }

    public static Passage Of(Answer answer, DraftLinks links) => new(answer.Text.Trim(), DraftCards.Byline(answer), answer.Files) { Link = links.To(answer) };

    public static Passage Of(ReviewComment comment, DraftLinks links) => new(comment.Text, CommentCards.Byline(comment), comment.Files) { Link = links.To(comment) };

    public static Passage Of(Fact fact, DraftLinks links) => new(fact.Text.Trim(), DraftCards.Byline(fact), []) { Link = links.To(fact) };
}
