using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Slack.Events;

/// <summary>Reads payloads, in which an id stands in one of two ways.</summary>
internal static class PayloadJson
{
    /// <summary>An id that stands alone or in an object: a channel is the one or the other by the type of event.</summary>
    public static string? Id(this JsonElement json, string name) => json.Filled(name) ?? json.Part(name)?.Filled("id");
}
