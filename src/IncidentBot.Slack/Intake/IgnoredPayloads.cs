using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Intake;

/// <summary>Counts what came and means nothing to the bot.</summary>
internal sealed class IgnoredPayloads(ILogger<IgnoredPayloads> log)
{
    private const int MostKinds = 200;
    private const int LongestKind = 80;
    private const string Others = "other";

    private readonly ConcurrentDictionary<string, long> _counts = [];

    /// <summary>How many came, by type and subtype, such as <c>message.channel_topic</c>.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Count(JsonElement payload)
    {
        var kind = KindOf(payload);
        log.LogDebug("A payload of kind {Kind} means nothing to the bot", kind);
        _counts.AddOrUpdate(_counts.Count < MostKinds || _counts.ContainsKey(kind) ? kind : Others, 1, (_, count) => count + 1);
    }

    private static string KindOf(JsonElement payload)
    {
        var about = payload.Part("event") is { ValueKind: JsonValueKind.Object } inner ? inner : payload;
        var kind = string.Join('.', new[] { about.Filled("type"), about.Filled("subtype") }.OfType<string>());
        return kind.Length is > 0 and <= LongestKind && kind.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? kind : Others;
    }
}
