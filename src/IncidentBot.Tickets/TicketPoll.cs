using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tickets;

/// <summary>Asks the tracker again and again what has changed since the last time, so that nothing stays unheard where webhooks are not set up or got lost.</summary>
internal sealed class TicketPoll(TrackerLine line, TicketNews news, IInbox inbox, IAdapterRecords records, TicketsOptions options, TimeProvider time, ILogger<TicketPoll> log) : BackgroundService
{
    private const string Adapter = "tickets";
    private string Cursor => $"polled:{options.GitHub?.ToString() ?? options.Jira?.ToString()}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.PollEvery == TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(options.PollEvery, time);
        try
        {
            do
            {
                await AskAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; where to ask on is saved.
        }
    }

    /// <summary>Asks once. What fails is asked for again the next time.</summary>
    public async Task AskAsync(CancellationToken ct)
    {
        try
        {
            var began = time.GetUtcNow();
            if (await SinceAsync(ct) is not { } since)
            {
                await SaveAsync(began, ct);
                return;
            }
            var changes = await line.RunAsync(tracker => tracker.ChangesAsync(since, ct));
            foreach (var seen in changes.Seen) await TellAsync(seen, ct);
            if (changes.Until > since) await SaveAsync(changes.Until, ct);
        }
        catch (ChatException failure)
        {
            log.LogDebug("The tracker could not be asked what has changed: {Reason}", failure.Message); // the line has said it once
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(failure, "Asking the tracker what has changed failed");
        }
    }

    private async Task TellAsync(SeenTicket seen, CancellationToken ct)
    {
        if (await news.KeyOfNewsAsync(options.Tracker, seen, ct) is not { } key) return;
        foreach (var told in await news.OfAsync(options.Tracker, await WithPersonAsync(seen, key, ct), ct))
            await inbox.AddAsync(new($"polled:{told.Item.Key}:{told.TicketId}:{told.Stands}:{told.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}", Translators.Own, told.Place.Channel.ToString(), BotJson.Write<ChatEvent>(told), time.GetUtcNow()), ct);
    }

    // Who it was adds to the news, and is never the reason why all that came after it stays unheard.
    private async Task<SeenTicket> WithPersonAsync(SeenTicket seen, string key, CancellationToken ct)
    {
        try
        {
            return await line.RunAsync(tracker => tracker.WithPersonAsync(seen, key, ct));
        }
        catch (ChatException unknown) when (unknown.Fault is not ChatFault.Temporary)
        {
            log.LogDebug("Who changed {Ticket} is not known: {Reason}", key, unknown.Message);
            return seen;
        }
    }

    private async Task<DateTimeOffset?> SinceAsync(CancellationToken ct) => await records.FindAsync(Adapter, Cursor, ct) is { } json ? BotJson.Read<DateTimeOffset>(json) : null;

    private Task SaveAsync(DateTimeOffset until, CancellationToken ct) => records.SaveAsync(Adapter, Cursor, BotJson.Write(until), ct);
}
