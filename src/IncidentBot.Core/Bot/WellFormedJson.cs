using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace IncidentBot.Core.Bot;

/// <summary>Reads JSON from the wire so that every string in it can be read: broken UTF-8 and halves of surrogate pairs become U+FFFD.</summary>
public static class WellFormedJson
{
    private static readonly SearchValues<string> SurrogateEscapes = SearchValues.Create([@"\ud"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The object; null when it is no JSON object.</summary>
    public static JsonElement? ReadObject(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var read = Utf8.IsValid(utf8) && utf8.IndexOf(@"\ud"u8) < 0 && utf8.IndexOf(@"\uD"u8) < 0 ? JsonElement.Parse(utf8) : JsonElement.Parse(Repaired(Encoding.UTF8.GetString(utf8)));
            return read.ValueKind == JsonValueKind.Object ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="ReadObject(ReadOnlySpan{byte})" />
    public static JsonElement? ReadObject(string text) => ReadObject(Encoding.UTF8.GetBytes(text));

    private static string Repaired(string json)
    {
        if (json.AsSpan().IndexOfAny(SurrogateEscapes) < 0) return json;
        var repaired = json.ToCharArray();
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] != '\\') continue;
            if (Surrogate(json, index) is not { } first)
            {
                index++; // what is escaped is one letter, or the u of an escape that is no surrogate
                continue;
            }
            if (char.IsHighSurrogate(first) && Surrogate(json, index + 6) is { } second && char.IsLowSurrogate(second)) index += 11;
            else
            {
                "fffd".CopyTo(repaired.AsSpan(index + 2));
                index += 5;
            }
        }
        return new(repaired);
    }

    // The surrogate that is escaped at this place, as \ud83d.
    private static char? Surrogate(string json, int index) =>
        index + 6 <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
        && ushort.TryParse(json.AsSpan(index + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) && char.IsSurrogate((char)unit)
            ? (char)unit
            : null;
}
