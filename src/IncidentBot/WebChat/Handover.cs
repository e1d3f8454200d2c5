using System.Threading.Channels;
using IncidentBot.Core.Bot;
using IncidentBot.Storage.WebChat;
using IncidentBot.Workers;

namespace IncidentBot.WebChat;

/// <summary>Hands to the bot's inbox what people did, until the inbox has it: at once, after a restart, and again while the inbox cannot store.</summary>
public sealed class Handover(IWebChatStore store, IInbox inbox, TimeProvider time, ILogger<Handover> log) : BackgroundService, IAdapterHealth
{
    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public string Name => "webChat";

    /// <inheritdoc />
    public string? Fault { get; private set; }

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Hands over what waits: one channel's deliveries in order, channels side by side.</summary>
    public async Task HandOverAsync(CancellationToken ct)
    {
        for (var waiting = await store.NotHandedOverAsync(ct); waiting.Count > 0; waiting = await store.NotHandedOverAsync(ct))
            await Task.WhenAll(waiting.GroupBy(delivery => delivery.OrderKey).Select(channel => HandOverAsync(channel, ct)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Wake();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _wake.Reader.ReadAsync(stoppingToken);
                await HandOverAsync(stoppingToken);
                Fault = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Fault = $"What people did waits to be handed over: {failure.Message}";
                if (failure is StoreUnavailableException) log.LogWarning("What people did waits to be handed over: {Reason}", failure.Message);
                else log.LogError(failure, "What people did could not be handed over and waits");
                await Pause.ForAsync(WhenUnavailable, time, stoppingToken);
                Wake();
            }
        }
    }

    private async Task HandOverAsync(IEnumerable<Delivery> inOrder, CancellationToken ct)
    {
        foreach (var delivery in inOrder)
        {
            await inbox.AddAsync(delivery, ct);
            await store.HandedOverAsync(delivery.Id, ct);
        }
    }
}
