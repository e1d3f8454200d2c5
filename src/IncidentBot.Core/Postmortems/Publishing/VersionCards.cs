using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Times;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>The words about published versions and what changed between them.</summary>
public static class VersionCards
{
    private const int MostOfAText = 300;

    public static string FileName(PostmortemVersion version, string extension = "md") => $"{version.Incident.Label}-postmortem-v{Number(version.Publication.Number)}.{extension}";

    /// <param name="byRole">Nobody is named.</param>
    public static RichText File(PostmortemVersion version, Incident incident, bool byRole) =>
        Of($"Version {Number(version.Publication.Number)} of the postmortem of {Bold(incident.Id.Label)} {incident.Title}, {(byRole ? $"published {Day(version.Publication, incident)}" : PublishedBy(version.Publication, incident))}.");

    public static RichText NonePublished(Incident incident) => Of($"The postmortem of {incident.Id.Label} has not been published yet, so there is no version of it.");

    public static RichText NoSuchVersion(Postmortem review) => review.Publications.Count == 1
        ? Of($"There is only version 1 so far.")
        : Of($"There is no such version. There are 1 to {Number(review.Publications.Count)}.");

    public static RichText OnlyMarkdown(PostmortemVersion version, string prefix) =>
        Of($"Version {Number(version.Publication.Number)} was published before pages and JSON were kept, so there is only its Markdown: {Code($"{prefix} postmortem version {Number(version.Publication.Number)}")}");

    public static RichText OnlyInItsRoom(Incident incident) => Of($"{incident.Id.Label} is private, so its postmortem is shown in its room only. Ask there.");

    /// <summary>Null while nothing was published.</summary>
    public static string? Standing(Incident incident, Postmortem review) => review switch
    {
        { Publications: [] } => null,
        { Status: PostmortemStatus.Published, Publications: [.., var last] } => $"{Number(last.Number)}, {PublishedBy(last, incident)}",
        { Publications: [.., var last] } => $"{Number(last.Number + 1)} is being written; version {Number(last.Number)} was {PublishedBy(last, incident)}",
    };

    public static RichText Reopened(Publication last, string prefix) =>
        Of($"This changes what is published, so version {Number(last.Number + 1)} is In Writing now. Version {Number(last.Number)} stays as it is: {Code($"{prefix} postmortem version {Number(last.Number)}")}. When the new one reads well, ask for a review: {Code(prefix + " postmortem review")}");

    public static string PublishedBy(Publication publication, Incident incident) => $"published {Day(publication, incident)} by {publication.By.Name}";

    public static string Day(Publication publication, Incident incident) => Words.Date(Zones.DateIn(publication.At, incident.TimeZone));

    public static string Heading(VersionChanges changes) => $"Changes since version {Number(changes.Since)}";

    public static string NothingChanged => "The sections and action items read as before.";

    public static string InWords(VersionChange change) => $"{change.Part.TrimEnd('?')} {Word(change.Kind)}";

    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Removed => "removed",
    };

    public static string InOneLine(VersionChanges changes) => changes.Parts.Count == 0 ? NothingChanged : $"{string.Join(", ", changes.Parts.Select(InWords))}.";

    /// <summary>What is new and what is gone, a line each.</summary>
    public static IEnumerable<string> Details(VersionChange change) =>
        [.. change.Removed.Select(text => $"before: {Short(text)}"), .. change.Added.Select(text => $"now: {Short(text)}")];

    private static string Short(string text) => Excerpt.Of(text.ReplaceLineEndings(" "), MostOfAText, "…");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
