using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>The words of asking for a review, approving and publishing.</summary>
public static class ReviewWorkflowCards
{
    public static Card Asked(Incident incident, Person by, IReadOnlyList<Person> reviewers) => Card.Of(
        Of($"{by.Name} asks {ReviewCards.Names(reviewers)} to review the postmortem. Replies here are comments now; it is In Review until everybody asked has approved it."),
        ApproveButton(incident),
        DraftCards.CommentButton(incident));

    public static Card PleaseReview(Incident incident, Person by, ReviewForum forum) => Card.Of(
        Of($"{by.Name} asks you to review the postmortem of {Bold(incident.Id.Label)} {incident.Title}. The draft is{(forum.HasThread ? " in the review thread" : "")}{In(incident)}. Comment there; when you agree with it, approve it here or with {Code($"{forum.Prefix} postmortem approve {incident.Id.Label}")}."),
        ApproveButton(incident));

    public static RichText AskedAgain(IEnumerable<Person> approvers, string prefix) => Of($"What {ReviewCards.Names(approvers)} had approved has changed, so it is In Review, and they are asked to approve it once more. {Code(prefix + " postmortem")} posts the draft as it reads now.");

    public static Card HasChanged(Incident incident, VoidApproval before, ReviewForum forum) => Card.Of(
        Of($"The postmortem of {Bold(incident.Id.Label)} {incident.Title} has changed since you approved it: {Parts(before.Changed)}. Read it once more{(forum.HasThread ? " in the review thread" : "")}{In(incident)}; when you agree with it, approve it here or with {Code($"{forum.Prefix} postmortem approve {incident.Id.Label}")}."),
        ApproveButton(incident));

    public static RichText WroteItAlone(Incident incident, string prefix) => Of($"You wrote the postmortem of {incident.Id.Label} alone, so somebody else reads it before it counts as reviewed. Ask one more person: {Code(prefix + " postmortem review @name")}.");

    public static RichText WroteItAlone(Person author, string prefix) => Of($"{author.Name} wrote it alone, so somebody else is to review it, too. Name one more: {Code(prefix + " postmortem review @name")}.");

    /// <param name="others">Who is asked beside them, and stays asked.</param>
    public static RichText ReviewerLeft(Person left, IReadOnlyList<Person> others, Incident incident, string prefix) =>
        Of($"{left.Name} was asked to review the postmortem of {incident.Id.Label} and has left the room{(incident.Private ? ", so they cannot see it any more" : "; they can still approve it")}. To ask somebody else in their place: {Code($"{prefix} postmortem {incident.Id.Label} review {string.Concat(others.Select(other => $"@{other.Name} "))}@name")}.");

    public static RichText NameReviewers(string prefix) => Of($"Who is to review it? Name them: {Code(prefix + " postmortem review @ana @ben")}.");

    public static RichText NotInPrivateRoom(Person person) => Of($"This incident is private and {person.Name} is not in its room. Invite them there first, then ask again.");

    public static RichText AllApproved(string prefix) => Of($"Everybody named has approved it. Publish it with {Code(prefix + " postmortem publish")}.");

    public static RichText OpenAgain(Incident incident, string prefix) => Of($"{incident.Id.Label} is open again, so its postmortem is published when it is over. Resolve it first with {Code(prefix + " resolve TEXT")}.");

    public static RichText NowhereToPublish(Incident incident, string prefix) => Of($"The room of {incident.Id.Label} is gone, so its people would not get the postmortem. Where they talk now, say {Code($"{prefix} start here {incident.Id.Label}")}, then publish.");

    /// <summary>To who approves what may read otherwise by now.</summary>
    public static RichText HasMovedOn(Incident incident, IReadOnlyList<DraftPart> changed, string prefix) =>
        Of($"Something has changed since you could read the draft of {incident.Id.Label}: {Parts(changed)}. {Code($"{prefix} postmortem {incident.Id.Label}")} in its room posts it as it reads now; or approve all the same.");

    /// <summary>To who would publish what was changed after approvals.</summary>
    public static RichText ApprovedOtherwise(Incident incident, IReadOnlyList<VoidApproval> asked, string prefix) =>
        Of($"{incident.Id.Label} is not published yet, because it has changed since {ReviewCards.Names(asked.Select(before => before.Approval.By))} approved it: {Parts([.. asked.SelectMany(before => before.Changed).Distinct().Order()])}. I have asked them to read it once more; when they have approved it: {Code(prefix + " postmortem publish")}");

    private static string Parts(IReadOnlyList<DraftPart> parts) => string.Join(", ", parts.Select(Name));

