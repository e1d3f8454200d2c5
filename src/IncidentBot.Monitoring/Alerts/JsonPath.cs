using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>The way to one value in a JSON body: <c>alert.name</c>, <c>$.alerts[0].name</c>. No wildcards: a value that is not there is missing, never guessed.</summary>
public sealed partial record JsonPath
{
    private readonly IReadOnlyList<string> _steps;

    private JsonPath(string text, IReadOnlyList<string> steps) => (Text, _steps) = (text, steps);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Null when it is none.</summary>
    public static JsonPath? Read(string text) => Form().IsMatch(text) ? new(text, [.. Step().Matches(text).Select(step => step.Groups["step"].Value)]) : null;

    internal static JsonPath Of(string name) => new(name, [name]);

    /// <summary>Null when nothing stands there.</summary>
    public JsonElement? In(JsonElement body)
    {
        var at = body;
        foreach (var step in _steps)
        {
            if (at.ValueKind is JsonValueKind.Object && at.TryGetProperty(step, out var part)) at = part;
            else if (at.ValueKind is JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength()) at = at[index];
            else return null;
        }
        return at;
    }

    /// <summary>A text, a number or a flag that stands there, as text; null when there is none, or it is empty.</summary>
    public string? TextIn(JsonElement body) => In(body) is not { } found ? null : found.ValueKind switch
    {
        JsonValueKind.String => found.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => found.GetRawText(),
        _ => null,
    };

    public override string ToString() => Text;

    [GeneratedRegex(@"^(\$\.?)?[A-Za-z_][\w-]*(\.[\w-]+|\[\d{1,4}\])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<step>[\w-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
