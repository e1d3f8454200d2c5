using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Slack.Rendering;

/// <summary>Where a form was opened and what it is about. A view knows neither when it comes back, so it carries them in <c>private_metadata</c>.</summary>
/// <param name="Context">The form's; set when the view is drawn.</param>
/// <param name="PlaceName">The name of the place's channel, where it is known.</param>
internal sealed record FormOrigin(Place Place, string Context = "", string? PlaceName = null)
{
    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string Write() => JsonSerializer.Serialize(new Written(Place.Channel.Workspace, Place.Channel.Id, Place.Thread, Context, PlaceName), Short);

    /// <summary>Null when the text is not ours.</summary>
    public static FormOrigin? Read(string privateMetadata)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(privateMetadata, Short) is { Workspace: { } workspace, Channel: { } channel } written
                ? new(new(new(workspace, channel), written.Thread), written.Context ?? "", written.Name)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Written(string? Workspace, string? Channel, string? Thread, string? Context, string? Name);
}
