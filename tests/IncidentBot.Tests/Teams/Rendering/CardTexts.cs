using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>The texts of a drawn card, wherever they stand in it.</summary>
internal static partial class CardTexts
{
    public static IEnumerable<string> Of(JsonNode? json) => json switch
    {
        JsonObject some => some.SelectMany(part => part is { Key: "text" or "title" or "label", Value: JsonValue text } ? [(string)text!] : part.Key is "msteams" ? [] : Of(part.Value)),
        JsonArray some => some.SelectMany(Of),
        _ => [],
    };

    public static IEnumerable<string> Mentions(string text) => Mention().Matches(text).Select(found => found.Value);

    [GeneratedRegex("<at>.*?</at>")]
    private static partial Regex Mention();
}
