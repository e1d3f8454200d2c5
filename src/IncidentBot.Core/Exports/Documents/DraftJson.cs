using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Exports.Documents;

/// <summary>The draft as JSON by the schema in <c>docs/postmortem.schema.json</c>: every member is always there, what is unknown is null.</summary>
public static class DraftJson
{
    /// <summary>The same in one line, for what travels.</summary>
    public static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // markup stays escaped, whoever puts it into a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Readable = new(Compact) { WriteIndented = true, NewLine = "\n" };

    public static string Of(Draft draft) => JsonSerializer.Serialize(PostmortemDocument.Of(draft), Readable) + "\n";
}
