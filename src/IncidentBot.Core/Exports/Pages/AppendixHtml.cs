using System.Globalization;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Comments;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The timeline, and what can be counted and measured.</summary>
internal static class AppendixHtml
{
    public static Html Of(Draft draft) => Html.Of($"""
        {KeyMoments(draft)}<section aria-labelledby="timeline">
        <h3 id="timeline">Timeline</h3>
        {TimelineHtml.Of(draft)}
        </section>
        <section aria-labelledby="metrics">
        <h3 id="metrics">Metrics</h3>
        {Metrics(draft)}
        </section>
        <section>
        <h3>{BudgetCards.Heading}</h3>
        {Budgets(draft)}{Html.Join(draft.Charts.Select(Chart))}
        </section>
        <section>
        <h3>Capture completeness</h3>
        <p>{DraftCards.Sentence(draft.Completeness)}</p>
        </section>
        {(DraftCards.Masked(draft) is { } masked ? Html.Of($"<section>\n<h3>Secrets</h3>\n<p>{masked}</p>\n</section>\n") : Html.Nothing)}{Remarks(draft.Remarks)}{(draft.Comments.Count > 0 ? Html.Of($"<section>\n<h3>{CommentCards.Heading}</h3>\n{SectionsHtml.Comments(draft.Comments)}</section>\n") : Html.Nothing)}{Changes(draft.Changes)}
        """);

    private static Html Chart(BudgetChart chart, int index) => Html.Of($"""
        <figure class="chart">
        {BudgetChartSvg.Of(chart, $"chart-{(index + 1).ToString(CultureInfo.InvariantCulture)}")}
        </figure>

        """);

    private static Html KeyMoments(Draft draft) => draft.Timeline.KeyMoments is not { Count: > 0 } moments ? Html.Nothing : Html.Of($"""
        <section aria-labelledby="moments">
        <h3 id="moments">{EvidenceCards.KeyMomentsHeading}</h3>
        {TimelineHtml.Days(draft, moments)}</section>

        """);

    private static Html Metrics(Draft draft) => Html.Of($"""
        <dl class="metrics">
        {IncidentMetrics.Of(draft.Incident).Select(metric => Html.Of($"""
            <div><dt><abbr title="{metric.Meaning}">{metric.Name}</abbr> <span>{metric.Meaning}</span></dt><dd{(metric.Length is null ? Html.Of($" class=\"unknown\"") : Html.Nothing)}>{DraftCards.Length(metric)}</dd></div>

            """))}</dl>
        <p>They come from these times and from nothing else:</p>
        <div class="wide"><table>
        <thead><tr><th scope="col">Milestone</th><th scope="col">Time</th><th scope="col">Confirmed by</th><th scope="col">Evidence</th></tr></thead>
        <tbody>
        {Enum.GetValues<MilestoneKind>().Select(kind => Milestone(draft, kind))}</tbody>
        </table></div>
        """);

    private static Html Budgets(Draft draft) => draft.Budgets.Count == 0 ? Html.Of($"<p>{DraftCards.NoErrorBudget}</p>") : Html.Of($"<ul>\n{draft.Budgets.Select(budget => Budget(budget, draft.Incident.TimeZone))}</ul>");

    private static Html Budget(IncidentBudget budget, string zone) => Html.Of($"""
        <li><b>{budget.Slo}</b>: {BudgetCards.Line(budget, zone)}<ul>
        {BudgetCards.Methods(budget, zone).Select(method => Html.Of($"<li dir=\"auto\">{method}</li>\n"))}</ul></li>

        """);

    private static Html Milestone(Draft draft, MilestoneKind kind) => draft.Incident.Reached(kind) is { } milestone
        ? Html.Of($"""
            <tr><th scope="row">{kind.Label()}</th><td>{HtmlTimes.Moment(milestone.At, draft.Incident)}</td><td>{milestone.ConfirmedBy.Name}</td><td dir="auto">{milestone.Evidence}{(draft.Links.To(milestone) is { } message ? Html.Of($" ({Html.Link(DraftCards.ToMessage, message)})") : Html.Nothing)}</td></tr>

            """)
        : Html.Of($"""
            <tr class="unknown"><th scope="row">{kind.Label()}</th><td>unknown</td><td></td><td>Nobody has stated it; <code>{EvidenceCards.HowToState(kind)}</code> does</td></tr>

            """);

    private static Html Changes(VersionChanges? changes) => changes is null ? Html.Nothing : Html.Of($"""
        <section aria-labelledby="changes">
        <h3 id="changes">{VersionCards.Heading(changes)}</h3>
        {(changes.Parts.Count == 0 ? Html.Of($"<p>{VersionCards.NothingChanged}</p>\n") : Html.Of($"<ul>\n{changes.Parts.Select(Change)}</ul>\n"))}</section>

        """);

    private static Html Change(VersionChange change) => Html.Of($"""
        <li><b>{change.Part}</b> {VersionCards.Word(change.Kind)}<ul>
        {VersionCards.Details(change).Select(detail => Html.Of($"<li dir=\"auto\">{Html.Text(detail)}</li>\n"))}</ul></li>

        """);

    private static Html Remarks(IReadOnlyList<Passage> remarks) => remarks.Count == 0 ? Html.Nothing : Html.Of($"""
        <section>
        <h3>Also said in the review</h3>
        {SectionsHtml.Passages(remarks)}</section>
        """);
}
