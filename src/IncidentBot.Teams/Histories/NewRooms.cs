using System.Threading.Channels;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Teams.Histories;

/// <summary>Has a room read soon after the bot was spoken to there, until one reading went well: what stood before is found, and a missing permission is known early.</summary>
internal sealed class NewRooms(Consents consents, HistoryRequests requests, TimeProvider time) : BackgroundService
{
    /// <summary>A room that was asked for is open by then.</summary>
    public static readonly TimeSpan Opening = TimeSpan.FromSeconds(10);

    private const int Most = 1000; // as many channels at once are no new rooms; the hourly reading finds them
    private readonly Channel<ChannelRef> _spokenIn = System.Threading.Channels.Channel.CreateBounded<ChannelRef>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The same translation, listened to.</summary>
    public Func<Delivery, CancellationToken, ValueTask<IReadOnlyList<ChatEvent>>> Hearing(Func<Delivery, CancellationToken, ValueTask<IReadOnlyList<ChatEvent>>> translate) => async (delivery, ct) =>
    {
        var told = await translate(delivery, ct);
        Heard(told);
        return told;
    };

    /// <summary>What was understood of a delivery.</summary>
    public void Heard(IEnumerable<ChatEvent> told)
    {
        foreach (var said in told)
        {
            if (said is not (CommandGiven or ButtonPressed or FormSubmitted) || TeamsIds.IsPersonal(said.Place.Channel)) continue;
            consents.Met(said.Place.Channel, said.By);
            if (!consents.IsGiven(said.Place.Channel)) _spokenIn.Writer.TryWrite(said.Place.Channel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _spokenIn.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Opening, time, stoppingToken);
                var channels = new HashSet<ChannelRef>();
                while (_spokenIn.Reader.TryRead(out var channel)) channels.Add(channel);
                foreach (var channel in channels) requests.Ask(new(channel.Workspace, channel.Id));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start reads every room.
        }
    }
}
