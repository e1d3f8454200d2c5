using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>Works on the inbox as the program does.</summary>
internal static class Workers
{
    private const int Lanes = 4;
    private const int Together = 64;

    public static Task Start(LiteDbStorage storage, ILoggerFactory logs, CancellationToken ct)
    {
        var loader = new Loader(storage.Store, new Chats([new SilentChat(() => [])]), new BotSettings());
        var dispatcher = new Dispatcher(storage.Inbox, storage.Store, loader, new([EventEnvelope.Translator]), TimeProvider.System, logs.CreateLogger<Dispatcher>());
        return Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => WorkAsync(storage.Inbox, dispatcher, ct), ct)));
    }

    private static async Task WorkAsync(IInbox inbox, Dispatcher dispatcher, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var lease = await inbox.NextAsync(Together, ct);
            try
            {
                await dispatcher.WorkAsync(lease, ct);
            }
            finally
            {
                inbox.Release(lease);
            }
        }
    }
}
