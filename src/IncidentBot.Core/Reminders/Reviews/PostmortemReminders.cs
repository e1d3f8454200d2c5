using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Reminders.Reviews;

/// <summary>Unfinished postmortems, said directly: to who leads them with what is missing, and to reviewers who have not answered.</summary>
internal static class PostmortemReminders
{
    public static IEnumerable<DirectReminder> At(Standing standing, DateTimeOffset due, string week)
    {
        var reviews = standing.Unpublished.ToDictionary(review => review.Incident);
        return UnfinishedPostmortem.At(standing, due).SelectMany(postmortem => Of(postmortem, reviews.GetValueOrDefault(postmortem.Incident.Id), standing, week));
    }

    private static IEnumerable<DirectReminder> Of(UnfinishedPostmortem postmortem, Postmortem? review, Standing standing, string week)
    {
        var incident = postmortem.Incident;
        var lead = Lead(incident, review);
        yield return Reminder(lead, week, PostmortemReminderCards.ToLead(postmortem, review, standing));
        if (review is not { Status: PostmortemStatus.InReview }) yield break;
        foreach (var reviewer in Unanswered(review).Where(reviewer => reviewer.Ref != lead.Ref && incident.VisibleTo(reviewer.Ref)))
            yield return Reminder(reviewer, week, PostmortemReminderCards.ToReviewer(postmortem, review, standing));

        DirectReminder Reminder(Person to, string ofWeek, Card card) => new(to, $"{WeeklyReminders.Key(ofWeek, to.Ref)}:postmortem:{incident.Id.Label}", new() { Say = [new SayDirectly(to.Ref, card)] });
    }

    /// <summary>Reviewers whose approval is waited for.</summary>
    public static IEnumerable<Person> Unanswered(Postmortem review) => review.Reviewers.Where(reviewer => review.Approvals.All(approval => approval.By.Ref != reviewer.Ref));

    /// <summary>The incident commander, else who started the review, else who declared the incident: the first who may see it.</summary>
    private static Person Lead(Incident incident, Postmortem? review) =>
        new[] { incident.Commander, review?.StartedBy }.OfType<Person>().FirstOrDefault(person => incident.VisibleTo(person.Ref)) ?? incident.DeclaredBy;
}
