using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Intake;

/// <summary>Counts what came and means nothing to the bot.</summary>
internal sealed class IgnoredActivities(ILogger<IgnoredActivities> log)
{
    private const int MostKinds = 200;
    private const int LongestKind = 120;
    private const string Others = "other";

    private readonly ConcurrentDictionary<string, long> _counts = [];

    /// <summary>How many came, by type and what tells more of it, such as <c>conversationUpdate.teamRenamed</c> or <c>invoke.composeExtension/query</c>.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Count(JsonElement activity)
    {
        var kind = KindOf(activity);
        log.LogDebug("An activity of kind {Kind} means nothing to the bot", kind);
        _counts.AddOrUpdate(_counts.Count < MostKinds || _counts.ContainsKey(kind) ? kind : Others, 1, (_, count) => count + 1);
    }

    private static string KindOf(JsonElement activity)
    {
        var more = activity.Filled("name") ?? activity.Part("channelData")?.Filled("eventType") ?? activity.Filled("action");
        var kind = string.Join('.', new[] { activity.Filled("type"), more }.OfType<string>());
        return kind.Length is > 0 and <= LongestKind && kind.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '-') ? kind : Others;
    }
}
