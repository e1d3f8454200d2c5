using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The draft as one page that needs nothing but itself: no script, no font, no picture, no address that is asked for anything.</summary>
/// <remarks>The policy in its head allows its own stylesheet, known by its hash, and nothing else, wherever the file is opened.</remarks>
public static class DraftHtml
{
    public static string Of(Draft draft)
    {
        var (incident, review) = (draft.Incident, draft.Review);
        var css = draft.Charts.Count == 0 ? Stylesheet.Css : Stylesheet.Css + BudgetChartSvg.Css;
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Stylesheet.HashOf(css)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>{$"Postmortem {incident.Id.Label}: {incident.Title}"}</title>
            <style>{Html.Trusted(css)}</style>
            </head>
            <body>
            {Head(draft)}
            {Contents}
            <main>
            <section aria-labelledby="part-1">
            <h2 id="part-1">Part 1. What happened?</h2>
            {SectionsHtml.Of(draft)}
            </section>
            <section aria-labelledby="part-2">
            <h2 id="part-2">Part 2. What can we do differently next time?</h2>
            {ActionItemsHtml.Of(draft.Items)}
            </section>
            <section class="appendix" aria-labelledby="appendix">
            <h2 id="appendix">Appendix</h2>
            {AppendixHtml.Of(draft)}
            </section>
            </main>
            <footer><p>{$"Postmortem of {incident.Id.Label}, {ReviewCards.StatusWord(review.Status)}. Times are those of {Zones.NameOf(incident.TimeZone)}."}</p></footer>
            </body>
            </html>

            """).Markup;
    }

    private static Html Head(Draft draft)
    {
        var (incident, review) = (draft.Incident, draft.Review);
        return Html.Of($"""
            <header>
            <p class="eyebrow">Postmortem <span aria-hidden="true">·</span> {incident.Id.Label} <span class="status {StatusClass(review.Status)}">{ReviewCards.StatusWord(review.Status)}</span></p>
            <h1 dir="auto">{incident.Title}</h1>
            {(review.Status is PostmortemStatus.Published ? Html.Nothing : Html.Of($"""<p class="banner" role="note">{DraftCards.NotPublished(review)}</p>"""))}
            <dl class="facts">
            {DraftCards.About(incident, review).Select(about => Html.Of($"<div><dt>{about.Label}</dt><dd dir=\"auto\">{about.Value}</dd></div>\n"))}</dl>
            {Milestones(incident)}
            </header>
            """);
    }

    /// <summary>The times that are known, in their order, at a glance.</summary>
    private static Html Milestones(Incident incident) => incident.Milestones.Count < 2 ? Html.Nothing : Html.Of($"""
        <ol class="strip" aria-label="Milestones">
        {incident.Milestones.OrderBy(milestone => milestone.At).ThenBy(milestone => milestone.Kind).Select(milestone => Html.Of($"""
            <li><b>{milestone.Kind.Label()}</b> {HtmlTimes.Clock(milestone.At, incident)}</li>

            """))}</ol>
        """);

    private static Html Contents => Html.Of($"""
        <nav aria-label="Contents"><ul>
        <li><a href="#part-1">What happened?</a></li>
        <li><a href="#part-2">What can we do differently?</a></li>
        <li><a href="#timeline">Timeline</a></li>
        <li><a href="#metrics">Metrics</a></li>
        </ul></nav>
        """);

    private static string StatusClass(PostmortemStatus status) => status switch
    {
        PostmortemStatus.InWriting => "writing",
        PostmortemStatus.InReview => "review",
        PostmortemStatus.Reviewed => "reviewed",
        PostmortemStatus.Published => "published",
    };
}
