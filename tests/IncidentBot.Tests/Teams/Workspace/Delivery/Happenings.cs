using System.Text.Json.Nodes;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Delivery;

/// <summary>What people do to messages and teams: the state changes, and the bot is told what it may know.</summary>
public sealed class Happenings(TeamsState state, Activities activities, Deliveries deliveries)
{
    public Message Post(Message message)
    {
        message.Where.Add(message);
        Tell(message, activities.Message(message));
        return message;
    }

    public void Edit(Message message, string typed)
    {
        TypedText.Into(message, state, typed);
        message.EditedAt = TimeProvider.System.GetUtcNow();
        Tell(message, activities.Edited(message, "editMessage"));
    }

    public void Delete(Message message)
    {
        message.DeletedAt = TimeProvider.System.GetUtcNow();
        Tell(message, activities.Deleted(message));
    }

    public void Undelete(Message message)
    {
        message.DeletedAt = null;
        Tell(message, activities.Edited(message, "undeleteMessage"));
    }

    public void React(Message message, Member by, string kind, bool on)
    {
        var who = message.Reactions.TryGetValue(kind, out var known) ? known : message.Reactions[kind] = [];
        who.Remove(by);
        if (on) who.Add(by);
        Tell(message, activities.Reacted(message, by, kind, on));
    }

    public void Submit(Message card, Member by, JsonNode? value) => deliveries.Post(activities.Submitted(card, by, value));

    /// <summary>The bot is added to a team or chat, by whoever may.</summary>
    public void Install(Conversation where, Member by, bool consent)
    {
        if (where.Team is { } team) (team.HasBot, team.HasConsent) = (true, consent);
        else (where.HasBot, where.TellsAll) = (true, consent);
        deliveries.Post(Installation(where, by, "add"));
        var update = activities.Update("conversationUpdate", where, by, where.IsChannel ? "teamMemberAdded" : null);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = state.Bot.Id });
        deliveries.Post(update);
    }

    public void Uninstall(Conversation where, Member by)
    {
        if (where.Team is { } team) team.HasBot = false;
        else where.HasBot = false;
        deliveries.Post(Installation(where, by, "remove"));
    }

    /// <summary>Something about a channel or its team, e.g. <c>channelRenamed</c>, <c>teamArchived</c>.</summary>
    public void Changed(Conversation where, Member by, string eventType)
    {
        if (where.HasBot) deliveries.Post(activities.Update("conversationUpdate", where, by, eventType));
    }

    /// <summary>Somebody came or left.</summary>
    public void Members(Conversation where, Member who, bool came)
    {
        if (came) where.Members.Add(who);
        else where.Members.Remove(who);
        var update = activities.Update("conversationUpdate", where, who, where.IsChannel ? (came ? "teamMemberAdded" : "teamMemberRemoved") : null);
        update[came ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = who.Id, ["aadObjectId"] = who.AadId });
        if (where.HasBot) deliveries.Post(update);
    }

    private JsonObject Installation(Conversation where, Member by, string action)
    {
        var activity = activities.Update("installationUpdate", where, by);
        activity["action"] = action;
        if (where.IsChannel) activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = where.Id } };
        return activity;
    }

    // Without consent the bot hears of messages that mention it, and of its own.
    private void Tell(Message message, JsonObject activity)
    {
        if (message.Where.HasBot && (message.Where.TellsAll || message.IsByBot || message.Mention(state.Bot))) deliveries.Post(activity);
    }
}
