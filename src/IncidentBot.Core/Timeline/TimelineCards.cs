using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>What is said about timelines.</summary>
internal static class TimelineCards
{
    public const int MostEntries = 15;

    private const int MostHighlights = 10;
    private const int MostOfAText = 200;
    private const int MostFound = 25;
    private const int MostOfAWish = 40;

    public static RichText NoteForms(string prefix) => RichText.Of($"Write the note after the word, with the time if it was not just now: {RichText.Code($"{prefix} note at 14:05 phoned the payment provider")}");

    public static Card Noted(Incident incident, DateTimeOffset at) => Card.Of(RichText.Of($"Noted on the timeline of {incident.Id.Label}, at {RichText.Moment(at)}."));

    public static Card Marked(Incident incident) => Card.Of(RichText.Of($"Marked as a highlight on the timeline of {incident.Id.Label}."));

    public static RichText NotedAlready(Incident incident) => $"That message is on the timeline of {incident.Id.Label} already.";

    public const string OfTheReview = "What is said in the review belongs to the postmortem and is kept there already.";

    public const string WhichIncident = "Choose the incident whose timeline it belongs to.";

    public static RichText NoOpenIncident(string prefix) => RichText.Of($"No incident is open, so there is no timeline to add this to. To declare one: {RichText.Code($"{prefix} start TITLE")}");

    public static string EntryChosen(ChosenMessage message, Person by) => $"{(message.Text.Length > 0 ? message.Text : "a message without words")} (added by {by.Name})";

    public static Form AddForm(string context, ChoiceField incident) => new(TimelineCapability.AddMessage, "Add to timeline", "Add", context, [incident with { Hint = "The message is noted at its own time, with its author." }]);

    public static RichText Forms(string prefix) => RichText.Of(
        $"{RichText.Code($"{prefix} timeline")} shows the highlights and the latest entries; {RichText.Code($"{prefix} timeline all")} posts the whole as a file; {RichText.Code($"{prefix} timeline only highlights")} (or changes, hidden, @name, WORDS) shows some. To choose what is shown: {RichText.Code($"{prefix} help timeline")}");

    public static RichText OnlyInItsRoom(Incident incident) => RichText.Of($"{incident.Id.Label} is private, so its whole timeline can be posted in its own room only.");

    /// <summary>How much is not shown, and who chose so.</summary>
    public static string HiddenSentence(IReadOnlyList<HiddenBy> hidden) =>
        $"{Entries(hidden.Sum(by => by.Count))} {(hidden.Sum(by => by.Count) == 1 ? "is" : "are")} hidden: {string.Join(", ", hidden.Select(by => $"{by.Count.ToString(Words.Culture)} by {by.By.Name}"))}.";

    public static Card Latest(Incident incident, IReadOnlyList<TimelineEntry> entries, Situation now)
    {
        var timeline = CuratedTimeline.Of(entries);
        var handles = new EntryHandles(entries.Where(entry => entry.Telling));
        RichText[] marked = [.. timeline.Lines.Where(line => line.Highlighted).TakeLast(MostHighlights).Select(line => Line(line, handles, now))];
        return new($"The timeline of {incident.Id.Label}, latest entries",
        [
            new Heading($"Timeline of {incident.Id.Label}"),
            .. marked.Length > 0 ? [new Heading("Highlights", 2), new Bullets(marked)] : Array.Empty<CardBlock>(),
            new Heading("Latest", 2),
            new Bullets([.. timeline.Lines.TakeLast(MostEntries).Select(line => Line(line, handles, now))]),
            new Paragraph(CaptureCards.Sentence(incident, entries, now.RoomCheck)),
            .. Closing(timeline),
            new Paragraph(RichText.Of($"The letters name an entry, as in {RichText.Code($"{now.CommandPrefix} timeline hide {Example(timeline, handles)}")}; {RichText.Code($"{now.CommandPrefix} help timeline")} tells more. The whole, as a file for this room: {RichText.Code($"{now.CommandPrefix} timeline all")}")),
            new Choices([new(TimelineCapability.Whole, "Post the whole timeline", incident.Id.Label)]),
        ]);
    }

    /// <param name="found">The lines that were asked for; the last of them are shown.</param>
    public static Card Only(Incident incident, string wanted, IReadOnlyList<TimelineLine> found, int all, Situation now)
    {
        var handles = new EntryHandles(now.Timeline.Concat(found.SelectMany(line => line.All)).Where(entry => entry.Telling).DistinctBy(entry => entry.Id));
        var title = $"Timeline of {incident.Id.Label}, only {Excerpt.Of(wanted, MostOfAWish)}";
        var count = found.Count == 0 ? "Nothing on the timeline is that." : found.Count > MostFound ? $"The last {MostFound.ToString(Words.Culture)} of {Entries(found.Count)}; “all” posts the whole as a file." : $"{Entries(found.Count)}, of {all.ToString("N0", Words.Culture)} shown in all.";
        return new(title, [new Heading(title), .. found.Count > 0 ? [new Bullets([.. found.TakeLast(MostFound).Select(line => Line(line, handles, now))])] : Array.Empty<CardBlock>(), new Paragraph(count)]);
    }

    private static string Example(CuratedTimeline timeline, EntryHandles handles) => timeline.Lines is [.., var last] ? handles.Of(last.Entry) : "k7q2";

    private static IEnumerable<CardBlock> Closing(CuratedTimeline timeline) => timeline.Hidden.Count > 0 ? [new Paragraph(HiddenSentence(timeline.Hidden))] : [];

    public static string FileName(Incident incident) => $"{incident.Id.Label.ToLowerInvariant()}-timeline.md";

    public static string FileHead(Incident incident) => $"# {incident.Id.Label}: timeline\n\n{Markdown.Escape(incident.Title)}\n\n";

    public static RichText FileComment(Incident incident, int entries) => $"The whole timeline of {incident.Id.Label}: {Entries(entries)}.";

    private static string Entries(int count) => $"{count.ToString("N0", Words.Culture)} {(count == 1 ? "entry" : "entries")}";

    private static RichText Line(TimelineLine line, EntryHandles handles, Situation now) => new([
        .. RichText.Of($"{RichText.Code(handles.Of(line.Entry))} {(line.Highlighted ? "📌 " : "")}").Spans,
        .. Said(line.Entry, now).Spans,
        .. line.Also.SelectMany(also => RichText.Of($" · {Said(also, now)}").Spans),
    ]);

    private static RichText Said(TimelineEntry entry, Situation now)
    {
        var line = RichText.Of($"{RichText.Moment(entry.ShownAt)} {RichText.Bold(entry.By.Name)}: ");
        if (entry.DeletedAt is not null) return line + RichText.Of($"{RichText.Italic("deleted")}");
        line += Excerpt.Of(entry.Text.ReplaceLineEndings(" "), MostOfAText);
        foreach (var file in entry.Files) line += RichText.Of($" {RichText.Link(file.Url, file.Name)}");
        if (entry.Revisions.Count > 0) line += " (edited)";
        if (entry.Corrected is { } corrected) line += RichText.Of($" (time corrected by {corrected.By.Name}; recorded at {RichText.Moment(entry.At)})");
        return entry.Message is { } message && now.LinkTo(message, entry.Thread) is { } url ? line + RichText.Of($" {RichText.Link(url, "↗")}") : line;
    }
}
