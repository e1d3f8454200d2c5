using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentBot.Slack.Events;

/// <summary>The JSON of a payload, safe to read to the last character.</summary>
internal static partial class SlackPayload
{
    /// <remarks>JSON may hold half of a surrogate pair, which no string of .NET can be made of: such a half reads as �.</remarks>
    public static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(Surrogate().IsMatch(json) ? Escape().Replace(json, WithoutHalf) : json);

    public static JsonElement Mended(JsonElement payload) => payload.GetRawText() is var json && Surrogate().IsMatch(json) ? Parse(json) : payload;

    private static string WithoutHalf(Match escape) => escape.Groups["half"].Success ? @"\ufffd" : escape.Value;

    [GeneratedRegex(@"\\u[dD][89a-fA-F]")]
    private static partial Regex Surrogate();

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
