using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Reminders.Reviews;

/// <summary>What people are told directly about a postmortem that is not published yet.</summary>
internal static class PostmortemReminderCards
{
    /// <param name="review">Null: nobody has started it.</param>
    public static Card ToLead(UnfinishedPostmortem postmortem, Postmortem? review, Standing standing)
    {
        var text = ReminderCards.Unfinished(postmortem, standing, room: null);
        if (review is not null && Missing(review).ToList() is { Count: > 0 } missing) text += Of($"\n{Bold("Still missing:")} {string.Join("; ", missing)}.");
        return review is null ? Card.Of(text, ReminderCards.StartButton(postmortem), ReminderCards.WaiveButton(postmortem)) : Card.Of(text);
    }

    public static Card ToReviewer(UnfinishedPostmortem postmortem, Postmortem review, Standing standing)
    {
        var (incident, prefix) = (postmortem.Incident, standing.CommandPrefix(postmortem.Incident.Id.Workspace));
        return Card.Of(Of($"Your review of the postmortem of {Bold(incident.Id.Label)} {incident.Title} is waited for. Read it in the review's thread; {Code($"{prefix} postmortem {incident.Id.Label} approve")} when you agree, or reply there with what is missing."));
    }

    private static IEnumerable<string> Missing(Postmortem review)
    {
        string[] unanswered = [.. Interview.Plan.Where(question => question is not QuestionKind.ActionItems && Interview.IsOpen(review, question)).Select(question => QuestionCards.Heading(question).TrimEnd('?'))];
        if (unanswered.Length > 0) yield return $"answers to {string.Join(", ", unanswered)}";
        var comments = review.Comments.Count(comment => comment.Resolved is null);
        if (comments > 0) yield return comments == 1 ? "one open comment" : $"{comments.ToString(Words.Culture)} open comments";
        string[] reviewers = [.. PostmortemReminders.Unanswered(review).Select(reviewer => reviewer.Name)];
        if (review.Status is PostmortemStatus.InReview && reviewers.Length > 0) yield return $"the review by {string.Join(", ", reviewers)}";
    }
}
