using System.Text.Json;

namespace IncidentBot.Http;

/// <summary>Reads what may be missing or of another kind than expected; what services send has both.</summary>
public static class WireJson
{
    /// <summary>A property that is text; null when there is none.</summary>
    public static string? Text(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A property that is text and not empty.</summary>
    public static string? Filled(this JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;

    public static bool Says(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A property of any kind; null when there is none, or where there can be none.</summary>
    public static JsonElement? Part(this JsonElement json, string name) => json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var part) ? part : null;

    /// <summary>The items of an array; none when there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.Part(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
