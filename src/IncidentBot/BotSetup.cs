using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Reminders;
using IncidentBot.Settings;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.WebChat;
using IncidentBot.Workers;

namespace IncidentBot;

/// <summary>The bot's own services: the store, the way of a message, the workers.</summary>
internal static class BotSetup
{
    /// <exception cref="StartRefusedException">The store cannot be opened.</exception>
    public static void AddBot(this IServiceCollection services, ProgramSettings settings)
    {
        services.AddSingleton(settings.Bot);
        services.AddSingleton(provider => Open(settings.DatabasePath, provider));
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<LiteDbStorage>().Store);
        services.AddSingleton<IInbox>(provider => provider.GetRequiredService<LiteDbStorage>().Inbox);
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<LiteDbStorage>().Outbox);
        services.AddSingleton<IWebChatStore>(provider => provider.GetRequiredService<LiteDbStorage>().WebChat);
        services.AddSingleton<IStoreHealth>(provider => provider.GetRequiredService<LiteDbStorage>());
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Cards);
        services.AddSingleton<Chats>();
        services.AddSingleton<Loader>();
        services.AddSingleton<Translators>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<ScheduledWork>();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<ScheduleWorker>();
    }

    private static LiteDbStorage Open(string path, IServiceProvider provider)
    {
        try
        {
            return LiteDbStorage.Open(path, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>());
        }
        catch (StoreRefusedException refused)
        {
            throw new StartRefusedException([refused.Message]);
        }
    }
}
