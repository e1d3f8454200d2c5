using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>Where a form was opened and what it is about. A dialog knows neither when it comes back, so its card carries them.</summary>
/// <param name="Context">The form's; set when the dialog is drawn.</param>
/// <param name="PlaceName">The name of the place's channel, where it is known.</param>
/// <remarks>It comes back from the person's client, which could have changed it: whether the person may speak in <see cref="Place"/> must be asked of the request that brings it.</remarks>
internal sealed record FormOrigin(Place Place, string Context = "", string? PlaceName = null)
{
    /// <summary>Names the dialog, so that it counts once however often it is submitted.</summary>
    public string? Id { get; init; }

    /// <summary>Shows that the bot wrote all of this.</summary>
    public string? Seal { get; init; }

    public JsonObject Write() => new()
    {
        ["workspace"] = Place.Channel.Workspace,
        ["channel"] = Place.Channel.Id,
        ["thread"] = Place.Thread,
        ["name"] = PlaceName,
        ["context"] = Context,
        ["id"] = Id,
        ["seal"] = Seal,
    };

    /// <summary>Null when it is not ours.</summary>
    public static FormOrigin? Read(JsonElement written) => Text(written, "workspace") is { } workspace && Text(written, "channel") is { } channel
        ? new(new(new(workspace, channel), Text(written, "thread")), Text(written, "context") ?? "", Text(written, "name")) { Id = Text(written, "id"), Seal = Text(written, "seal") }
        : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
