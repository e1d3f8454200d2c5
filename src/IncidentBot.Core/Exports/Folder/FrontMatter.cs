using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Folder;

/// <summary>What stands at the head of a file in the folder, for people, site generators, and the index: YAML, each value a string in quotation marks.</summary>
/// <param name="Key">Tells incidents of several workspaces apart.</param>
public sealed record FrontMatter(string Key, string Incident, string Title, string Date, string Severity, string Status, string Version)
{
    private const string Fence = "---";

    // A JSON string is a YAML string too.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FrontMatter Of(PostmortemVersion version, Draft draft) => new(
        draft.Incident.Id.Key,
        draft.Incident.Id.Label,
        draft.Incident.Title,
        Words.Date(DraftCards.DayOf(draft.Incident)),
        draft.Incident.Severity.Label(),
        ReviewCards.StatusWord(draft.Review.Status),
        version.Publication.Number.ToString(CultureInfo.InvariantCulture));

    public string Write() => $"{Fence}\n{string.Concat(Values.Select(value => $"{value.Name}: {JsonSerializer.Serialize(value.Value, Quoting)}\n"))}{Fence}\n\n";

    /// <summary>Null when these lines are no head of a file of ours.</summary>
    public static FrontMatter? Read(IEnumerable<string> lines)
    {
        if (lines.Take(20).ToList() is not [Fence, .. var rest]) return null;
        var values = new Dictionary<string, string>();
        foreach (var line in rest.TakeWhile(line => line != Fence))
            if (line.Split(": ", 2) is [var name, var quoted] && Unquoted(quoted) is { } value) values[name] = value;
        return values.TryGetValue("id", out var key) && values.TryGetValue("incident", out var incident)
            ? new(key, incident, Value("title"), Value("date"), Value("severity"), Value("status"), Value("version"))
            : null;

        string Value(string name) => values.GetValueOrDefault(name, "");
    }

    private IEnumerable<(string Name, string Value)> Values =>
        [("id", Key), ("incident", Incident), ("title", Title), ("date", Date), ("severity", Severity), ("status", Status), ("version", Version)];

    private static string? Unquoted(string quoted)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(quoted);
        }
        catch (JsonException)
        {
            return null; // a person wrote it otherwise
        }
    }
}
