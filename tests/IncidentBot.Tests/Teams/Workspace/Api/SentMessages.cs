using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What the bot sends, changes and takes back.</summary>
public sealed class SentMessages(TeamsState state, WorkspaceOptions options)
{
    public Answer Send(string conversation, JsonNode? body, bool targeted)
    {
        var where = Reachable(state, conversation);
        var root = Root(where, conversation);
        var activity = ActivityRules.Check(state, body);
        if ((string?)activity["type"] is "typing") return new(202);
        var id = state.NewMessageId();
        var message = new Message(where, id, where.IsChannel ? root ?? id : null, state.Bot) { TargetedTo = targeted ? Target(where, activity) : null };
        Write(message, activity);
        where.Add(message);
        var split = message.Text.Length > 0 && message.Attachments.Count > 0;
        return new(201, split ? [] : new JsonObject { ["id"] = id });
    }

    /// <summary>In Teams the thread is chosen by the conversation, not by the message that is answered.</summary>
    public Answer Reply(string conversation, string activity, JsonNode? body, bool targeted)
    {
        if (activity.Length == 0) throw new RefusalException(400, "BadArgument", "Which message is answered?");
        return Send(conversation, body, targeted);
    }

    public Answer Update(string conversation, string activity, JsonNode? body)
    {
        var message = Own(conversation, activity);
        Write(message, ActivityRules.Check(state, body));
        message.Updates++;
        message.EditedAt = TimeProvider.System.GetUtcNow();
        return new(200, new JsonObject { ["id"] = activity });
    }

    public Answer Delete(string conversation, string activity)
    {
        Own(conversation, activity).DeletedAt = TimeProvider.System.GetUtcNow();
        return new(200);
    }

    public Answer React(string conversation, string activity, string reaction, bool on)
    {
        if (!options.Reactions) throw new RefusalException(403, "Forbidden", "Reactions are not enabled for this bot");
        var message = Standing(conversation, activity);
        var who = message.Reactions.TryGetValue(reaction, out var known) ? known : message.Reactions[reaction] = [];
        who.Remove(state.Bot);
        if (on) who.Add(state.Bot);
        return new(200);
    }

    /// <summary>A chat with one person, or a new post in a channel.</summary>
    public Answer Create(JsonNode? body)
    {
        if (body is not JsonObject asked) throw new RefusalException(400, "BadArgument", "No parameters");
        if ((string?)asked["channelData"]?["channel"]?["id"] is { } channel) return Post(channel, asked);
        if ((string?)(asked["tenantId"] ?? asked["channelData"]?["tenant"]?["id"]) != WorkspaceOptions.Tenant) throw new RefusalException(400, "BadSyntax", "The tenant is missing or another one");
        if (asked["members"] is not JsonArray { Count: 1 } members || (bool?)asked["isGroup"] == true) throw new RefusalException(400, "BadSyntax", "Bad format of conversation parameters: a bot can begin a chat with one person only");
        if ((string?)members[0]?["id"] is not { } id || state.Member(id) is not { IsBot: false } person || id == person.Name) throw new RefusalException(403, "ForbiddenOperationException", "The bot is not installed for the user");
        var chat = state.Personal(person);
        return new(201, new JsonObject { ["id"] = chat.Id });
    }

    private Answer Post(string channel, JsonObject asked)
    {
        if (asked["activity"] is null) throw new RefusalException(400, "BadArgument", "A new post needs an activity");
        if (channel.Contains(';', StringComparison.Ordinal)) throw new RefusalException(400, "BadArgument", "The channel's id, without a message's");
        var sent = Send(channel, asked["activity"], targeted: false);
        var id = (string?)sent.Body?["id"] ?? Reachable(state, channel).All[^1].Id;
        return new(201, new JsonObject { ["id"] = $"{channel};messageid={id}", ["activityId"] = id });
    }

    /// <summary>A conversation in which the bot is.</summary>
    internal static Conversation Reachable(TeamsState state, string conversation)
    {
        var plain = conversation.Split(";messageid=")[0];
        var found = state.Conversations.FirstOrDefault(known => known.Id == plain) ?? throw new RefusalException(404, "ConversationNotFound", "Conversation not found.");
        if (!found.HasBot) throw new RefusalException(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        return found.Team is { IsArchived: true } ? throw new RefusalException(403, "NotEnoughPermissions", "The team is archived.") : found;
    }

    private static string? Root(Conversation where, string conversation)
    {
        if (conversation.Split(";messageid=") is not [_, var root]) return null;
        return where.IsChannel && where.Find(root) is { IsRoot: true } ? root : throw new RefusalException(404, "ConversationNotFound", "Conversation not found: there is no such thread.");
    }

    private Message Standing(string conversation, string activity)
    {
        var where = Reachable(state, conversation);
        var root = Root(where, conversation);
        var found = where.Find(activity);
        return found is { IsDeleted: false } && (root is null || found.Root == root) ? found : throw new RefusalException(404, "ActivityNotFoundInConversation", "Message does not exist in the thread.");
    }

    private Message Own(string conversation, string activity) =>
        Standing(conversation, activity) is { IsByBot: true } own ? own : throw new RefusalException(403, "MessageWritesBlocked", "Only the bot's own messages can be changed.");

    private Member Target(Conversation where, JsonObject activity)
    {
        if (!options.Targeted || where.Kind is ConversationKind.Personal) throw new RefusalException(400, "BadArgument", "Targeted messages are not supported here");
        return (string?)activity["recipient"]?["id"] is { } id && state.Member(id) is { IsBot: false } person && where.Members.Contains(person) ? person : throw new RefusalException(400, "BadArgument", "A targeted message needs one recipient who is a member");
    }

    private static void Write(Message message, JsonObject activity)
    {
        message.Text = (string?)activity["text"] ?? "";
        message.Attachments = (JsonArray?)activity["attachments"]?.DeepClone() ?? [];
        message.Mentions = new([.. ((activity["entities"] as JsonArray) ?? []).Concat(message.Card?["msteams"]?["entities"] as JsonArray ?? []).Where(entity => (string?)entity?["type"] == "mention").Select(entity => entity!.DeepClone())]);
    }
}
