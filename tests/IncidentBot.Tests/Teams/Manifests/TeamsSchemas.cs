using System.Text.Json.Nodes;
using IncidentBot.Tests.Support;
using NJsonSchema;

namespace IncidentBot.Tests.Teams.Manifests;

/// <summary>Microsoft's published schemas, from the folder that INCIDENTBOT_FIXTURES names.</summary>
internal static class TeamsSchemas
{
    public static async Task<JsonSchema> ReadAsync(string name, CancellationToken ct)
    {
        var folder = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(folder is not null, $"INCIDENTBOT_FIXTURES names no folder with {name}.");
        var schema = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder!, "teams", "schemas", name), ct))!;
        if (schema["id"] is { } id) // of an older draft than the schema says it is of
        {
            schema.Remove("id");
            schema["$id"] = id.DeepClone();
        }
        return await JsonSchema.FromJsonAsync(schema.ToJsonString(), ct);
    }
}
