using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.Exports;

/// <summary>What is said about exports.</summary>
public static class ExportCards
{
    public static Card Choose(Incident incident, Postmortem review, int? version) => new(
        $"Export the postmortem of {incident.Id.Label}",
        new Paragraph(Of($"The postmortem of {Bold(incident.Id.Label)} {incident.Title} is {ReviewCards.StatusWord(review.Status)}. Which file{(version is null ? "" : " of what was published")} shall I post here? Markdown is for a repository, HTML for reading and printing, JSON for other tools.")),
        new Choices([.. Enum.GetValues<ExportFormat>().Select(format => new Button(ExportCapability.ButtonOf(format), Name(format), ExportCall.ValueOf(incident.Id, version)))]));

    public static RichText Usage(string prefix) => Of($"Say as what: {Code(prefix + " export html")}. There are {Code("markdown")}, {Code("html")}, {Code("json")} and {Code("all")}; for another incident add its number, such as {Code("INC-7")}; for what was published, {Code("version:1")}.");

    public static RichText OnlyInItsRoom(Incident incident) => Of($"{incident.Id.Label} is private, so its postmortem can be posted in its own room only.");

    public static RichText NotStarted(Incident incident, string prefix) =>
        Of($"{incident.Id.Label} has no postmortem to export yet. {Code($"{prefix} postmortem {incident.Id.Label}")} starts its review{(incident.IsOpen ? " once it is resolved" : "")}; {Code($"{prefix} timeline {incident.Id.Label} all")} posts what was recorded so far.");

    public static string FileName(Incident incident, ExportFormat format) => $"{incident.Id.Label}-postmortem.{format.Extension()}";

    public static RichText FileComment(Incident incident, Postmortem review, ExportFormat format)
    {
        var standing = review.Status is PostmortemStatus.Published ? "" : $" It is a draft, {ReviewCards.StatusWord(review.Status)}.";
        return format switch
        {
            ExportFormat.Markdown => $"The postmortem of {incident.Id.Label} as Markdown.{standing}",
            ExportFormat.Html => $"The postmortem of {incident.Id.Label} as a page. Open it in a browser to read or print it.{standing}",
            ExportFormat.Json => $"The postmortem of {incident.Id.Label} as JSON.{standing}",
        };
    }

    private static string Name(ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "Markdown",
        ExportFormat.Html => "HTML",
        ExportFormat.Json => "JSON",
    };
}
