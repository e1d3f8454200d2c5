using IncidentBot.Demo;
using IncidentBot.Health;
using IncidentBot.Settings;
using IncidentBot.Storage;
using IncidentBot.Storage.LiteDb;
using IncidentBot.WebChat;

namespace IncidentBot;

/// <summary>Starts the program: the bot, or the demo. What cannot start says why, in sentences, and ends with an exit code other than 0.</summary>
internal static class ProgramHost
{
    private const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is ["demo", .. var rest]) return await DemoRun.RunAsync(DemoOptions.Read(rest));
            await using var app = await BuildAsync(args, TimeProvider.System, _ => { });
            await app.RunAsync();
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync("IncidentBot cannot start:");
            foreach (var fault in refused.Faults) await Console.Error.WriteLineAsync($"  - {fault}");
            return Refused;
        }
        catch (IOException inUse) when (inUse.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"IncidentBot cannot start: {inUse.Message} Stop what runs there, or choose another address, e.g. --Urls http://127.0.0.1:5081");
            return Refused;
        }
    }

    /// <summary>The program, not started yet.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong, or the store cannot be opened.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, TimeProvider time, Action<WebApplicationBuilder> adjust)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust(builder);
        builder.AddServer();
        var reader = new SettingsReader(builder.Configuration);
        var settings = reader.Read();
        if (reader.Faults.Count > 0) throw new StartRefusedException(reader.Faults);
        var logs = LoggerFactory.Create(logging => logging.AddLogs(builder.Configuration));
        builder.Services.AddSingleton(_ => logs);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(settings);
        builder.Services.AddBot(settings.Bot);
        builder.Services.AddStorage(await OpenAsync(settings.DatabasePath, time, logs));
        builder.Services.AddWebChat();
        var app = builder.Build();
        app.UseHostFiltering();
        app.MapHealth();
        app.MapChatApi();
        app.MapWebChat();
        return app;
    }

    private static async Task<LiteDbStorage> OpenAsync(string path, TimeProvider time, ILoggerFactory logs)
    {
        try
        {
            return await LiteDbStorage.OpenAsync(path, time, logs, CancellationToken.None);
        }
        catch (StoreNotOpenedException refused)
        {
            throw new StartRefusedException([refused.Message]);
        }
    }
}
