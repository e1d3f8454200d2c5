using System.Text.Json;
using IncidentBot.Slack.Api;

namespace IncidentBot.Slack.Events;

/// <summary>Reads payloads, in which an empty text means that there is none.</summary>
internal static class PayloadJson
{
    public static string? Filled(this JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>An id that stands alone or in an object: a channel is the one or the other by the type of event.</summary>
    public static string? Id(this JsonElement json, string name) => json.Filled(name) ?? json.Part(name)?.Filled("id");
}
