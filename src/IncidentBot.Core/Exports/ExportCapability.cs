using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Exports;

/// <summary>The postmortem as files for other tools.</summary>
public static class ExportCapability
{
    public const string Markdown = "export.markdown";
    public const string Html = "export.html";
    public const string Json = "export.json";

    public static string ButtonOf(ExportFormat format) => format switch
    {
        ExportFormat.Markdown => Markdown,
        ExportFormat.Html => Html,
        ExportFormat.Json => Json,
    };

    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("export", "export [markdown|html|json] [INC-7] [version:1]", "Posts the postmortem as a file: to keep, to print, or for other tools.", ExportPostmortem.Decide)
            {
                Needs = ExportPostmortem.NeedsOf,
                InIncident = true,
                Examples = ["export", "export html", "export json INC-7", "export html version:1", "export all"],
            },
        ],
        Buttons = [.. Enum.GetValues<ExportFormat>().Select(ExportPostmortem.Button)],
    };
}
