using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rooms;

namespace IncidentBot.Slack.Histories;

/// <summary>What people said in a channel or a thread, as Slack has it now.</summary>
/// <remarks>Slack gives the newest first and leaves replies out, so all of it is gathered before the first is given.</remarks>
internal sealed class SlackHistory(PatientReading reading, Joining joining, SlackBot bot, SlackPeople people)
{
    /// <summary>Threads that began longer ago are not looked into for later replies.</summary>
    public static readonly TimeSpan ThreadsBefore = TimeSpan.FromDays(7);

    public async IAsyncEnumerable<StandingMessage> ReadAsync(Place room, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var team = SlackIds.Team(room.Channel.Workspace);
        var reader = new Reading(team, await bot.AskAsync(ct), people.FindAsync);
        var found = room.Thread is { } thread
            ? await RepliesAsync(room.Channel.Id, thread, since, ct)
            : await joining.DoAsync(room.Channel.Id, () => RoomAsync(room.Channel.Id, since, ct), ct);
        // A reply that was also sent to the channel stands in both.
        foreach (var message in found.DistinctBy(message => message.Text("ts")).OrderBy(At).ThenBy(message => message.Text("ts"), StringComparer.Ordinal))
            if (At(message) >= since && await MessageReading.ReadAsync(reader, room.Channel.Id, message, ct) is { } standing && IsIn(room, standing.Posted))
                yield return standing with { Posted = standing.Posted with { FromHistory = true } };
    }

    private async Task<List<JsonElement>> RoomAsync(string channel, DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<JsonElement>();
        var threads = new List<string>();
        await foreach (var page in reading.PagesAsync("conversations.history", From(channel, since - ThreadsBefore), ct))
        {
            foreach (var message in page.Items("messages"))
            {
                if (At(message) >= since) found.Add(message);
                if (ThreadToRead(message, since) is { } thread) threads.Add(thread);
            }
        }
        foreach (var thread in threads) found.AddRange(await StandingRepliesAsync(channel, thread, since, ct));
        return found;
    }

    private async Task<List<JsonElement>> StandingRepliesAsync(string channel, string thread, DateTimeOffset since, CancellationToken ct)
    {
        try
        {
            return await RepliesAsync(channel, thread, since, ct);
        }
        catch (SlackApiException deleted) when (deleted.Error is "thread_not_found" or "message_not_found")
        {
            return []; // Between its head and its replies being read.
        }
    }

    private async Task<List<JsonElement>> RepliesAsync(string channel, string thread, DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<JsonElement>();
        await foreach (var page in reading.PagesAsync("conversations.replies", From(channel, since).With("ts", thread), ct)) found.AddRange(page.Items("messages"));
        return found;
    }

    // The head comes along with the replies; in a room it was found already, and it is no part of its own thread.
    private static bool IsIn(Place room, MessagePosted posted) => room.Thread is null || posted.Place.Thread == room.Thread;

    /// <summary>The thread under a message when it has replies since; null: nothing to read.</summary>
    private static string? ThreadToRead(JsonElement message, DateTimeOffset since)
    {
        var head = message.Text("thread_ts") ?? message.Text("ts");
        var hasReplies = head == message.Text("ts") && message.Part("reply_count") is { ValueKind: JsonValueKind.Number } replies && replies.TryGetInt32(out var count) && count > 0;
        return hasReplies && (SlackTime.Read(message.Text("latest_reply")) ?? since) >= since ? head : null;
    }

    private static SlackArguments From(string channel, DateTimeOffset since) => new() { ["channel"] = channel, ["oldest"] = SlackTime.Write(since), ["inclusive"] = true };

    private static DateTimeOffset At(JsonElement message) => SlackTime.Read(message.Text("ts")) ?? DateTimeOffset.MinValue;
}
