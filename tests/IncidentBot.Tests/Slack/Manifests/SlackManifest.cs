using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace IncidentBot.Tests.Slack.Manifests;

/// <summary><c>manifests/slack.yaml</c> as JSON.</summary>
public static class SlackManifest
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "slack.yaml"));

    public static JsonNode Read() => Parse(Text);

    /// <summary>As it is after the steps that its first lines tell for HTTP.</summary>
    public static JsonNode ReadForHttp() => Parse(string.Join('\n', Text
        .Replace("socket_mode_enabled: true", "socket_mode_enabled: false", StringComparison.Ordinal)
        .Split('\n')
        .Select(line => line.EndsWith("# HTTP", StringComparison.Ordinal) ? line.Replace("# url", "url", StringComparison.Ordinal).Replace("# request_url", "request_url", StringComparison.Ordinal) : line)));

    public static IReadOnlySet<string> Scopes { get; } = Strings(Read()["oauth_config"]!["scopes"]!["bot"]!);

    public static IReadOnlySet<string> Events { get; } = Strings(Read()["settings"]!["event_subscriptions"]!["bot_events"]!);

    private static JsonNode Parse(string yaml)
    {
        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(read))!;
    }

    private static HashSet<string> Strings(JsonNode list) => [.. list.AsArray().Select(one => (string)one!)];
}
