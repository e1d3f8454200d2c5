using System.Net.Sockets;
using IncidentBot.Check;
using IncidentBot.Core.Bot;
using IncidentBot.Demo;
using IncidentBot.Exports;
using IncidentBot.Health;
using IncidentBot.Monitoring;
using IncidentBot.Packaging;
using IncidentBot.Settings;
using IncidentBot.Slack;
using IncidentBot.Storage;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Teams;
using IncidentBot.Tickets;
using IncidentBot.WebChat;
using IncidentBot.Webhooks;
using Spectre.Console;

namespace IncidentBot;

/// <summary>Starts the program: the bot, the demo, a check, or the packing of the Teams app. What cannot start says why, in sentences, and ends with an exit code other than 0.</summary>
internal static class ProgramHost
{
    private const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is ["demo", .. var rest]) return await DemoRun.RunAsync(DemoOptions.Read(rest));
            if (args is ["check", var name, .. var settings] && CheckedChat.Of(name) is { } chat) return await CheckAsync(chat, Configured(settings));
            if (args is [TeamsPackageRun.Command, .. var package]) return await TeamsPackageRun.RunAsync(Configured(package).Configuration, Console.Out);
            await using var app = await BuildAsync(args, TimeProvider.System, _ => { });
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync("IncidentBot cannot start:");
            foreach (var fault in refused.Faults) await Console.Error.WriteLineAsync($"  - {fault}");
            return Refused;
        }
    }

    /// <summary>Starts what was built.</summary>
    /// <exception cref="StartRefusedException">It cannot listen at its address, or nothing can be stored.</exception>
    public static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (StoreUnavailableException full)
        {
            await app.StopAsync();
            throw new StartRefusedException([full.Message]);
        }
        catch (Exception wrong) when (wrong is IOException or SocketException)
        {
            await app.StopAsync();
            throw new StartRefusedException([$"{wrong.Message.TrimEnd('.')}. Stop what runs there, or choose another address, e.g. --Urls http://127.0.0.1:5081"]);
        }
    }

    /// <summary>The program, not started yet.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong, or the store cannot be opened.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, TimeProvider time, Action<WebApplicationBuilder> adjust)
    {
        var builder = Configured(args);
        adjust(builder);
        builder.AddServer();
        var reader = new SettingsReader(builder.Configuration);
        var settings = reader.Read();
        string[] faults = [.. reader.Faults, .. AnonymousTeams.Faults(builder.Configuration, builder.Environment)];
        if (faults.Length > 0) throw new StartRefusedException(faults);
        var logs = LoggerFactory.Create(logging => logging.AddLogs(builder.Configuration));
        builder.Services.AddSingleton(_ => logs);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(settings);
        builder.Services.AddStorage(await OpenAsync(settings.DatabasePath, time, logs));
        if (settings.WebChat) builder.Services.AddWebChat(isAlone: settings is { Slack: null, Teams: null }); // before the bot: the workspace is loaded when the bot's workers start to speak in it
        builder.Services.AddBot(settings.Bot);
        builder.Services.AddWebhooks(settings.Webhooks);
        builder.Services.AddExportFolder(settings.ExportPath);
        if (settings.Slack is { } slack) builder.Services.AddSlack(slack); // after the bot: nothing is received any more when its workers stop
        if (settings.Teams is { } teams) builder.Services.AddTeams(teams);
        if (settings.Tickets is { } tickets) builder.Services.AddTickets(tickets);
        builder.Services.AddMonitoring(settings.Monitoring);
        var app = builder.Build();
        app.UseOwnNames(settings);
        app.MapHealth();
        if (settings.Slack is not null) app.MapSlack();
        if (settings.Teams is not null) app.MapTeams();
        if (settings.Tickets is not null) app.MapTickets();
        app.MapMonitoring();
        if (settings.WebChat) app.MapWebChat();
        return app;
    }

    private static Task<int> CheckAsync(CheckedChat chat, WebApplicationBuilder builder) =>
        CheckRun.RunAsync(chat, builder.Configuration, builder.Environment, AnsiConsole.Console, CancellationToken.None);

    private static WebApplicationBuilder Configured(string[] args)
    {
        if (args is [var word, ..] && !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal))
            throw new StartRefusedException([$"\"{word}\" is no command. Start without one, with demo, with check slack, check teams, check tickets or check prometheus, or with teams-package. Settings are written --Key value."]);
        try
        {
            return WebApplication.CreateBuilder(args);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException)
        {
            throw new StartRefusedException([$"The settings cannot be read: {unreadable.Message} {unreadable.GetBaseException().Message}"]);
        }
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
