using System.Text.Json;
using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Slack.Events;

/// <summary>The payloads that were collected elsewhere, each as it would reach the intake.</summary>
internal static class CapturedPayloads
{
    private static readonly string[] Folders = ["events", "payloads", "recorded/events", "recorded/payloads", "recorded/inner-events", "socket-mode"];

    /// <summary>Name, such as <c>recorded/events/x.json</c>, and payload. Skips the test where there are none.</summary>
    public static IReadOnlyList<(string Name, JsonElement Payload)> Read()
    {
        var root = Environment.GetEnvironmentVariable("INCIDENTBOT_FIXTURES");
        Requires.That(root is not null && Directory.Exists(Path.Combine(root, "slack")), "INCIDENTBOT_FIXTURES does not name a folder with slack/ in it.");
        return [.. Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root!, "slack", folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => ($"{folder}/{Path.GetFileName(file)}", AsTaken(folder, JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))))))];
    }

    // Inner events come in an envelope, socket frames bring a payload.
    private static JsonElement AsTaken(string folder, JsonElement json) => folder switch
    {
        "recorded/inner-events" => JsonSerializer.Deserialize<JsonElement>(Hearing.Envelope(json.GetRawText())),
        "socket-mode" when json.TryGetProperty("payload", out var payload) => payload,
        _ => json,
    };
}
