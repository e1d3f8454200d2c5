using System.Globalization;
using System.Text;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>A timeline as Markdown, in order of time: a heading a day, a line an entry, replies indented.</summary>
public static class TimelineMarkdown
{
    /// <param name="linkTo">As <see cref="Bot.Situation.LinkTo"/>: an entry's time is the way to its message.</param>
    public static void Append(StringBuilder file, Incident incident, CuratedTimeline timeline, Func<MessageRef, string?, string?> linkTo)
    {
        file.Append(Words.Culture, $"Times are those of {Markdown.Escape(Zones.NameOf(incident.TimeZone))}. 📌 marks highlights, ↳ replies in a thread, ▸ what was recorded about the incident.\n");
        Append(file, incident, timeline.Lines, linkTo);
        if (timeline.Lines.Count == 0) file.Append("\nNothing is recorded.\n");
        if (timeline.Hidden.Count > 0) file.Append(Words.Culture, $"\n{Markdown.Escape(TimelineCards.HiddenSentence(timeline.Hidden))}\n");
    }

    /// <summary>The lines alone.</summary>
    public static void Append(StringBuilder file, Incident incident, IReadOnlyList<TimelineLine> lines, Func<MessageRef, string?, string?> linkTo)
    {
        var zone = Zones.Find(incident.TimeZone);
        DateTimeOffset? before = null;
        foreach (var line in lines)
        {
            var at = TimeZoneInfo.ConvertTime(line.At, zone);
            if (before?.Date != at.Date) file.Append(Words.Culture, $"\n#### {at:yyyy-MM-dd} (UTC{at:zzz})\n\n");
            else if (before?.Offset != at.Offset) file.Append(Words.Culture, $"\nThe clocks were changed to UTC{at:zzz}.\n\n");
            Line(file, line, at, zone, linkTo);
            before = at;
        }
    }

    private static void Line(StringBuilder file, TimelineLine line, DateTimeOffset at, TimeZoneInfo zone, Func<MessageRef, string?, string?> linkTo)
    {
        file.Append(line.Entry.Thread is null ? "- " : "  - ↳ ");
        if (line.Highlighted) file.Append("📌 ");
        Entry(file, line.Entry, at, zone, linkTo);
        foreach (var also in line.Also)
        {
            file.Append(" · ");
            Entry(file, also, TimeZoneInfo.ConvertTime(also.ShownAt, zone), zone, linkTo);
        }
        file.Append('\n');
    }

    private static void Entry(StringBuilder file, TimelineEntry entry, DateTimeOffset at, TimeZoneInfo zone, Func<MessageRef, string?, string?> linkTo)
    {
        var clock = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        file.Append(entry is { Message: { } message, DeletedAt: null } && linkTo(message, entry.Thread) is { } url ? Markdown.Link(clock, url) : clock).Append(" **").Append(Markdown.Escape(entry.By.Name)).Append("** ");
        file.Append(Mark(entry.Kind));
        if (entry.DeletedAt is { } deleted) file.Append(Words.Culture, $"*(deleted at {Clock(deleted, at, zone)})*");
        else Text(file, entry, at, zone);
        if (entry.Corrected is { } corrected) file.Append(Words.Culture, $" *(time corrected by {Markdown.Escape(corrected.By.Name)}; recorded at {Clock(entry.At, at, zone)})*");
        if (entry.AwaitsMessage) file.Append(" *(the message itself has not been heard)*");
        if (entry.AfterResolution && entry.Kind is EntryKind.Message) file.Append(" *(after the resolution)*");
    }

    private static void Text(StringBuilder file, TimelineEntry entry, DateTimeOffset at, TimeZoneInfo zone)
    {
        file.Append(Markdown.Escape(entry.Text));
        foreach (var link in entry.Files) file.Append(' ').Append(Markdown.Link(link.Name, link.Url));
        foreach (var revision in entry.Revisions)
            file.Append(revision.Text.Length == 0
                ? $" *(edited at {Clock(revision.ReplacedAt, at, zone)})*"
                : $" *(edited at {Clock(revision.ReplacedAt, at, zone)}; before: “{Markdown.Escape(revision.Text)}”)*");
    }

    /// <summary>The time of day; with the date when it is another day's.</summary>
    private static string Clock(DateTimeOffset time, DateTimeOffset beside, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return local.ToString(local.Date == beside.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>What people wrote stands alone; what was recorded about the incident is marked.</summary>
    private static string Mark(EntryKind kind) => kind.IsChange() ? "▸ " : kind is EntryKind.Note ? "*note* " : "";
}
