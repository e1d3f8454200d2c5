using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events;

/// <summary>An activity of Teams (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object) that names a conversation and a tenant.</summary>
/// <param name="At">When it happened, by the platform.</param>
internal sealed record Activity(Reading Reading, JsonElement Body, string Tenant, Place Place, DateTimeOffset At)
{
    private const string BotPrefix = "28:";

    /// <summary>Null for what names no conversation, which can only be a mistake.</summary>
    public static Activity? Of(JsonElement body, Reading reading, DateTimeOffset receivedAt)
    {
        if (TenantOf(body) is not { } tenant || body.Part("conversation")?.Filled("id") is not { } conversation) return null;
        var at = ActivityTime.Read(body.Text("timestamp")) ?? ActivityTime.OfMessage(body.Text("id") ?? "") ?? receivedAt;
        return new(reading, body, tenant, TeamsIds.Place(tenant, TypeOf(body), conversation), at);
    }

    public static string? TenantOf(JsonElement body) => body.Part("conversation")?.Filled("tenantId") ?? body.Part("channelData")?.Part("tenant")?.Filled("id");

    public string? Id => Body.Filled("id");

    public JsonElement ChannelData => Body.Part("channelData") ?? default;

    public string? EventType => ChannelData.Filled("eventType");

    public bool IsPersonal => TeamsIds.IsPersonal(Place.Channel);

    public bool InChannel => TeamsIds.IsChannel(Place.Channel);

    /// <summary>The name of the channel or the chat, where the activity tells it.</summary>
    public string? PlaceName => ChannelData.Part("channel")?.Filled("name") ?? Body.Part("conversation")?.Filled("name");

    /// <summary>The place of a message: one of a channel always stands in a thread.</summary>
    /// <param name="first">The id of the thread's first message, where the conversation's id does not tell it.</param>
    public Place PlaceOf(string first) => InChannel && Place.Thread is null ? Place with { Thread = first } : Place;

    public bool IsSelf(string? id) => id is not null && id == Body.Part("recipient")?.Text("id");

    /// <summary>The id of a bot, by its app.</summary>
    public static string BotIdOf(string app) => BotPrefix + app;

    public static bool IsBot(string id) => id.StartsWith(BotPrefix, StringComparison.Ordinal);

    /// <summary>Who did it.</summary>
    public ValueTask<Person> ByAsync(CancellationToken ct) => Body.Part("from") is { } from ? Accounts.ReadAsync(this, from, ct) : ValueTask.FromResult(Accounts.Nobody(Tenant));

    // Old clients leave the type out; what the id of a conversation begins with says it then.
    private static string TypeOf(JsonElement body) => body.Part("conversation")?.Filled("conversationType") ?? (body.Part("conversation")?.Filled("id") is { } id && id.StartsWith("a:", StringComparison.Ordinal)
        ? "personal"
        : body.Part("channelData")?.Part("channel") is { ValueKind: JsonValueKind.Object } ? "channel" : "groupChat");
}
