using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Conversations;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Messages;

/// <summary>Messages of the bot as the Connector takes them, one by one.</summary>
internal sealed class Activities(ConnectorApi api, ConversationReferences references, Threads threads)
{
    private const string What = "a message";
    private const string Targeted = "?isTargetedActivity=true";

    /// <summary>Posts a message; in a channel, outside of threads, it begins a thread.</summary>
    /// <exception cref="TeamsApiException">It was refused, or it is unknown whether it arrived.</exception>
    public async Task<MessageRef> PostAsync(Place to, TeamsMessage message, CancellationToken ct)
    {
        var conversation = await references.ForAsync(to.Channel, ct);
        if (conversation.Kind is ConversationKind.Channel && to.Thread is null) return new(to.Channel, await BeginThreadAsync(conversation, message, ct));
        var id = TeamsIds.Conversation(to);
        var posted = new MessageRef(to.Channel, IdOf(await api.SendAsync(HttpMethod.Post, conversation.Service, ConnectorAddress.Activities(id), Body(message, conversation, id), conversation.Line, What, ct)));
        if (conversation.Kind is ConversationKind.Channel) await threads.KeepAsync(posted, to.Thread!, ct);
        return posted;
    }

    /// <summary>Replaces a message of the bot.</summary>
    /// <exception cref="TeamsApiException"><see cref="ChatFault.Gone"/> when it no longer stands.</exception>
    public async Task UpdateAsync(MessageRef standing, TeamsMessage message, CancellationToken ct)
    {
        var conversation = await references.ForAsync(standing.Channel, ct);
        await InThreadAsync(standing, id => api.SendAsync(HttpMethod.Put, conversation.Service, ConnectorAddress.Activity(id, standing.Id), Body(message, conversation, id), conversation.Line, What, ct), ct);
    }

    /// <summary>Puts the bot's reaction on a message.</summary>
    public async Task ReactAsync(MessageRef message, string type, CancellationToken ct)
    {
        var conversation = await references.ForAsync(message.Channel, ct);
        await InThreadAsync(message, id => api.SendAsync(HttpMethod.Put, conversation.Service, ConnectorAddress.Reaction(id, message.Id, type), null, conversation.Line, "a reaction", ct), ct);
    }

    /// <summary>Posts a message that one person sees: learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages</summary>
    /// <param name="mri">Their <c>29:</c> id.</param>
    public async Task TargetAsync(Place to, string mri, TeamsMessage message, CancellationToken ct)
    {
        var conversation = await references.ForAsync(to.Channel, ct);
        var id = TeamsIds.Conversation(to);
        var body = Body(message, conversation, id);
        body["recipient"] = new JsonObject { ["id"] = mri };
        await api.SendAsync(HttpMethod.Post, conversation.Service, ConnectorAddress.Activities(id) + Targeted, body, conversation.Line, What, ct);
    }

    // learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
    private async Task<string> BeginThreadAsync(ConversationReference channel, TeamsMessage message, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["isGroup"] = true,
            ["bot"] = new JsonObject { ["id"] = channel.Bot },
            ["tenantId"] = channel.Tenant,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel.Id }, ["tenant"] = new JsonObject { ["id"] = channel.Tenant } },
            ["activity"] = Body(message, channel, channel.Id),
        };
        return IdOf(await api.SendAsync(HttpMethod.Post, channel.Service, ConnectorAddress.Conversations, body, channel.Line, What, ct));
    }

    /// <summary>Does it in the message's thread, and where that is not known in its own, then in the channel.</summary>
    private async Task InThreadAsync(MessageRef message, Func<string, Task> work, CancellationToken ct)
    {
        if (!TeamsIds.IsChannel(message.Channel))
        {
            await work(TeamsIds.Own(message.Channel));
            return;
        }
        var thread = await threads.OfAsync(message, ct);
        try
        {
            await work(TeamsIds.Conversation(new(message.Channel, thread ?? message.Id)));
        }
        catch (TeamsApiException notThere) when (notThere.Fault is ChatFault.Gone && thread is null)
        {
            await work(TeamsIds.Own(message.Channel));
        }
    }

    private static JsonObject Body(TeamsMessage message, ConversationReference conversation, string id) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = conversation.Bot },
        ["conversation"] = new JsonObject { ["id"] = id },
        ["summary"] = message.Summary,
        ["attachments"] = new JsonArray(message.Attachment),
    };

    // A new thread: {"id": "<channel>;messageid=<n>", "activityId": "<n>"}; a message: {"id": "<n>"}. That it was posted must not be forgotten for a missing id.
    private static string IdOf(JsonElement? answer)
    {
        const string mark = ";messageid=";
        var id = Written(answer, "activityId") ?? Written(answer, "id") ?? throw new ChatException(ChatFault.Refused, "Teams posted a message and did not say which.");
        return id.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? id[(at + mark.Length)..] : id;
    }

    private static string? Written(JsonElement? answer, string name) =>
        answer?.Part(name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } id && id.ToString() is { Length: > 0 } text ? text : null;
}
