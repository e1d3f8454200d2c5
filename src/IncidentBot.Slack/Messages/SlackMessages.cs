using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Rendering;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Messages;

/// <summary>Messages that everybody in a channel sees.</summary>
internal sealed class SlackMessages(SlackApi api, ChannelNames channels, Joining joining, OwnMessages own)
{
    /// <summary>Posts a card and returns its first message. What does not fit into that one follows in its thread.</summary>
    public async Task<MessageRef> PostAsync(Place to, Card card, SayingKey key, CancellationToken ct)
    {
        var channel = await channels.IdAsync(to.Channel.Id, ct);
        MessageRef? first = null;
        foreach (var (page, index) in SlackCard.Of(card).Select((page, index) => (page, index)))
        {
            var pageKey = index == 0 ? key : key with { Value = $"{key.Value}/{index + 1}" };
            var message = await PostOnceAsync(to.Channel with { Id = channel }, to.Thread ?? first?.Id, page, pageKey, ct);
            first ??= message;
        }
        return first!;
    }

    /// <summary>https://docs.slack.dev/reference/methods/chat.update</summary>
    public Task UpdateAsync(MessageRef message, Card card, CancellationToken ct)
    {
        var drawn = SlackCard.InOneMessage(card);
        return api.CallAsync("chat.update", new() { ["channel"] = message.Channel.Id, ["ts"] = message.Id, ["text"] = drawn.Text, ["blocks"] = drawn.Blocks }, ct);
    }

    private async Task<MessageRef> PostOnceAsync(ChannelRef channel, string? thread, SlackMessage page, SayingKey key, CancellationToken ct)
    {
        if (await own.SaidAsync(channel.Id, thread, key, ct) is { } standing && standing.Text("ts") is { } id) return new(channel, id);
        var post = new SlackArguments
        {
            ["channel"] = channel.Id,
            ["thread_ts"] = thread,
            ["text"] = page.Text,
            ["blocks"] = page.Blocks,
            ["metadata"] = OwnMessages.Mark(key),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
        var posted = await joining.DoAsync(channel.Id, () => api.CallAsync("chat.postMessage", post, ct), ct);
        return new(channel with { Id = posted.Text("channel") ?? channel.Id }, posted.Text("ts") ?? throw new ChatException(ChatFault.Temporary, "Slack posted a message and did not say which."));
    }
}
