using System.Diagnostics;
using System.Globalization;
using IncidentBot.Benchmarks.Serving;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Benchmarks.Measured;

/// <summary>How long the postmortem of a long incident takes: from the command to the commit of its draft with everything it says.</summary>
internal sealed class Drafting(Options options, Action<string> tell)
{
    private const int Together = 500;
    private static readonly IncidentId Id = new(RunningIncidents.Workspace, 1);
    private static readonly Place Room = RunningIncidents.Room(1);
    private static readonly DateTimeOffset Resolved = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private int _commands;

    public async Task<DraftFigures> MeasureAsync(CancellationToken ct)
    {
        var messages = options.Quick ? 2000 : 10_000;
        MessagePosted[] said = [.. Enumerable.Range(0, messages).Select(Message)];
        await using var storage = await LiteDbStorage.OpenAsync(Path.Combine(options.Data, "draft", "incidentbot.db"), TimeProvider.System, NullLoggerFactory.Instance, ct);
        tell("writing the timeline");
        await WriteAsync(storage.Store, said, ct);
        var chats = new Chats([new SilentChat(() => said)]);
        var loader = new Loader(storage.Store, chats, new BotSettings(), TimeProvider.System);
        var deciding = new Deciding(storage.Store, loader, TimeProvider.System);
        var backfill = new Backfill(storage.Store, loader, chats, deciding, TimeProvider.System, NullLogger<Backfill>.Instance);
        var dispatcher = new Dispatcher(storage.Inbox, deciding, backfill, new([]), NullLogger<Dispatcher>.Instance);

        await WorkAsync(storage, dispatcher, new CommandGiven(Resolved, RunningIncidents.Commander, Room, "postmortem"), ct);
        await WorkAsync(storage, dispatcher, new ButtonPressed(Resolved, RunningIncidents.Commander, Room, null, ReviewButton.Done, new ReviewButton(Id, 1).ToString()), ct);
        var took = new List<double>();
        for (var draft = 0; draft < (options.Quick ? 3 : 5); draft++)
        {
            tell($"draft {draft + 1}");
            var began = Stopwatch.GetTimestamp();
            await WorkAsync(storage, dispatcher, new CommandGiven(Resolved, RunningIncidents.Commander, Room, "postmortem"), ct);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return new(messages, took, await FileAsync(storage.Outbox, said, ct));
    }

    private static async Task WriteAsync(IStore store, IReadOnlyList<MessagePosted> said, CancellationToken ct)
    {
        var milestone = new Milestone(MilestoneKind.Resolved, Resolved, RunningIncidents.Commander, "/incident resolve");
        var incident = RunningIncidents.Running(Id, Resolved.AddHours(-6)).With(milestone) with { Status = IncidentStatus.Resolved };
        var now = new Situation { Settings = new(), Incident = incident };
        await store.CommitAsync(new(new() { Save = [incident] }, [], Resolved), ct);
        foreach (var block in said.Chunk(Together))
            await store.CommitAsync(new(new() { Record = [.. block.SelectMany(message => CaptureMessage.Decide(message, now).Record)] }, [], Resolved), ct);
    }

    private async Task WorkAsync(LiteDbStorage storage, Dispatcher dispatcher, ChatEvent said, CancellationToken ct)
    {
        await storage.Inbox.AddAsync(new($"draft:{++_commands}", Translators.Own, Room.Channel.ToString(), BotJson.Write(said), Resolved), ct);
        var lease = await storage.Inbox.NextAsync(1, ct);
        await dispatcher.WorkAsync(lease, ct);
        storage.Inbox.Release(lease);
    }

    /// <summary>The size of the drafted file, in which every message must stand.</summary>
    private static async Task<double> FileAsync(IOutbox outbox, IReadOnlyList<MessagePosted> said, CancellationToken ct)
    {
        while (true)
        {
            foreach (var row in await outbox.NextAsync(int.MaxValue, ct))
            {
                await outbox.DeliveredAsync(row, null, null, ct);
                if (row.Saying is not Upload file) continue;
                if (said.FirstOrDefault(message => !file.Content.Contains(message.Text, StringComparison.Ordinal)) is { } missing) throw new MeasurementException($"The draft lacks “{missing.Text}”.");
                return file.Content.Length / 1e6;
            }
        }
    }

    /// <summary>Every third one is a reply in a thread.</summary>
    private static MessagePosted Message(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"message {number} of a long incident: error rate of checkout is still at four percent after the rollback");
        var place = number % 3 == 2 ? Room with { Thread = IdOf(number - 2) } : Room;
        return new(Resolved.AddSeconds(number - 20_000), RunningIncidents.Commander, place, new(Room.Channel, IdOf(number)), text);
    }

    private static string IdOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
