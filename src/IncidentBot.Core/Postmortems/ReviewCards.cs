using System.Globalization;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos.Policy;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems;

/// <summary>The words of the review's thread.</summary>
public static class ReviewCards
{
    private const int MostOfAQuote = 600;
    private const int MostOffered = 8;

    public static Card Head(Incident incident, Postmortem review, ReviewForum forum) => new(
        $"Postmortem review of {incident.Id.Label}",
        new Heading($"Postmortem review · {incident.Id.Label} {incident.Title}"),
        new Paragraph($"{(forum.HasThread ? "In this thread" : "Here")} we write down what happened and what we can do differently next time. It is about systems and processes, never about who did what; everybody acted as well as they could with what they knew. Everybody can answer."),
        new Paragraph(HowToAnswer(forum)),
        new Facts([new("Status", StatusWord(review.Status)), .. forum.Room is RoomKind.Thread && incident.Room is { } room ? [new LabelledText("Room", Of($"{Room(room, incident.RoomName)}"))] : Array.Empty<LabelledText>()]));

    private static RichText HowToAnswer(ReviewForum forum)
    {
        var replies = forum.ByMention
            ? Of($"One question stands at a time. Mention me to answer, as in {Code($"{forum.Prefix} a canary would have caught it")}; several answers add up, and editing or deleting one changes it.")
            : Of($"One question stands at a time. A plain reply is an answer; several replies add up, and editing or deleting one changes the answer.");
        var steering = forum.ByMention
            ? Of($" {forum.Saying("next")}, {forum.Saying("skip")}, {forum.Saying("back")} and {forum.Saying("done")} steer.")
            : Of($" A reply that is only {forum.Saying("next")}, {forum.Saying("skip")}, {forum.Saying("back")} or {forum.Saying("done")} steers.");
        return replies + steering + Of($" Stop whenever you like: {Code(forum.Prefix + " postmortem")} goes on where it stood.");
    }

    public static Card Question(ReviewTurn turn, QuestionKind question)
    {
        var (_, incident, review, now) = turn;
        var known = KnownAnswer.To(question, incident, review, now.Highlights);
        var offered = known.Take(MostOffered).ToList();
        var title = $"{Number((int)question + 1)} of {Number(Interview.Plan.Count)} · {QuestionCards.Heading(question)}";
        List<CardBlock> blocks = [new Heading(title, 2), new Paragraph(QuestionCards.Guidance(question, turn.Forum))];
        if (QuestionCards.Figure(question, incident) is { } figure) blocks.Add(new Paragraph(figure));
        if (question is QuestionKind.ActionItems) blocks.AddRange(RequiredItem.Missing(incident, now) is { Count: > 0 } missing ? [new Paragraph(PublishGateCards.Required(missing))] : Array.Empty<CardBlock>());
        blocks.AddRange(offered.Select((one, index) => new Quote(Excerpt.Of(one.Text, MostOfAQuote, "… (the rest is on the timeline)"), Byline(one, offered.Count > 1 ? index + 1 : null))));
        if (known.Count > offered.Count) blocks.Add(new Paragraph($"{Number(known.Count - offered.Count)} more are on the timeline."));
        if (Given(question, turn) is { } given) blocks.Add(new Paragraph($"So far: {given}."));
        blocks.Add(new Choices([.. ButtonsOf(incident, review, question, offered)]));
        return new(title, blocks);
    }

    /// <summary>A question's card when it no longer stands: what came of it, and no buttons.</summary>
    public static Card Passed(QuestionKind question, ReviewTurn turn) =>
        Card.Of(Of($"{Bold(QuestionCards.Heading(question))} · {Given(question, turn) ?? (turn.Review.Skipped.Contains(question) ? "left unanswered" : "no answer yet")}"));

    /// <summary>What people have given to a question; null when nothing.</summary>
    private static string? Given(QuestionKind question, ReviewTurn turn)
    {
        if (question is QuestionKind.ActionItems)
            return turn.Now.ActionItems.Count(item => item.Status is not ActionItemStatus.Dropped) is > 0 and var items ? Count(items, "item") : null;
        var answers = turn.Review.AnswersTo(question).ToList();
        return answers.Count == 0 ? null : $"{Count(answers.Count, "answer")} by {Names(answers.SelectMany(answer => answer.People))}";
    }

