using IncidentBot.Charts;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Workers;

namespace IncidentBot;

/// <summary>The bot's own services: the way of a message, the workers, the store.</summary>
internal static class BotSetup
{
    public static void AddBot(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Chats>();
        services.AddSingleton<Loader>();
        services.AddSingleton<Translators>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<Deciding>();
        services.AddSingleton<HistoryRequests>();
        services.AddSingleton<Backfill>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<IChartPictures, ChartPictures>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<ScheduledWork>();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<BackfillWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<ScheduleWorker>();
    }

    /// <summary>The storage is closed with the program, after everything that uses it.</summary>
    public static void AddStorage(this IServiceCollection services, LiteDbStorage storage)
    {
        services.AddSingleton(_ => storage);
        services.AddSingleton<IStoreHealth>(storage);
        services.AddSingleton(storage.Store);
        services.AddSingleton(storage.Store.Cards);
        services.AddSingleton(storage.Inbox);
        services.AddSingleton(storage.Outbox);
        services.AddSingleton(storage.WebChat);
        services.AddSingleton(storage.AdapterRecords);
        services.AddHostedService<BackupWorker>();
    }
}
