using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Interviews;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Comments;

/// <summary>The words about comments on a draft.</summary>
public static class CommentCards
{
    private const int MostOfAQuote = 600;

    /// <summary>Right after the reply that gives it, so it is quoted only when there is no reply.</summary>
    public static Card InThread(Incident incident, ReviewComment comment) => new(
        $"{Title(comment)} by {comment.By.Name}",
        [
            new Paragraph(Of($"💬 {Bold(Title(comment))}{(comment.Resolved is { } resolved ? $" · resolved by {resolved.By.Name}" : "")}")),
            .. comment.Source is null ? [Quoted(comment, comment.By.Name)] : Array.Empty<CardBlock>(),
            .. Choices(incident, comment),
        ]);

    public static Card ToAuthor(Incident incident, ReviewComment comment, ReviewForum forum) => new(
        $"{comment.By.Name} comments on the postmortem of {incident.Id.Label}",
        [
            new Paragraph(Of($"{comment.By.Name} comments on {Bold(About(comment))} in the postmortem of {Bold(incident.Id.Label)} {incident.Title}.{(comment.Resolved is { } resolved ? $" Resolved by {resolved.By.Name}." : "")}")),
            Quoted(comment, Empty),
            .. comment.Resolved is null ? [new Paragraph(HowToAnswer(incident, forum))] : Array.Empty<CardBlock>(),
            .. Choices(incident, comment),
        ]);

    public static Card ToWriter(Incident incident, ReviewComment comment, Person by) => new(
        $"{by.Name} resolved your comment",
        new Paragraph(Of($"{by.Name} resolved your comment on {Bold(About(comment))} in the postmortem of {Bold(incident.Id.Label)}.")),
        Quoted(comment, Empty));

    public static Card TakenBack(ReviewComment comment) => Card.Of(Of($"{Title(comment)} was taken back."));

    public static RichText Gone => "That comment was taken back by its writer, so there is nothing to resolve.";

    public static RichText ResolvedAlready(Resolution already) => Of($"{already.By.Name} has resolved it already.");

    public static string Empty => "Write what you would change, or what is missing.";

    public static Form Form(Incident incident) => new(ReviewButton.Comment, $"Comment on {incident.Id.Label}", "Comment", incident.Id.Label,
    [
        new ChoiceField(CommentForm.Section, "What is it about?", [new(CommentForm.Whole, "The whole of it"), .. Interview.Plan.Select(question => new FormOption(question.ToString(), QuestionCards.Heading(question)))]) { Required = true, Initial = CommentForm.Whole },
        new TextField(CommentForm.Text, "Your comment") { Required = true, Multiline = true, Hint = "It is shown with the draft until somebody resolves it, and is not published." },
    ]);

    /// <summary>"2 (Impact, the whole)".</summary>
    public static string Counted(IReadOnlyList<ReviewComment> open) => $"{Number(open.Count)} ({string.Join(", ", open.Select(About).Distinct())})";

    public static RichText OnlyAfter(Incident incident, IReadOnlyList<ReviewComment> own) => Of($"You have {(own.Count == 1 ? "a comment" : $"{Number(own.Count)} comments")} on the postmortem of {incident.Id.Label} that nobody has resolved: {string.Join(", ", own.Select(About).Distinct())}. Resolve {(own.Count == 1 ? "it" : "them")} first, or approve all the same.");

    public static string Byline(ReviewComment comment) => $"{comment.By.Name}{(comment.EditedAt is null ? "" : ", edited")}";

    public static string Heading => "Open comments";

    public static string About(ReviewComment comment) => comment.Section is { } section ? QuestionCards.Heading(section).TrimEnd('?') : "the whole";

    private static string Title(ReviewComment comment) => $"Comment {Number(comment.Number)} on {About(comment)}";

    private static Quote Quoted(ReviewComment comment, RichText byline) => new(Excerpt.Of(comment.Text, MostOfAQuote, "… (the rest is in the draft)"), byline);

    private static RichText HowToAnswer(Incident incident, ReviewForum forum) =>
        Of($"To change your answer, edit it{(forum.HasThread ? " in the review thread" : "")}{(incident.Room is { } room ? Of($" in {Room(room, incident.RoomName)}") : Empty)}. When it is dealt with, resolve it.");

    private static CardBlock[] Choices(Incident incident, ReviewComment comment) =>
        comment.Resolved is null ? [new Choices([new Button(ReviewButton.ResolveComment, "Resolve", new ReviewButton(incident.Id, comment.Number).ToString())])] : [];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
