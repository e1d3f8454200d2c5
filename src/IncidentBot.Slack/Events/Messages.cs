using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Events.Text;

namespace IncidentBot.Slack.Events;

/// <summary>Messages as they are posted, edited and deleted (docs.slack.dev/reference/events/message).</summary>
internal static class Messages
{
    public static async ValueTask<IReadOnlyList<ChatEvent>> ReadAsync(SlackEvent said, CancellationToken ct) => said.Body.Id("channel") is not { } channel ? [] : said.Body.Filled("subtype") switch
    {
        MessageKinds.Changed => await ChangedAsync(said, channel, ct),
        MessageKinds.Deleted => await DeletedAsync(said, channel, said.Body.Part("previous_message"), said.Body.Filled("deleted_ts"), ct),
        _ => await PostedAsync(said, channel, ct),
    };

    private static async ValueTask<IReadOnlyList<ChatEvent>> PostedAsync(SlackEvent said, string channel, CancellationToken ct)
    {
        if (await MessageReading.ReadAsync(said.Reading, channel, said.Body, ct) is not { Posted: { } posted }) return [];
        return await MentionCommand.ReadAsync(said, posted, ct) is { } command ? [posted, command] : [posted];
    }

    private static async ValueTask<IReadOnlyList<ChatEvent>> ChangedAsync(SlackEvent said, string channel, CancellationToken ct)
    {
        if (said.Body.Part("message") is not { } message) return [];
        var before = said.Body.Part("previous_message");
        if (message.Filled("subtype") == MessageKinds.Tombstone) return await DeletedAsync(said, channel, before, message.Filled("ts"), ct);
        if (!IsEdit(message, before) || await MessageReading.ReadAsync(said.Reading, channel, message, ct) is not { Posted: { } posted } standing) return [];
        return [new MessageEdited(standing.EditedAt ?? said.At, posted.By, posted.Place, posted.Message, posted.Text, posted.At) { Mentions = posted.Mentions, ToBot = posted.ToBot }];
    }

    // Slack tells of link previews, pins and counts of replies in the same way.
    private static bool IsEdit(JsonElement message, JsonElement? before)
    {
        var edited = message.Part("edited")?.Filled("ts");
        return before is not { ValueKind: JsonValueKind.Object } previous
            ? edited is not null
            : (edited is not null && edited != previous.Part("edited")?.Filled("ts")) || ReadableText.Of(message) != ReadableText.Of(previous);
    }

    private static async ValueTask<IReadOnlyList<ChatEvent>> DeletedAsync(SlackEvent said, string channel, JsonElement? before, string? ts, CancellationToken ct)
    {
        if (ts is null || SlackTime.Read(ts) is not { } postedAt) return [];
        var (by, thread) = (MessageAuthor.Nobody(said.Team), (string?)null);
        if (before is { ValueKind: JsonValueKind.Object } message)
        {
            if (!MessageKinds.IsSaid(message) || said.Reading.Wrote(message)) return [];
            (by, thread) = (await MessageAuthor.OfAsync(said.Reading, message, ct), MessageReading.ThreadOf(message));
        }
        return [new MessageDeleted(said.At, by, SlackIds.Place(said.Team, channel, thread), new(SlackIds.Channel(said.Team, channel), ts), postedAt)];
    }
}