    private static RichText Byline(KnownAnswer known, int? number) => Of($"{(number is { } shown ? Number(shown) + " · " : "")}{known.From switch
    {
        KnownFrom.Fact => $"{known.By.Name} during the incident, ",
        KnownFrom.Highlight => $"highlighted, {known.By.Name}, ",
        KnownFrom.Measured => $"measured, confirmed by {known.By.Name}, ",
    }}{Moment(known.At)}");

    private static IEnumerable<Button> ButtonsOf(Incident incident, Postmortem review, QuestionKind question, IReadOnlyList<KnownAnswer> offered)
    {
        var about = new ReviewButton(incident.Id, review.Askings.Count);
        foreach (var (index, one) in offered.Index())
            yield return new(ReviewButton.Use, offered.Count == 1 ? "Use it" : $"Use {Number(index + 1)}", (about with { Known = one.Key }).ToString());
        var last = question is QuestionKind.ActionItems;
        if (!last) yield return new(ReviewButton.Next, "Next", about.ToString(), ButtonKind.Primary);
        yield return last ? new(ActionItemButtons.Open, "Add an item", incident.Id.Label) : new(ReviewButton.Answer, "Answer in a form", about.ToString());
        if (StateTime.MissingFor(question, incident) is not null) yield return new(ReviewButton.Time, "Give the time…", about.ToString());
        if (!last) yield return new(ReviewButton.Skip, "Skip", about.ToString());
        if (Interview.Before(question) is not null) yield return new(ReviewButton.Back, "Back", about.ToString());
        yield return new(ReviewButton.Done, last ? "Done: make the draft" : "Done: go to the draft", about.ToString(), last ? ButtonKind.Primary : ButtonKind.Normal);
    }

    public static Card Said(Answer answer) => new(
        $"{answer.By.Name} answered",
        new Quote(Excerpt.Of(answer.Text, MostOfAQuote, "… (the rest is in the draft)"), answer.ConfirmedBy is { } confirmer ? Of($"{answer.By.Name}, confirmed by {confirmer.Name}") : answer.By.Name));

    public const string ToTheReview = "Open the review";

    public static RichText Begun(Incident incident) => Of($"The postmortem review of {incident.Id.Label} has begun, in a thread of its own in this channel.");

    public static RichText Pointer(QuestionKind question) => Of($"The postmortem review goes on in its thread. The question there: {Bold(QuestionCards.Heading(question))}.");

    public static RichText PointerToDraft(Incident incident) => Of($"The postmortem of {incident.Id.Label} stands as a draft in the review thread.");

    /// <summary>Nothing has changed since the draft was posted: where it is, and what comes next.</summary>
    public static RichText DraftStands(Incident incident, Postmortem review, ReviewForum forum) => Of($"The postmortem of {Bold(incident.Id.Label)} is {StatusWord(review.Status)}. It stands {(forum.HasThread ? "in the review thread" : "further up")}, and nothing has changed since. ") + review.Status switch
    {
        PostmortemStatus.InWriting => Of($"When it reads well: {Code(forum.Prefix + " postmortem review @name")}"),
        PostmortemStatus.InReview => Of($"Who was asked can say {Code(forum.Prefix + " postmortem approve")}."),
        PostmortemStatus.Reviewed => Of($"To publish it: {Code(forum.Prefix + " postmortem publish")}"),
        PostmortemStatus.Published => Of($"{PublishedAs(incident, review)}To correct it, edit or add to the answers there; that makes a new version."),
    };

    private static string PublishedAs(Incident incident, Postmortem review) =>
        review.Publications is [.., var last] ? $"It is version {Number(last.Number)}, {VersionCards.PublishedBy(last, incident)}. " : "";

