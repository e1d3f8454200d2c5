using IncidentBot.Core.Exports.Documents;
using IncidentBot.Core.Exports.Pages;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Postmortems.Publishing;

namespace IncidentBot.Core.Exports;

/// <summary>What a postmortem can be exported as: one file each.</summary>
public enum ExportFormat
{
    Markdown,

    /// <summary>A page that needs nothing but itself.</summary>
    Html,
    Json,
}

public static class ExportFormats
{
    public static string Extension(this ExportFormat format) => format switch
    {
        ExportFormat.Markdown => "md",
        ExportFormat.Html => "html",
        ExportFormat.Json => "json",
    };

    public static string Of(this ExportFormat format, Draft draft) => format switch
    {
        ExportFormat.Markdown => DraftMarkdown.Of(draft),
        ExportFormat.Html => DraftHtml.Of(draft),
        ExportFormat.Json => DraftJson.Of(draft),
    };

    /// <summary>As it was published; null where that was not kept.</summary>
    public static string? Of(this ExportFormat format, PostmortemVersion version) => format switch
    {
        ExportFormat.Markdown => version.Markdown,
        ExportFormat.Html => version.Html is { } page ? PackedText.Read(page) : null,
        ExportFormat.Json => version.Json is { } document ? PackedText.Read(document) : null,
    };

    /// <summary>The format that a word asks for; null: none.</summary>
    public static ExportFormat? Read(string word) => word.ToLowerInvariant() switch
    {
        "markdown" or "md" => ExportFormat.Markdown,
        "html" or "page" or "pdf" => ExportFormat.Html, // a PDF is printed from the page
        "json" => ExportFormat.Json,
        _ => null,
    };
}
