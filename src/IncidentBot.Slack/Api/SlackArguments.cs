using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Api;

/// <summary>The arguments of a Web API method: <c>new SlackArguments { ["channel"] = "C1", ["blocks"] = blocks }</c>. What is null is left out.</summary>
/// <remarks>Every method accepts a form in which arrays and objects stand as JSON (https://docs.slack.dev/apis/web-api/).</remarks>
internal sealed class SlackArguments
{
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JsonNode> _values = [];

    public JsonNode? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (value is null) _values.Remove(name);
            else _values[name] = value;
        }
    }

    /// <summary>The same arguments and one more.</summary>
    public SlackArguments With(string name, JsonNode? value)
    {
        var more = new SlackArguments();
        foreach (var (known, standing) in _values) more._values[known] = standing;
        more[name] = value;
        return more;
    }

    public IEnumerable<KeyValuePair<string, string>> ToForm() => _values.Select(argument => KeyValuePair.Create(argument.Key, Written(argument.Value)));

    private static string Written(JsonNode value) => value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(Plainly);
}