    public static RichText Elsewhere(Incident incident, ReviewForum forum) => (incident.Room, forum.HasThread) switch
    {
        ({ } room, true) => Of($"The postmortem of {incident.Id.Label} is in its review thread in {Room(room, incident.RoomName)}."),
        ({ } room, false) => Of($"The postmortem of {incident.Id.Label} is in {Room(room, incident.RoomName)}."),
        (null, _) => Of($"The postmortem of {incident.Id.Label} is in its review thread."),
    };

    public static RichText OnlyBugFixes(ReviewForum forum) => Of($"Every action item so far reads like a bug fix. Is there also something to change in how we work: a runbook, an alert, a rollout step, an escalation path? Add it here, or say {forum.Saying("done")} again for the draft.");

    public static RichText Usage(string prefix) => Of($"I understand {Code(prefix + " postmortem")} (starts, continues or shows it), {Code(prefix + " postmortem review @ana @ben")}, {Code(prefix + " postmortem approve")}, {Code(prefix + " postmortem publish")}, {Code(prefix + " postmortem version 1")} (what was published) and {Code(prefix + " postmortem skip REASON")} (none is needed); each may name another incident, such as INC-3.");

    public static RichText NoIncident(string prefix) => Of($"There is no incident here. Use this in an incident's room, or name one: {Code(prefix + " postmortem INC-3")}.");

    public static RichText StillOpen(Incident incident, string prefix) => Of($"{incident.Id.Label} is still open. Resolve it first with {Code(prefix + " resolve TEXT")}; the review starts after that.");

    public static RichText NeedsPrivateRoom(Incident incident, string prefix) => Of($"{incident.Id.Label} is private and has no room to hold its review in. In a private channel of its people, say {Code($"{prefix} start here {incident.Id.Label}")}, then start the review there.");

    public static RichText NotStarted(Incident incident, string prefix) => Of($"The review of {incident.Id.Label} has not started. {Code(prefix + " postmortem")} starts it.");

    public static RichText NoDraftYet(ReviewForum forum) => forum.HasThread
        ? Of($"There is no draft yet. Say {forum.Saying("done")} in the review thread to make it.")
        : Of($"There is no draft yet. Say {forum.Saying("done")} to make it.");

    public static RichText RoomGone(Incident incident) => Of($"The room of {incident.Id.Label} is gone, so its review cannot go on there. This is the postmortem as it stands.");

    public static RichText RoomGoneReadDirectly(Incident incident) => Of($"The room of {incident.Id.Label} is gone, so its review cannot go on there. The postmortem as it stands is in our direct conversation.");

    public static RichText FirstQuestion => "This is the first question.";

    public static RichText LastPart(ReviewForum forum) => Of($"The action items are the last part. Say {forum.Saying("done")} for the draft.");

    public static RichText Passed(QuestionKind? standing, ReviewForum forum) => standing is { } question
        ? Of($"That question is passed; {Bold(QuestionCards.Heading(question))} stands now, further down. {forum.Saying("back")} returns.")
        : Of($"No question stands now. {forum.Saying("next")} goes on with what is open, {forum.Saying("back")} returns to the last one.");

    public static RichText WordStays => "That reply has steered already, so editing it changes nothing. Say it in a new reply.";

    public static RichText NoLongerKnown => "That is no longer offered as an answer. Say it in a reply.";

    public const string StartedEntry = "Postmortem review started";

    public const string ReplyDeleted = "The reply that it came from was deleted.";

    public static RichText ItemStays(ActionItem item, RichText why) => Of($"{Bold(item.Id.Label)} stays as it was. {why}");

    public static RichText NotReadAsItem(RichText why) => Of($"This is not an action item yet. {why} Edit your reply and I read it again.");

    public static string StatusWord(PostmortemStatus status) => status switch
    {
        PostmortemStatus.InWriting => "In Writing",
        PostmortemStatus.InReview => "In Review",
        PostmortemStatus.Reviewed => "Reviewed",
        PostmortemStatus.Published => "Published",
    };

    public static string Names(IEnumerable<Person> people)
    {
        string[] names = [.. people.DistinctBy(person => person.Ref).Select(person => person.Name)];
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
