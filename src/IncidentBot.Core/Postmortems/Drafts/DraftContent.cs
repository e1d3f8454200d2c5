using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>What people agree to when they approve a draft: a mark for each part that it tells. An approval holds as long as the marks do.</summary>
/// <remarks>
/// No content, so that follow-up work and talk in the room void nobody's approval: that an action item is done or open again, its ticket and its reminders; messages that nobody highlighted or
/// curated, their edits and deletions, and how many were captured; comments, and what the review records of itself; the incident's class; how people are called and what is masked.
/// </remarks>
public static class DraftContent
{
    private const int Characters = 16;

    /// <param name="turn">With the incident's whole timeline.</param>
    public static IReadOnlyList<SeenPart> Of(ReviewTurn turn)
    {
        var (_, incident, review, now) = turn;
        return
        [
            Marked(DraftPart.Title, [[incident.TitleAsWritten]]),
            Marked(DraftPart.Head, [[incident.Severity, incident.Service], .. incident.Roles.Select(holder => Told(holder.Role, holder.Person.Ref))]),
            .. Interview.Plan.Where(question => question is not QuestionKind.ActionItems).Select(question => Marked(PartOf(question), Section(question, turn))),
            Marked(DraftPart.ActionItems, now.ActionItems.Where(item => !GiveActionItem.TookBack(item)).OrderBy(item => item.Id.Number).Select(Item)),
            Marked(DraftPart.Timeline, now.Timeline.Where(IsContent).OrderBy(entry => entry.Id, StringComparer.Ordinal).Select(Entry)),
            Marked(DraftPart.Times, incident.Milestones.OrderBy(milestone => milestone.Kind).Select(milestone => Told(milestone.Kind, milestone.At, milestone.ConfirmedBy.Ref, milestone.Evidence))),
            Marked(DraftPart.Remarks, review.Answers.Where(answer => answer.Question is null).Select(Answer)),
            Marked(DraftPart.ErrorBudget, incident.Budgets.OrderBy(budget => budget.Slo, StringComparer.Ordinal).Select(budget => budget.Stated is { } stated ? Told(budget.Slo, stated.BadShare, stated.When.From, stated.When.To, stated.By.Ref) : null).OfType<object?[]>()),
        ];
    }

    /// <summary>The parts that read otherwise now. A part that was never seen by itself cannot be compared, and differs in nothing.</summary>
    public static IReadOnlyList<DraftPart> Differing(IReadOnlyList<SeenPart> seen, IReadOnlyList<SeenPart> now) =>
        [.. now.Where(part => seen.Any(before => before.Part == part.Part && before.Mark != part.Mark)).Select(part => part.Part).Order()];

    public static DraftPart PartOf(QuestionKind question) => question switch
    {
        QuestionKind.Summary => DraftPart.Summary,
        QuestionKind.Impact => DraftPart.Impact,
        QuestionKind.RootCauses => DraftPart.RootCauses,
        QuestionKind.Trigger => DraftPart.Trigger,
        QuestionKind.Resolution => DraftPart.Resolution,
        QuestionKind.Detection => DraftPart.Detection,
        QuestionKind.WentWell => DraftPart.WentWell,
        QuestionKind.DidntGoWell => DraftPart.DidntGoWell,
        QuestionKind.GotLucky => DraftPart.GotLucky,
        QuestionKind.ActionItems => DraftPart.ActionItems,
    };

    private static IEnumerable<object?[]> Section(QuestionKind question, ReviewTurn turn)
    {
        Answer[] answers = [.. turn.Review.AnswersTo(question)];
        if (answers.Length == 0) return KnownAnswer.FactsOf(question, turn.Incident).Select(fact => Told(fact.Text, fact.By.Ref));
        return answers.Select(answer => question is QuestionKind.GotLucky ? [.. Answer(answer), .. Outcome(answer, turn.Now.Luck)] : Answer(answer));
    }

    private static object?[] Answer(Answer answer) => [answer.Text.Trim(), answer.By.Ref, answer.ConfirmedBy?.Ref, .. Files(answer.Files)];

    /// <summary>What was chosen, whether or not the safeguard is built by now.</summary>
    private static object?[] Outcome(Answer answer, LuckLedger luck) => luck.OfAnswer(KeepLuckyBreaks.KeyOf(answer)) switch
    {
        null => [],
        { Accepted: { } risk } => ["accepted", risk.Why, risk.ReviewOn, risk.Owner.Ref],
        { Safeguard: { } item } one when luck.StateOf(one) is not LuckState.Undecided => ["safeguard", item.Label],
        _ => [],
    };

    private static object?[] Item(ActionItem item) => [item.Id.Label, item.Text, item.Owner?.Ref, item.Priority, item.Due, item.Status is ActionItemStatus.Dropped ? item.DropReason : null];

    private static bool IsContent(TimelineEntry entry) => entry.Highlighted || IsCurated(entry) || entry.Kind switch
    {
        EntryKind.Note or EntryKind.Declared or EntryKind.Status or EntryKind.Severity or EntryKind.Role or EntryKind.Title or EntryKind.Fact or EntryKind.Update => true,
        EntryKind.Message or EntryKind.ActionItem or EntryKind.Review or EntryKind.Room or EntryKind.Alert => false,
    };

    private static bool IsCurated(TimelineEntry entry) => entry is { Hidden: not null } or { Corrected: not null } or { Merged: not null };

    /// <summary>The words of a message count once it is highlighted.</summary>
    private static object?[] Entry(TimelineEntry entry) => entry switch
    {
        { Hidden: not null } => [entry.Id],
        { Kind: EntryKind.Message, Highlighted: false } => [entry.Id, entry.Corrected?.To, entry.Merged?.Into],
        _ => [entry.Id, entry.ShownAt, entry.Merged?.Into, entry.Highlighted, entry.Text, entry.By.Ref, .. Files(entry.Files)],
    };

    private static IEnumerable<object?> Files(IEnumerable<FileLink> files) => files.SelectMany(file => Told(file.Name, file.Url));

    private static object?[] Told(params object?[] values) => values;

    private static SeenPart Marked(DraftPart part, IEnumerable<object?[]> told)
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(told.Select(values => values.Select(Written)));
        return new(part, Convert.ToHexStringLower(SHA256.HashData(written))[..Characters]);
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
