using System.Globalization;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The timeline in order of time: a heading a day, an item an entry, replies indented.</summary>
internal static class TimelineHtml
{
    public static Html Of(Draft draft) => draft.Timeline.Lines.Count == 0
        ? Html.Of($"<p class=\"note\">Nothing is recorded.</p>")
        : Html.Of($"""
            <p class="legend">Times are those of {Zones.NameOf(draft.Incident.TimeZone)}. <span aria-hidden="true">📌</span> marks highlights, a line at the left what was recorded about the incident.</p>
            {Days(draft, draft.Timeline.Lines)}{(draft.Timeline.Hidden.Count > 0 ? Html.Of($"<p class=\"note\">{TimelineCards.HiddenSentence(draft.Timeline.Hidden)}</p>\n") : Html.Nothing)}
            """);

    /// <summary>Some of its lines.</summary>
    public static Html Days(Draft draft, IEnumerable<TimelineLine> lines)
    {
        var zone = Zones.Find(draft.Incident.TimeZone);
        return Html.Join(lines.GroupBy(line => TimeZoneInfo.ConvertTime(line.At, zone).Date).Select(day => Day(draft, day, zone)));
    }

    private static Html Day(Draft draft, IGrouping<DateTime, TimelineLine> day, TimeZoneInfo zone)
    {
        var lines = day.ToList();
        var offset = TimeZoneInfo.ConvertTime(lines[0].At, zone).Offset;
        return Html.Of($"""
            <section class="day">
            <h4>{day.Key.ToString("dddd, yyyy-MM-dd", Words.Culture)} <span>{Utc(offset)}</span></h4>
            <ol>
            {lines.Select(line =>
            {
                var now = TimeZoneInfo.ConvertTime(line.At, zone).Offset;
                var changed = now != offset;
                offset = now;
                return Html.Of($"{(changed ? Html.Of($"<li class=\"clocks\">The clocks were changed to {Utc(now)}.</li>\n") : Html.Nothing)}{Line(draft, line)}");
            })}</ol>
            </section>

            """);
    }

    private static Html Line(Draft draft, TimelineLine line) => Html.Of($"""
            <li class="{Class(line)}"><span class="at">{Clock(draft, line.Entry)}</span><div>{(line.Highlighted ? Html.Of($"<span class=\"pin\" role=\"img\" aria-label=\"Highlight\">📌</span> ") : Html.Nothing)}{Said(draft, line.Entry)}{line.Also.Select(also => Html.Of($"<br>{Clock(draft, also)} {Said(draft, also)}{(also.Merged is { } merged ? Html.Of($" <i>put on this line by {merged.By.Name}</i>") : Html.Nothing)}"))}</div></li>

            """);

    private static Html Clock(Draft draft, TimelineEntry entry)
    {
        var link = entry is { Message: { } message, DeletedAt: null } ? draft.Links.To(message, entry.Thread) : null;
        var clock = HtmlTimes.Clock(entry.ShownAt, draft.Incident);
        return link is null ? Html.Of($"{clock}") : Html.Of($"<a href=\"{link}\" rel=\"noopener noreferrer\">{clock}</a>");
    }

    private static Html Said(Draft draft, TimelineEntry entry) =>
        Html.Of($"<b>{entry.By.Name}</b> {Text(draft.Incident, entry)}{(entry.Corrected is { } corrected ? Html.Of($" <i>time corrected by {corrected.By.Name}; recorded at {HtmlTimes.Beside(entry.At, entry.ShownAt, draft.Incident)}</i>") : Html.Nothing)}");

    private static Html Text(Incident incident, TimelineEntry entry) => entry.DeletedAt is { } deleted
        ? Html.Of($"<i>deleted at {HtmlTimes.Beside(deleted, entry.At, incident)}</i>")
        : Html.Of($"""
            <span class="said" dir="auto">{Html.Text(entry.Text)}</span>{entry.Files.Select(SectionsHtml.File)}{entry.Revisions.Select(revision => Revision(incident, entry, revision))}{Remark(entry.AwaitsMessage, "the message itself has not been heard")}{Remark(entry.AfterResolution && entry.Kind is EntryKind.Message, "after the resolution")}
            """);

    private static Html Revision(Incident incident, TimelineEntry entry, Revision revision) => revision.Text.Length == 0
        ? Html.Of($" <i>edited at {HtmlTimes.Beside(revision.ReplacedAt, entry.At, incident)}</i>")
        : Html.Of($" <i>edited at {HtmlTimes.Beside(revision.ReplacedAt, entry.At, incident)}; before: “<span dir=\"auto\">{revision.Text}</span>”</i>");

    private static Html Remark(bool holds, string words) => holds ? Html.Of($" <i>{words}</i>") : Html.Nothing;

    private static string Class(TimelineLine line) => string.Join(' ', new[]
    {
        line.Entry.Kind.IsChange() ? "change" : "message",
        line.Entry.Thread is null ? "" : "reply",
        line.Highlighted ? "highlight" : "",
    }.Where(name => name.Length > 0));

    private static string Utc(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
