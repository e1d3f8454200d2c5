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

    public static RichText NoteForms(string prefix) => RichText.Of($"Write the note after the word, with the time if it was not just now: {RichText.Code($"{prefix} note at 14:05 phoned the payment provider")}");

    public static Card Noted(Incident incident, DateTimeOffset at) => Card.Of(RichText.Of($"Noted on the timeline of {incident.Id.Label}, at {RichText.Moment(at)}."));

    public static Card Marked(Incident incident) => Card.Of(RichText.Of($"Marked as a highlight on the timeline of {incident.Id.Label}."));

    public static RichText NotedAlready(Incident incident) => $"That message is on the timeline of {incident.Id.Label} already.";

    public const string OfTheReview = "What is said in the review belongs to the postmortem and is kept there already.";

    public const string WhichIncident = "Choose the incident whose timeline it belongs to.";

    public static RichText NoOpenIncident(string prefix) => RichText.Of($"No incident is open, so there is no timeline to add this to. To declare one: {RichText.Code($"{prefix} start TITLE")}");

    public static string EntryChosen(ChosenMessage message, Person by) => $"{(message.Text.Length > 0 ? message.Text : "a message without words")} (added by {by.Name})";

    public static Form AddForm(string context, ChoiceField incident) => new(TimelineCapability.AddMessage, "Add to timeline", "Add", context, [incident with { Hint = "The message is noted at its own time, with its author." }]);

    public static RichText Forms(string prefix) => RichText.Of($"{RichText.Code($"{prefix} timeline")} shows the highlights and the latest entries; {RichText.Code($"{prefix} timeline all")} posts the whole as a file.");

    public static RichText OnlyInItsRoom(Incident incident) => RichText.Of($"{incident.Id.Label} is private, so its whole timeline can be posted in its own room only.");

    /// <summary>How much is not shown, and who chose so.</summary>
    public static string HiddenSentence(IReadOnlyList<HiddenBy> hidden) =>
        $"{Entries(hidden.Sum(by => by.Count))} {(hidden.Sum(by => by.Count) == 1 ? "is" : "are")} hidden: {string.Join(", ", hidden.Select(by => $"{by.Count.ToString(Words.Culture)} by {by.By.Name}"))}.";

    public static Card Latest(Incident incident, IReadOnlyList<TimelineEntry> highlights, IReadOnlyList<TimelineEntry> latest, Situation now)
    {
        RichText[] marked = [.. highlights.Where(entry => entry.Telling).TakeLast(MostHighlights).Select(entry => Line(entry, now))];
        RichText[] last = [.. latest.Where(entry => entry.Telling).Select(entry => Line(entry, now))];
        return new($"The timeline of {incident.Id.Label}, latest entries",
        [
            new Heading($"Timeline of {incident.Id.Label}"),
            .. marked.Length > 0 ? [new Heading("Highlights", 2), new Bullets(marked)] : Array.Empty<CardBlock>(),
            new Heading("Latest", 2),
            new Bullets(last),
            new Paragraph(RichText.Of($"This is the end of it. The whole, as a file for this room: {RichText.Code($"{now.CommandPrefix} timeline all")}")),
            new Choices([new(TimelineCapability.Whole, "Post the whole timeline", incident.Id.Label)]),
        ]);
    }

    public static string FileName(Incident incident) => $"{incident.Id.Label.ToLowerInvariant()}-timeline.md";

    public static string FileHead(Incident incident) => $"# {incident.Id.Label}: timeline\n\n{Markdown.Escape(incident.Title)}\n\n";

    public static RichText FileComment(Incident incident, int entries) => $"The whole timeline of {incident.Id.Label}: {Entries(entries)}.";

    private static string Entries(int count) => $"{count.ToString("N0", Words.Culture)} {(count == 1 ? "entry" : "entries")}";

    private static RichText Line(TimelineEntry entry, Situation now)
    {
        var line = RichText.Of($"{(entry.Highlighted ? "📌 " : "")}{RichText.Moment(entry.At)} {RichText.Bold(entry.By.Name)}: ");
        if (entry.DeletedAt is not null) return line + RichText.Of($"{RichText.Italic("deleted")}");
        line += Excerpt.Of(entry.Text.ReplaceLineEndings(" "), MostOfAText);
        foreach (var file in entry.Files) line += RichText.Of($" {RichText.Link(file.Url, file.Name)}");
        if (entry.Revisions.Count > 0) line += " (edited)";
        return entry.Message is { } message && now.LinkTo(message, entry.Thread) is { } url ? line + RichText.Of($" {RichText.Link(url, "↗")}") : line;
    }
}
