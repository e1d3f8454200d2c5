using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Timeline;

/// <summary>What is said when people choose what a timeline shows.</summary>
internal static class CurationCards
{
    private const int MostOfAText = 60;
    private const int MostListed = 10;

    public const string Own = "own";
    public const string Yes = "yes";
    public const string No = "no";

    public static RichText Forms(string prefix) => RichText.Of(
        $"Name an entry by its letters, which {RichText.Code($"{prefix} timeline")} shows: {RichText.Code("timeline hide k7q2 WHY")}, {RichText.Code("timeline show k7q2")}, {RichText.Code("timeline at k7q2 14:05")}, {RichText.Code("timeline merge k7q2 m3x9")} or {RichText.Code("timeline highlight k7q2")}.");

    public static RichText NoSuchEntry(string word, string prefix) => RichText.Of(
        $"There is no entry {RichText.Code(Excerpt.Of(word, 30))} on this timeline, so nothing was changed. {RichText.Code($"{prefix} timeline")} shows the letters of each; {RichText.Code($"{prefix} timeline only hidden")} those of what is hidden.");

    public static RichText Ambiguous(string word, IReadOnlyList<TimelineEntry> entries, EntryHandles handles) =>
        RichText.Of($"{RichText.Code(word)} fits several entries, so nothing was changed. Which one?") + Listed(entries, handles);

    public static RichText ReasonTooLong(int most) => $"Say why in at most {most.ToString(Words.Culture)} characters.";

    public static RichText Hidden(Incident incident, IReadOnlyList<TimelineEntry> entries, EntryHandles handles, string prefix) =>
        RichText.Of($"Left out of the timeline of {incident.Id.Label} from now on. It is kept; {RichText.Code($"{prefix} timeline show {handles.Of(entries[0])}")} brings it back.") + Listed(entries, handles);

    public static RichText Shown(Incident incident, IReadOnlyList<TimelineEntry> entries, EntryHandles handles) =>
        RichText.Of($"On the timeline of {incident.Id.Label} again, each on a line of its own.") + Listed(entries, handles);

    public static RichText ShownAlready(IReadOnlyList<TimelineEntry> entries, EntryHandles handles) => RichText.Of($"That is shown already.") + Listed(entries, handles);

    public static RichText TimeCorrected(Incident incident, TimelineEntry entry, DateTimeOffset at, string? remark) => RichText.Of(
        $"On the timeline of {incident.Id.Label} it now stands at {RichText.Moment(at)}; that it was recorded at {RichText.Moment(entry.At)} is shown beside it.{(remark is null ? "" : " " + remark)}");

    public static RichText TimeIsOriginal(Incident incident, TimelineEntry entry) => RichText.Of($"On the timeline of {incident.Id.Label} it stands at {RichText.Moment(entry.At)} again, as it was recorded.");

    public static RichText MergeForms(string prefix) => RichText.Of($"Name the line to keep and those that tell the same: {RichText.Code($"{prefix} timeline merge k7q2 m3x9")}");

    public static RichText Merged(Incident incident, TimelineEntry head, IReadOnlyList<TimelineEntry> others, EntryHandles handles, string prefix) =>
        RichText.Of($"One line on the timeline of {incident.Id.Label} now. The messages stay as they were; {RichText.Code($"{prefix} timeline show {handles.Of(others[0])}")} takes them apart.") + Listed([head, .. others], handles);

    public static RichText MergedAlready(TimelineEntry head, EntryHandles handles) => RichText.Of($"They stand on one line already.") + Listed([head], handles);

    public static RichText Marked(Incident incident, TimelineEntry entry, bool on) => on
        ? RichText.Of($"Marked as a highlight on the timeline of {incident.Id.Label}: {Text(entry)}")
        : RichText.Of($"Your mark is gone from the timeline of {incident.Id.Label}: {Text(entry)}");

    public static RichText NotOnTimeline(string prefix) => RichText.Of(
        $"That message is not on a timeline here, so there is nothing to curate. {RichText.Bold("Add to timeline")} in the same menu, or {RichText.Code($"{prefix} note at 14:05 TEXT")}, puts it there.");

    public static RichText Curated(Incident incident, bool changed) => changed ? $"The timeline of {incident.Id.Label} shows it that way from now on." : "Nothing was changed.";

    /// <param name="lines">Those that the entry may join, each with its letters as the value.</param>
    public static Form Form(string context, TimelineEntry entry, string at, string? into, IReadOnlyList<FormOption> lines, string? zone) => new(TimelineCapability.Curate, "Curate in timeline", "Save", context,
    [
        new ChoiceField("shown", "On the timeline", [new(Yes, "Shown"), new(No, "Hidden, kept out of the draft")]) { Initial = entry.Hidden is null ? Yes : No },
        new ChoiceField("highlight", "Highlight", [new(Yes, "Yes, a key moment"), new(No, "No")]) { Initial = entry.Highlighted ? Yes : No },
        new TextField("at", "When did it happen?") { MaxLength = 60, Initial = at, Hint = $"It was recorded at {Words.Moment(entry.At, zone)}; that stays beside it." },
        new ChoiceField("into", "Tells the same as", [new(Own, "A line of its own"), .. lines]) { Initial = into ?? Own },
        new TextField("why", "Why?") { MaxLength = 200, Hint = "May stay empty." },
    ]);

    public static FormOption Option(TimelineEntry entry, string handle, string? zone) => new(handle, Excerpt.Of($"{Zones.Local(entry.ShownAt, zone).ToString("HH:mm", Words.Culture)} {entry.By.Name}: {entry.Text.ReplaceLineEndings(" ")}", MostOfAText));

    private static RichText Listed(IReadOnlyList<TimelineEntry> entries, EntryHandles handles) => new(
    [
        .. entries.Take(MostListed).SelectMany(entry => RichText.Of($"\n{RichText.Code(handles.Of(entry))} {RichText.Moment(entry.ShownAt)} {Text(entry)}").Spans),
        .. entries.Count > MostListed ? [new Plain($"\n…and {(entries.Count - MostListed).ToString(Words.Culture)} more.")] : Array.Empty<TextSpan>(),
    ]);

    private static string Text(TimelineEntry entry) => $"{entry.By.Name}: {(entry.DeletedAt is null ? Excerpt.Of(entry.Text.ReplaceLineEndings(" "), MostOfAText) : "deleted")}";
}
