using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.People;

/// <summary>What a person filled into the inputs of a card; refuses what Teams' own client would not let them send.</summary>
internal static class InputValues
{
    /// <param name="filled">By the input's id, the last part of it, or its label.</param>
    /// <returns>The action's data with the inputs' values, all strings.</returns>
    public static JsonObject Of(TeamsState state, JsonObject? data, IReadOnlyList<JsonObject> inputs, IReadOnlyDictionary<string, string> filled)
    {
        var values = (JsonObject?)data?.DeepClone() ?? [];
        if (filled.Keys.FirstOrDefault(name => !inputs.Any(input => IsNamed(input, name))) is { } unknown)
            throw new InvalidOperationException($"There is no input {unknown}; there are {string.Join(", ", inputs.Select(input => $"{input["id"]} ({input["label"]})"))}");
        foreach (var input in inputs)
        {
            var said = filled.FirstOrDefault(pair => IsNamed(input, pair.Key)).Value ?? (string?)input["value"] ?? "";
            values[(string)input["id"]!] = Checked(state, input, said);
        }
        return values;
    }

    private static bool IsNamed(JsonObject input, string name) =>
        (string?)input["id"] == name || ((string?)input["id"])?.EndsWith($".{name}", StringComparison.Ordinal) == true || (string?)input["label"] == name;

    private static string Checked(TeamsState state, JsonObject input, string said)
    {
        if ((bool?)input["isRequired"] == true && said.Length == 0) throw new InvalidOperationException($"The input {input["id"]} must be filled in");
        if ((int?)input["maxLength"] is { } most && said.Length > most) throw new InvalidOperationException($"“{said[..20]}…” is too long for {input["id"]}");
        if ((string?)input["regex"] is { } pattern && said.Length > 0 && !Regex.IsMatch(said, pattern)) throw new InvalidOperationException($"“{said}” does not fit {input["id"]}");
        return (string)input["type"]! switch
        {
            "Input.ChoiceSet" when said.Length > 0 => Choice(state, input, said),
            "Input.Toggle" => said == ((string?)input["valueOn"] ?? "true") ? said : (string?)input["valueOff"] ?? "false",
            _ => said,
        };
    }

    private static string Choice(TeamsState state, JsonObject input, string said)
    {
        var choice = (input["choices"] as JsonArray ?? []).FirstOrDefault(option => (string?)option!["value"] == said || (string?)option["title"] == said);
        if (choice is not null) return (string)choice["value"]!;
        // A people picker sends the Entra object id.
        if ((string?)input["choices.data"]?["dataset"] is { } dataset && dataset.StartsWith("graph.microsoft.com/users", StringComparison.Ordinal) && state.Member(said) is { } person) return person.AadId;
        throw new InvalidOperationException($"There is no choice “{said}”; there are {string.Join(", ", (input["choices"] as JsonArray ?? []).Select(option => option!["title"]))}");
    }
}
