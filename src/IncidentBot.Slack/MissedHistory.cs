using System.Threading.Channels;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack;

/// <summary>Has the history of the workspace's rooms read whenever something may have been missed: at the start, and when no socket was live for a while.</summary>
internal sealed class MissedHistory(SlackOptions options, SlackBot bot, HistoryRequests requests, TimeProvider time, ILogger<MissedHistory> log) : BackgroundService
{
    private static readonly TimeSpan WhenSlackIsSilent = TimeSpan.FromSeconds(15);
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask() => _wishes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.AppToken is null) Ask(); // else the first hello does: what happens before it would be missed
        try
        {
            while (await _wishes.Reader.ReadAsync(stoppingToken))
                requests.Ask(new(SlackIds.Workspace(await TeamAsync(stoppingToken))));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start asks for everything.
        }
    }

    private async Task<string> TeamAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                if ((bot.Known.Team ?? (await bot.AskAsync(ct)).Team) is { } team) return team;
                log.LogWarning("Slack does not tell in which workspace the bot is");
            }
            catch (ChatException failed)
            {
                log.LogWarning("The history of Slack's rooms is not read yet: {Reason}", failed.Message);
            }
            await Task.Delay(WhenSlackIsSilent, time, ct);
        }
    }
}
