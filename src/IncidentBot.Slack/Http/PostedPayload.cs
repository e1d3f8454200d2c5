using System.Text;
using System.Text.Json;
using IncidentBot.Core.Bot;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Slack.Http;

/// <summary>What a body of Slack's holds, in the one shape that both ways in share: a form (a slash command) becomes an object of strings,
/// its field <c>payload</c> (an interaction) stands for the whole.</summary>
internal static class PostedPayload
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Null when it cannot be read.</summary>
    public static JsonElement? Read(string? contentType, ReadOnlySpan<byte> body) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        ? type.MediaType.Value?.ToLowerInvariant() switch
        {
            Json => WellFormedJson.ReadObject(body),
            Form => ReadForm(Encoding.UTF8.GetString(body)),
            _ => null,
        }
        : null;

    private static JsonElement? ReadForm(string body)
    {
        try
        {
            var fields = new FormReader(body).ReadForm();
            return fields.TryGetValue("payload", out var payload)
                ? WellFormedJson.ReadObject(payload.ToString())
                : JsonSerializer.SerializeToElement(fields.ToDictionary(field => field.Key, field => field.Value.ToString()));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