    private static string Name(DraftPart part) => part switch
    {
        DraftPart.Title => "Title",
        DraftPart.Head => "Severity and roles",
        DraftPart.Summary => Name(QuestionKind.Summary),
        DraftPart.Impact => Name(QuestionKind.Impact),
        DraftPart.RootCauses => Name(QuestionKind.RootCauses),
        DraftPart.Trigger => Name(QuestionKind.Trigger),
        DraftPart.Resolution => Name(QuestionKind.Resolution),
        DraftPart.Detection => Name(QuestionKind.Detection),
        DraftPart.WentWell => Name(QuestionKind.WentWell),
        DraftPart.DidntGoWell => Name(QuestionKind.DidntGoWell),
        DraftPart.GotLucky => Name(QuestionKind.GotLucky),
        DraftPart.ActionItems => Name(QuestionKind.ActionItems),
        DraftPart.Timeline => "Timeline",
        DraftPart.Times => "Milestones and metrics",
        DraftPart.Remarks => "What else was said in the review",
        DraftPart.ErrorBudget => "What it cost the error budget",
    };

    private static string Name(QuestionKind section) => QuestionCards.Heading(section).TrimEnd('?');

    public static Button ApproveAnywayButton(Incident incident) => new(ReviewButton.ApproveAnyway, "Approve all the same", incident.Id.Label);

    public static RichText NotAReviewer(Postmortem review, string prefix) => review.Reviewers.Count == 0
        ? Of($"Nobody has been asked to review it yet. Ask with {Code(prefix + " postmortem review @name")}.")
        : Of($"Only those who were asked can approve it: {ReviewCards.Names(review.Reviewers)}. {Code(prefix + " postmortem review @name")} asks somebody else.");

    public static Button ApproveButton(Incident incident) => new(ReviewButton.Approve, "Approve", incident.Id.Label, ButtonKind.Primary);

    public static Button PublishButton(Incident incident) => new(ReviewButton.Publish, "Publish", incident.Id.Label, ButtonKind.Primary);

    public static RichText AlreadyApproved => "You have approved it already.";

    public static Card Approved(Incident incident, Person by, IReadOnlyList<Person> waiting) => waiting.Count == 0
        ? Card.Of(Of($"{by.Name} approved the postmortem. Everybody asked has approved: it is Reviewed and can be published."), PublishButton(incident))
        : Card.Of(Of($"{by.Name} approved the postmortem. Still to come: {ReviewCards.Names(waiting)}."));

    public static RichText ApprovalHeard(Incident incident) => Of($"Thank you, your approval of {incident.Id.Label} is recorded.");

    /// <param name="byRole">Nobody is named.</param>
    public static RichText PublishedFile(Draft draft, Publication publication, bool byRole) => draft.Changes is { } changes
        ? Of($"{By(publication, byRole)} published version {Number(publication.Number)} of the postmortem of {draft.Incident.Id.Label} {draft.Incident.Title}. Since version {Number(changes.Since)}: {VersionCards.InOneLine(changes)}")
        : Of($"{By(publication, byRole)} published the postmortem of {draft.Incident.Id.Label} {draft.Incident.Title}.");

    public static Card Announcement(Draft draft, Publication publication) => new(
        $"Postmortem of {draft.Incident.Id.Label} published",
        new Heading($"Postmortem published · {draft.Incident.Id.Label} {draft.Incident.Title}"),
        new Paragraph(Summary(draft)),
        new Facts(
        [
            new("Date", DraftCards.DateOf(draft.Incident)),
            new("Authors", ReviewCards.Names(draft.Review.Authors)),
            new("Action items", Number(draft.Items.Count(item => item.Status is not ActionItemStatus.Dropped))),
            new("Version", $"{Number(publication.Number)}, published {VersionCards.Day(publication, draft.Incident)}"),
            .. draft.Changes is { } changes ? [new LabelledText($"Since version {Number(changes.Since)}", VersionCards.InOneLine(changes))] : Array.Empty<LabelledText>(),
        ]),
        new Paragraph(Of($"The whole of it is{In(draft.Incident)}.")));

    public const string ReviewedEntry = "Postmortem reviewed";

    public const string PublishedEntry = "Postmortem published";

    private static string By(Publication publication, bool byRole) => byRole ? "The team" : publication.By.Name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static RichText Summary(Draft draft) => draft.Sections[0] is { Passages: [var first, ..] }
        ? Excerpt.Of(first.Text, 1000, "… (the whole is in the file)")
        : DraftCards.Unanswered(skipped: false, recorded: false);

    private static RichText In(Incident incident) => incident.Room is { } room ? Of($" in {Room(room, incident.RoomName)}") : Empty;
}
