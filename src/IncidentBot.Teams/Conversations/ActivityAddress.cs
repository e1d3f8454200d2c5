using System.Text.Json;
using IncidentBot.Http;

namespace IncidentBot.Teams.Conversations;

/// <summary>Where an activity comes from.</summary>
/// <param name="Conversation">Without <c>;messageid=</c>. Of news about a team's channels it is the team.</param>
internal sealed record ActivityAddress(string Tenant, string Conversation, ConversationKind Kind, string ServiceUrl, string Bot)
{
    private const string Mark = ";messageid=";

    /// <summary>The id of the thread's first message; null outside threads.</summary>
    public string? Root { get; init; }

    /// <summary>Null where an activity does not say all of it.</summary>
    public static ActivityAddress? Of(JsonElement activity)
    {
        var conversation = activity.Part("conversation") ?? default;
        var tenant = conversation.Text("tenantId") ?? activity.Part("channelData")?.Part("tenant")?.Text("id");
        if (tenant is not { Length: > 0 } || conversation.Text("id") is not { Length: > 0 } id || activity.Text("serviceUrl") is not { } url || activity.Part("recipient")?.Text("id") is not { Length: > 0 } bot) return null;
        var kind = conversation.Text("conversationType") switch
        {
            "personal" => ConversationKind.Personal,
            "channel" => ConversationKind.Channel,
            _ => ConversationKind.Chat,
        };
        if (!Uri.TryCreate(url, UriKind.Absolute, out var _)) return null;
        return kind is ConversationKind.Channel && id.Split(Mark) is [var channel, { Length: > 0 } root] ? new(tenant, channel, kind, url, bot) { Root = root } : new(tenant, id, kind, url, bot);
    }
}
