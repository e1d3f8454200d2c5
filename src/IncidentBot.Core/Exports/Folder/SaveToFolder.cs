using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Exports.Folder;

/// <summary>Write a published postmortem into the folder that a team keeps. One after another: they share an index.</summary>
/// <param name="Year">Its folder, e.g. <c>2026</c>.</param>
/// <param name="Name">Without ending, e.g. <c>INC-42-checkout-is-failing</c>: letters, digits, hyphens and underscores only. A file that stands for the incident keeps its own.</param>
/// <param name="Content">The whole file.</param>
public sealed record SaveToFolder(string In, string Incident, string Year, string Name, string Content) : Errand(In)
{
    public const string Order = "export-folder";

    private const string NameTemplate = "INC-{number}-{slug}";

    public override string OrderKey => Order;

    public static IEnumerable<SaveToFolder> Of(PostmortemVersion version, Draft draft, ExportSettings settings)
    {
        if (draft.Incident.Private && !settings.Private) yield break;
        var matter = FrontMatter.Of(version, draft);
        yield return new(draft.Incident.Id.Workspace, matter.Key, matter.Date[..4], NameOf(draft.Incident), matter.Write() + version.Markdown);
    }

    // Rooms' names are as narrow as file names have to be; the label keeps its capitals.
    private static string NameOf(Incident incident)
    {
        var room = RoomNames.For(NameTemplate, incident.Id, incident.Title);
        return incident.Id.Label + room[incident.Id.Label.Length..];
    }
}
