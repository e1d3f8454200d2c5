using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Events.Text;

namespace IncidentBot.Slack.Events;

/// <summary>Reads a message object, from an event or from history: the one place that says what counts as a message.</summary>
internal static class MessageReading
{
    /// <summary>Null for what nobody said: lines of the system, what the bot wrote itself, and what has no time.</summary>
    public static async ValueTask<StandingMessage?> ReadAsync(Reading reading, string channel, JsonElement message, CancellationToken ct) =>
        MessageKinds.IsSaid(message) && !reading.Wrote(message) ? await ReadAnyAsync(reading, channel, message, ct) : null;

    /// <summary>Also what the bot wrote, and lines of the system.</summary>
    public static async ValueTask<StandingMessage?> ReadAnyAsync(Reading reading, string channel, JsonElement message, CancellationToken ct)
    {
        if (message.Filled("ts") is not { } ts || SlackTime.Read(ts) is not { } at) return null;
        var text = await IncomingText.ReadAsync(reading, ReadableText.Of(message), ct);
        var author = await MessageAuthor.OfAsync(reading, message, ct);
        var posted = new MessagePosted(at, author, SlackIds.Place(reading.Team, channel, ThreadOf(message)), new(SlackIds.Channel(reading.Team, channel), ts), text.Text)
        {
            Mentions = text.Mentions,
            ToBot = await MentionCommand.ToBotAsync(reading, message, ct),
            Files = MessageFiles.Of(message),
        };
        return new(posted, SlackTime.Read(message.Part("edited")?.Filled("ts")));
    }

    /// <summary>The message at the head of the thread in which this is a reply; null at the top level, also for a head itself.</summary>
    public static string? ThreadOf(JsonElement message)
    {
        var root = message.Part("root");
        var head = message.Filled("thread_ts") ?? root?.Filled("thread_ts") ?? root?.Filled("ts");
        return head == message.Filled("ts") ? null : head;
    }
}
