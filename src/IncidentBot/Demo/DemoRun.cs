using System.Reflection;
using IncidentBot.Settings;
using Spectre.Console;

namespace IncidentBot.Demo;

/// <summary>The demo: its own data, its own clock, the real program.</summary>
internal static class DemoRun
{
    private static readonly TimeSpan Headroom = TimeSpan.FromMinutes(5);

    // Whoever set the bot up for a real workspace does not want the demo played there.
    private static readonly Dictionary<string, string?> OnlyTheBrowserChat = new() { [SettingsKeys.WebChat] = "true", [SlackSettings.BotToken] = null, [SlackSettings.AppToken] = null, [SlackSettings.SigningSecret] = null };

    /// <summary>The script moves the clock by itself: whatever the hour, its reminders are seen.</summary>
    private static readonly Dictionary<string, string?> AtAnyHour = new() { ["Reminders:QuietHours"] = "", ["Reminders:Weekends"] = "true" };

    /// <exception cref="StartRefusedException">The script cannot be read or played.</exception>
    public static async Task<int> RunAsync(DemoOptions options)
    {
        var script = Read(options.Script);
        var folder = Directory.CreateTempSubdirectory("incidentbot-demo-");
        try
        {
            var clock = new DemoClock(script.StartBefore(TimeProvider.System.GetUtcNow() - Headroom));
            await using var app = await ProgramHost.BuildAsync(Arguments(options, folder), clock, builder => builder.AddDemo(clock));
            await ProgramHost.StartAsync(app);
            try
            {
                if (options.Fast) await PlayFastAsync(app, script);
                else await PlayPacedAsync(app, script);
            }
            finally
            {
                await app.StopAsync();
            }
            return 0;
        }
        catch (DemoScriptException wrong)
        {
            throw new StartRefusedException([wrong.Message]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void AddDemo(this WebApplicationBuilder builder, DemoClock clock)
    {
        builder.Configuration.AddInMemoryCollection(OnlyTheBrowserChat);
        builder.Configuration.AddInMemoryCollection(AtAnyHour);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<Quiet>();
        builder.Services.AddSingleton<DemoPlayer>();
    }

    private static async Task PlayFastAsync(WebApplication app, DemoScript script)
    {
        var player = app.Services.GetRequiredService<DemoPlayer>();
        await player.PlayAsync(script, (_, _) => Task.CompletedTask, app.Lifetime.ApplicationStopping);
        await Console.Out.WriteLineAsync(await player.DraftAsync(CancellationToken.None) ?? throw new DemoScriptException("The script came to no draft."));
    }

    private static async Task PlayPacedAsync(WebApplication app, DemoScript script)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var player = app.Services.GetRequiredService<DemoPlayer>();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(script.Title)}[/] plays at {app.Urls.First()}. Open the page to watch; Ctrl+C ends the demo and throws its data away.");
        try
        {
            await AnsiConsole.Progress().HideCompleted(false).StartAsync(async progress =>
            {
                var bar = progress.AddTask("The stage is set", maxValue: script.Steps.Count);
                await player.PlayAsync(script, async (index, step) =>
                {
                    bar.Value = index;
                    bar.Description = Markup.Escape(DemoPace.Caption(step));
                    await Task.Delay(DemoPace.Of(step), TimeProvider.System, stopping);
                }, stopping);
                bar.Value = script.Steps.Count;
                bar.Description = "That was it";
            });
            AnsiConsole.MarkupLine("The chat stays open to play with. Ctrl+C ends it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            AnsiConsole.MarkupLine("The demo has ended.");
        }
    }

    private static DemoScript Read(string? path)
    {
        try
        {
            return DemoScript.Read(path is null ? OwnScript() : File.ReadAllText(path));
        }
        catch (Exception wrong) when (wrong is DemoScriptException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException([$"{path ?? "The demo's script"}: {wrong.Message}"]);
        }
    }

    private static string OwnScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("checkout.yaml")!;
        return new StreamReader(stream).ReadToEnd();
    }

    private static string[] Arguments(DemoOptions options, DirectoryInfo folder) =>
    [
        .. options.Fast ? ["--Urls", "http://127.0.0.1:0"] : Array.Empty<string>(),
        .. options.Rest,
        "--Storage:LiteDb:Path", Path.Combine(folder.FullName, "demo.db"),
        "--Logging:LogLevel:Default", "Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning",
    ];
}
