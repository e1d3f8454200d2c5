using System.Globalization;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The timeline in order of time: a heading a day, an item an entry, replies indented.</summary>
internal static class TimelineHtml
{
    public static Html Of(Draft draft)
    {
        var zone = Zones.Find(draft.Incident.TimeZone);
        var days = draft.Timeline.Where(entry => entry.Telling).GroupBy(entry => TimeZoneInfo.ConvertTime(entry.At, zone).Date).ToList();
        return days.Count == 0 ? Html.Of($"<p class=\"note\">Nothing is recorded.</p>") : Html.Of($"""
            <p class="legend">Times are those of {Zones.NameOf(draft.Incident.TimeZone)}. <span aria-hidden="true">📌</span> marks highlights, a line at the left what was recorded about the incident.</p>
            {days.Select(day => Day(draft, day, zone))}
            """);
    }

    private static Html Day(Draft draft, IGrouping<DateTime, TimelineEntry> day, TimeZoneInfo zone)
    {
        var entries = day.ToList();
        var offset = TimeZoneInfo.ConvertTime(entries[0].At, zone).Offset;
        return Html.Of($"""
            <section class="day">
            <h4>{day.Key.ToString("dddd, yyyy-MM-dd", Words.Culture)} <span>{Utc(offset)}</span></h4>
            <ol>
            {entries.Select(entry =>
            {
                var now = TimeZoneInfo.ConvertTime(entry.At, zone).Offset;
                var changed = now != offset;
                offset = now;
                return Html.Of($"{(changed ? Html.Of($"<li class=\"clocks\">The clocks were changed to {Utc(now)}.</li>\n") : Html.Nothing)}{Entry(draft, entry)}");
            })}</ol>
            </section>

            """);
    }

    private static Html Entry(Draft draft, TimelineEntry entry)
    {
        var link = entry is { Message: { } message, DeletedAt: null } ? draft.Links.To(message, entry.Thread) : null;
        var clock = HtmlTimes.Clock(entry.At, draft.Incident);
        return Html.Of($"""
            <li class="{Class(entry)}"><span class="at">{(link is null ? clock : Html.Of($"<a href=\"{link}\" rel=\"noopener noreferrer\">{clock}</a>"))}</span><div>{(entry.Highlighted ? Html.Of($"<span class=\"pin\" role=\"img\" aria-label=\"Highlight\">📌</span> ") : Html.Nothing)}<b>{entry.By.Name}</b> {Text(draft.Incident, entry)}</div></li>

            """);
    }

    private static Html Text(Incident incident, TimelineEntry entry) => entry.DeletedAt is { } deleted
        ? Html.Of($"<i>deleted at {HtmlTimes.Beside(deleted, entry.At, incident)}</i>")
        : Html.Of($"""
            <span class="said" dir="auto">{Html.Text(entry.Text)}</span>{entry.Files.Select(SectionsHtml.File)}{entry.Revisions.Select(revision => Revision(incident, entry, revision))}{Remark(entry.AwaitsMessage, "the message itself has not been heard")}{Remark(entry.AfterResolution && entry.Kind is EntryKind.Message, "after the resolution")}
            """);

    private static Html Revision(Incident incident, TimelineEntry entry, Revision revision) => revision.Text.Length == 0
        ? Html.Of($" <i>edited at {HtmlTimes.Beside(revision.ReplacedAt, entry.At, incident)}</i>")
        : Html.Of($" <i>edited at {HtmlTimes.Beside(revision.ReplacedAt, entry.At, incident)}; before: “<span dir=\"auto\">{revision.Text}</span>”</i>");

    private static Html Remark(bool holds, string words) => holds ? Html.Of($" <i>{words}</i>") : Html.Nothing;

    private static string Class(TimelineEntry entry) => string.Join(' ', new[]
    {
        IsWritten(entry.Kind) ? "message" : "change",
        entry.Thread is null ? "" : "reply",
        entry.Highlighted ? "highlight" : "",
    }.Where(name => name.Length > 0));

    private static bool IsWritten(EntryKind kind) => kind switch
    {
        EntryKind.Message or EntryKind.Note => true,
        EntryKind.Declared or EntryKind.Status or EntryKind.Severity or EntryKind.Role or EntryKind.Title or EntryKind.Fact or EntryKind.Update or EntryKind.ActionItem or EntryKind.Review or EntryKind.Room => false,
    };

    private static string Utc(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
