using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>The words of asking for a review, approving and publishing.</summary>
public static class ReviewWorkflowCards
{
    public static RichText Asked(Person by, IReadOnlyList<Person> reviewers) => Of($"{by.Name} asks {ReviewCards.Names(reviewers)} to review the postmortem. It is In Review until everybody asked has approved it.");

    public static Card PleaseReview(Incident incident, Person by, ReviewForum forum) => Card.Of(
        Of($"{by.Name} asks you to review the postmortem of {Bold(incident.Id.Label)} {incident.Title}. The draft is{(forum.HasThread ? " in the review thread" : "")}{In(incident)}. Comment there; when you agree with it, approve it here or with {Code($"{forum.Prefix} postmortem approve {incident.Id.Label}")}."),
        new Button(ReviewButton.Approve, "Approve", incident.Id.Label, ButtonKind.Primary));

    public static RichText NameReviewers(string prefix) => Of($"Who is to review it? Name them: {Code(prefix + " postmortem review @ana @ben")}.");

    public static RichText NotInPrivateRoom(Person person) => Of($"This incident is private and {person.Name} is not in its room. Invite them there first, then ask again.");

    public static RichText AllApproved(string prefix) => Of($"Everybody named has approved it. Publish it with {Code(prefix + " postmortem publish")}.");

    public static RichText NotAReviewer(Postmortem review, string prefix) => review.Reviewers.Count == 0
        ? Of($"Nobody has been asked to review it yet. Ask with {Code(prefix + " postmortem review @name")}.")
        : Of($"Only those who were asked can approve it: {ReviewCards.Names(review.Reviewers)}. {Code(prefix + " postmortem review @name")} asks somebody else.");

    public static RichText AlreadyApproved => "You have approved it already.";

    public static RichText Approved(Person by, IReadOnlyList<Person> waiting) => waiting.Count == 0
        ? Of($"{by.Name} approved the postmortem. Everybody asked has approved: it is Reviewed and can be published.")
        : Of($"{by.Name} approved the postmortem. Still to come: {ReviewCards.Names(waiting)}.");

    public static RichText ApprovalHeard(Incident incident) => Of($"Thank you, your approval of {incident.Id.Label} is recorded.");

    public static RichText PublishedFile(Incident incident, Person by) => Of($"{by.Name} published the postmortem of {incident.Id.Label} {incident.Title}.");

    public static Card Announcement(Draft draft) => new(
        $"Postmortem of {draft.Incident.Id.Label} published",
        new Heading($"Postmortem published · {draft.Incident.Id.Label} {draft.Incident.Title}"),
        new Paragraph(Summary(draft)),
        new Facts([new("Date", DraftCards.DateOf(draft.Incident)), new("Authors", ReviewCards.Names(draft.Review.Authors)), new("Action items", draft.Items.Count(item => item.Status is not ActionItems.ActionItemStatus.Dropped).ToString(System.Globalization.CultureInfo.InvariantCulture))]),
        new Paragraph(Of($"The whole of it is{In(draft.Incident)}.")));

    public const string ReviewedEntry = "Postmortem reviewed";

    public const string PublishedEntry = "Postmortem published";

    private static RichText Summary(Draft draft) => draft.Sections[0] is { Passages: [var first, ..] }
        ? Excerpt.Of(first.Text, 1000, "… (the whole is in the file)")
        : DraftCards.Unanswered(skipped: false, recorded: false);

    private static RichText In(Incident incident) => incident.Room is { } room ? Of($" in {Room(room, incident.RoomName)}") : Empty;
}
