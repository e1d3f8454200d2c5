using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Rendering;

/// <summary>What our cards put into the data of their actions, read back from what Teams sends: <c>{"incidentBot": {"action", "value"}}</c> for a button,
/// <c>{"incidentBot": {"form", "origin"}, "field.…": "…"}</c> for a dialog.</summary>
internal abstract record CardData
{
    private const string Ours = "incidentBot";
    private const string FieldPrefix = "field.";

    /// <summary>From the <c>value</c> of a message, an <c>adaptiveCard/action</c>, a <c>task/…</c> or a <c>composeExtension/…</c>. Null when it is not ours.</summary>
    public static CardData? Read(JsonElement value)
    {
        foreach (var data in (JsonElement?[])[value, Part(Part(value, "action"), "data"), Part(value, "data")])
            if (Part(data, Ours) is { } ours) return Text(ours, "action") is { } action
                ? new PressedButton(action, Text(ours, "value") ?? "")
                : Text(ours, "form") is { } form && Part(ours, "origin") is { } written && FormOrigin.Read(written) is { } origin
                    ? new SubmittedForm(form, origin, Fields(data!.Value))
                    : Text(ours, "cancel") is { } cancelled ? new CancelledForm(cancelled) : null;
        return null;
    }

    public static JsonObject OfButton(string action, string value) => new() { [Ours] = new JsonObject { ["action"] = action, ["value"] = value } };

    public static JsonObject OfForm(string form, FormOrigin origin) => new() { [Ours] = new JsonObject { ["form"] = form, ["origin"] = origin.Write() } };

    public static JsonObject OfCancel(string form) => new() { [Ours] = new JsonObject { ["cancel"] = form } };

    /// <summary>The id of a field's input: it shares a namespace with the data.</summary>
    public static string InputId(string field) => FieldPrefix + field;

    private static Dictionary<string, string> Fields(JsonElement data) => data.EnumerateObject()
        .Where(part => part.Name.StartsWith(FieldPrefix, StringComparison.Ordinal))
        .GroupBy(part => part.Name[FieldPrefix.Length..], part => part.Value)
        .Select(field => (field.Key, Value: Written(field.Last())))
        .Where(field => !string.IsNullOrWhiteSpace(field.Value))
        .ToDictionary(field => field.Key, field => field.Value);

    // Input values are strings, that of an empty input an empty one; what is not a string is kept as it was written.
    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or _ => value.GetRawText(),
    };

    private static JsonElement? Part(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty(name, out var part) && part.ValueKind is JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}

/// <param name="Action">A button's action, e.g. <c>postmortem.skip</c>.</param>
internal sealed record PressedButton(string Action, string Value) : CardData;

/// <param name="Form">The form's key.</param>
/// <param name="Values">By field id; a field that was left empty is not in it.</param>
internal sealed record SubmittedForm(string Form, FormOrigin Origin, IReadOnlyDictionary<string, string> Values) : CardData;

/// <summary>The dialog was left by its own button: an empty answer closes it.</summary>
internal sealed record CancelledForm(string Form) : CardData;
