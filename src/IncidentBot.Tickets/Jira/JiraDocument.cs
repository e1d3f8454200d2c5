using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tickets;

namespace IncidentBot.Tickets.Jira;

/// <summary>Text in the Atlassian Document Format. Text nodes are plain: nothing in them becomes a mention or markup. <see href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/"/></summary>
internal static class JiraDocument
{
    private const int LongestSummary = 255;

    public static string Summary(string title) => Excerpt.Of(title, LongestSummary - 1);

    public static JsonObject Of(TicketText text) => Document(text.Lines.Select(line => Paragraph(line.Label is { } label ? [Bold($"{label}: "), Text(line.Text, line.Url)] : [Text(line.Text, line.Url)])));

    /// <param name="mark">Seen by readers too: Jira's comments have nothing that could be listed and is hidden.</param>
    public static JsonObject Comment(string words, string mark) => Document([Paragraph(Text(words)), Paragraph(Text(mark))]);

    /// <summary>All text of a document, for finding a mark again.</summary>
    public static bool Holds(System.Text.Json.JsonElement document, string mark) => document.GetRawText().Contains(System.Text.Json.JsonSerializer.Serialize(mark)[1..^1], StringComparison.Ordinal);

    private static JsonObject Document(IEnumerable<JsonObject> paragraphs) => new() { ["type"] = "doc", ["version"] = 1, ["content"] = new JsonArray([.. paragraphs]) };

    private static JsonObject Paragraph(params JsonObject[] content) => new() { ["type"] = "paragraph", ["content"] = new JsonArray([.. content]) };

    private static JsonObject Bold(string text) => new() { ["type"] = "text", ["text"] = text, ["marks"] = new JsonArray(new JsonObject { ["type"] = "strong" }) };

    private static JsonObject Text(string text, string? url = null)
    {
        var node = new JsonObject { ["type"] = "text", ["text"] = text.Length > 0 ? text : " " }; // an empty text node is refused
        if (url is not null) node["marks"] = new JsonArray(new JsonObject { ["type"] = "link", ["attrs"] = new JsonObject { ["href"] = url } });
        return node;
    }
}
