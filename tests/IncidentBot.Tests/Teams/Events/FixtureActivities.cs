using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Http;
using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Teams.Events;

/// <summary>The activities that were collected elsewhere, each as it would reach the intake.</summary>
internal static class FixtureActivities
{
    private static readonly string[] Folders = ["playground", "playground-default-ids", "custom", "docs"];

    /// <summary>Name, such as <c>docs/x.json</c>, and activity. Skips the test where there are none.</summary>
    public static IReadOnlyList<(string Name, JsonElement Activity)> Read()
    {
        var root = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(root is not null && Directory.Exists(Path.Combine(root, "teams")), "INCIDENTBOT_FIXTURES does not name a folder with teams/ in it.");
        var teams = Path.Combine(root!, "teams");
        return
        [
            .. Folders.SelectMany(folder => Files(teams, folder)).Select(file => (file.Name, file.Json)),
            .. Files(teams, "bfdotnet").Where(file => file.Json.ValueKind is JsonValueKind.Array).SelectMany(file => file.Json.EnumerateArray().Select(activity => (file.Name, InTenant(activity)))),
            .. Files(teams, "bfdotnet").SelectMany(file => file.Json.Items("values").Select(value => ($"bfdotnet/{value.Text("activityName")}", Invoke(value)))),
        ];
    }

    private static IEnumerable<(string Name, JsonElement Json)> Files(string teams, string folder) => Directory.EnumerateFiles(Path.Combine(teams, folder), "*.json").Order(StringComparer.Ordinal)
        .Select(file => ($"{folder}/{Path.GetFileNameWithoutExtension(file)}", JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))));

    // Of another channel, which has no tenants.
    private static JsonElement InTenant(JsonElement activity)
    {
        var copy = JsonNode.Parse(activity.GetRawText())!;
        copy["conversation"]!["tenantId"] = Heard.Tenant;
        return Heard.Element(copy);
    }

    // Values of invokes and events, without the activity around them.
    private static JsonElement Invoke(JsonElement value)
    {
        var activity = Heard.InChannel();
        var name = value.Text("activityName") ?? "";
        activity["type"] = name.StartsWith("application/vnd", StringComparison.Ordinal) ? "event" : "invoke";
        activity["name"] = name;
        activity["value"] = JsonNode.Parse(value.GetProperty("value").GetRawText());
        return Heard.Element(activity);
    }
}
