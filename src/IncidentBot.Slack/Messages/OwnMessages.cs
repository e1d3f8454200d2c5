using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Messages;

/// <summary>Finds what an earlier try said, when its outcome is unknown: Slack has no key for a post that it would know again.</summary>
internal sealed class OwnMessages(SlackApi api, SlackBot bot, ILogger<OwnMessages> log)
{
    private const string EventType = "incidentbot_saying";

    /// <summary>Slack's clock is not ours.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>What marks a message as the saying of a key: https://docs.slack.dev/messaging/message-metadata</summary>
    public static JsonObject Mark(SayingKey key) => new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = key.Value } };

    /// <summary>Our message of this key.</summary>
    public Task<JsonElement?> SaidAsync(string channel, string? thread, SayingKey key, CancellationToken ct) => FindAsync(channel, thread, key, message => IsMarked(message, key), ct);

    /// <summary>Our first message of which something is true, since the earlier try. Null also where the channel's history cannot be read.</summary>
    public async Task<JsonElement?> FindAsync(string channel, string? thread, SayingKey key, Func<JsonElement, bool> wanted, CancellationToken ct)
    {
        if (key.TriedSince is not { } since) return null;
        await bot.AskAsync(ct);
        var recent = new SlackArguments { ["channel"] = channel, ["ts"] = thread, ["oldest"] = SlackTime.Write(since - Margin), ["inclusive"] = true, ["include_all_metadata"] = true };
        try
        {
            await foreach (var page in api.PagesAsync(thread is null ? "conversations.history" : "conversations.replies", recent, ct))
                foreach (var message in page.Items("messages"))
                    if (bot.Is(message.Text("user"), message.Text("bot_id")) && wanted(message))
                        return message;
        }
        catch (SlackApiException closed) when (closed.Fault is not ChatFault.Temporary || closed.Error == SlackErrors.MissingScope)
        {
            log.LogInformation("Whether {Key} was said in {Channel} before cannot be seen, so it is said again: {Reason}", key.Value, channel, closed.Message);
        }
        return null;
    }

    private static bool IsMarked(JsonElement message, SayingKey key) =>
        message.Part("metadata") is { } mark && mark.Text("event_type") == EventType && mark.Part("event_payload")?.Text("key") == key.Value;
}
