using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Delivery;

namespace IncidentBot.Tests.Slack.Workspace.State;

/// <summary>What happens to channels: the state changes, lines of the system appear in them, and the app is told.</summary>
public sealed class ChannelHappenings(WorkspaceState state, EventFeed feed, Happenings messages)
{
    public Conversation Create(string name, bool isPrivate, Member by)
    {
        var channel = new Conversation(state.NewId("C"), name, by) { IsPrivate = isPrivate };
        state.Conversations.Add(channel);
        if (!isPrivate) feed.Tell(new() { ["type"] = "channel_created", ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = name, ["created"] = 1, ["creator"] = by.Id } });
        Join(channel, by);
        return channel;
    }

    public void Join(Conversation channel, Member who, Member? inviter = null)
    {
        if (channel.Has(who)) return;
        channel.Members.Add(who.Id);
        feed.TellMember(channel, new() { ["type"] = "member_joined_channel", ["user"] = who.Id, ["channel"] = channel.Id, ["channel_type"] = channel.IsPrivate ? "G" : "C", ["team"] = WorkspaceState.TeamId, ["inviter"] = inviter?.Id });
        Line(channel, who, "channel_join", $"<@{who.Id}> has joined the channel");
    }

    public void Leave(Conversation channel, Member who)
    {
        feed.TellMember(channel, new() { ["type"] = "member_left_channel", ["user"] = who.Id, ["channel"] = channel.Id, ["channel_type"] = channel.IsPrivate ? "G" : "C", ["team"] = WorkspaceState.TeamId });
        channel.Members.Remove(who.Id);
    }

    public void SetTopic(Conversation channel, Member by, string topic)
    {
        channel.Topic = topic;
        Line(channel, by, "channel_topic", $"set the channel topic: {topic}");
    }

    public void SetPurpose(Conversation channel, Member by, string purpose)
    {
        channel.Purpose = purpose;
        Line(channel, by, "channel_purpose", $"set the channel description: {purpose}");
    }

    public void Rename(Conversation channel, Member by, string name)
    {
        var old = channel.Name;
        channel.Name = name;
        feed.TellMember(channel, new()
        {
            ["type"] = channel.IsPrivate ? "group_rename" : "channel_rename",
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["is_channel"] = true, ["is_mpim"] = false, ["name"] = name, ["name_normalized"] = name, ["created"] = 1 },
        });
        Line(channel, by, "channel_name", $"has renamed the channel from \"{old}\" to \"{name}\"");
    }

    public void Archive(Conversation channel, Member by, bool on)
    {
        channel.IsArchived = on;
        feed.TellMember(channel, new() { ["type"] = (channel.IsPrivate ? "group_" : "channel_") + (on ? "archive" : "unarchive"), ["channel"] = channel.Id, ["user"] = by.Id });
    }

    private void Line(Conversation channel, Member by, string subtype, string text) => messages.Post(new(channel, state.NewTs(), by) { Subtype = subtype, Text = text });
}
