using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Interviews;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The sections of the first part; the lessons stand together.</summary>
internal static class SectionsHtml
{
    public static Html Of(Draft draft) => Html.Of($"""
        {draft.Sections.Where(section => !IsLesson(section)).Select(section => Section(draft, section))}<section class="lessons" aria-labelledby="lessons">
        <h3 id="lessons">{DraftCards.LessonsLearned}</h3>
        {draft.Sections.Where(IsLesson).Select(Lesson)}</section>
        """);

    public static Html Passages(IEnumerable<Passage> passages) => Html.Join(passages.Select(passage => Html.Of($"""
        <blockquote>
        <p dir="auto">{Html.Text(passage.Text)}</p>
        <footer>{passage.Byline}{Links(passage)}</footer>
        {(passage.Outcome is { } outcome ? Html.Of($"<p class=\"outcome\">→ {Html.Text(outcome)}</p>\n") : Html.Nothing)}        </blockquote>

        """)));

    public static Html Comments(IReadOnlyList<Passage> comments) => comments.Count == 0 ? Html.Nothing : Html.Of($"""
        <aside class="comments" aria-label="{CommentCards.Heading}">
        {Passages(comments)}</aside>

        """);

    private static Html Section(Draft draft, DraftSection section) => Html.Of($"""
        <section>
        <h3>{QuestionCards.Heading(section.Question)}</h3>
        {Note(section)}{Passages(section.Passages)}{Comments(section.Comments)}{(section.Question is QuestionKind.Summary ? Html.Of($"<p class=\"measure\">{DraftCards.Duration(draft.Incident)}</p>\n") : Html.Nothing)}</section>

        """);

    private static Html Lesson(DraftSection section) => Html.Of($"""
        <section class="lesson">
        <h4>{QuestionCards.Heading(section.Question)}</h4>
        {Note(section)}{Passages(section.Passages)}{Comments(section.Comments)}</section>

        """);

    private static Html Note(DraftSection section) => section.Note is { } note ? Html.Of($"<p class=\"note\">{note}</p>\n") : Html.Nothing;

    private static Html Links(Passage passage) =>
        Html.Join([.. passage.Files.Select(file => File(file)), passage.Link is { } message ? Html.Of($" <span aria-hidden=\"true\">·</span> {Html.Link(DraftCards.ToMessage, message)}") : Html.Nothing]);

    public static Html File(FileLink file) => Html.Of($""" <span class="file">{Html.Link(file.Name, file.Url)}</span>""");

    private static bool IsLesson(DraftSection section) => section.Question is QuestionKind.WentWell or QuestionKind.DidntGoWell or QuestionKind.GotLucky;
}
