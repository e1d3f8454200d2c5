using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Events.Interactivity;

namespace IncidentBot.Teams.Events;

/// <summary>What an activity tells, in neutral words. Never throws for JSON of whatever shape; what it cannot read tells nothing.</summary>
internal static class ActivityReading
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(JsonElement activity, Reading reading, DateTimeOffset receivedAt, CancellationToken ct)
    {
        if (Activity.Of(activity, reading, receivedAt) is not { } said) return [];
        var told = await TellsAsync(said, ct);
        return said.PlaceName is { } name ? [.. told.Select(one => one with { PlaceName = name })] : told;
    }

    private static ValueTask<IReadOnlyList<ChatEvent>> TellsAsync(Activity said, CancellationToken ct) => said.Body.Text("type") switch
    {
        "message" when said.Body.Part("value") is { ValueKind: JsonValueKind.Object } && said.Body.Filled("text") is null => Buttons.ReadAsync(said, ct),
        "message" => Messages.PostedAsync(said, ct),
        "messageUpdate" => Messages.ChangedAsync(said, ct),
        "messageDelete" => Messages.DeletedAsync(said, ct),
        "messageReaction" => Highlights.ReadAsync(said, ct),
        "conversationUpdate" => ConversationUpdates.ReadAsync(said, ct),
        "invoke" => Invokes.ReadAsync(said, ct),
        _ => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]),
    };
}
