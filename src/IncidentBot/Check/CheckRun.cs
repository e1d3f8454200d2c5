using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Settings;
using IncidentBot.Slack.Check;
using Spectre.Console;

namespace IncidentBot.Check;

/// <summary><c>check slack</c>: whether Slack is set up so that the program will work, a line for each thing. Nothing is opened or changed.</summary>
internal static class CheckRun
{
    private const int NotFine = 1;
    private const int Unbroken = 10_000;

    public static async Task<int> RunAsync(IConfiguration configuration, IAnsiConsole console, CancellationToken ct)
    {
        var fine = true;
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = Unbroken;
        await foreach (var line in LinesAsync(configuration, ct))
        {
            fine &= line.Result is not CheckResult.Fault;
            console.MarkupLine($"{Mark(line.Result)}  {Markup.Escape(line.Subject)}: {Markup.Escape(line.Words)}");
        }
        console.WriteLine(fine ? "Slack is set up." : "Slack is not set up yet: see the lines that say \"fix\".");
        return fine ? 0 : NotFine;
    }

    private static async IAsyncEnumerable<CheckLine> LinesAsync(IConfiguration configuration, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        foreach (var fault in reader.Faults) yield return CheckLine.Fault("Settings", fault);
        if (settings.Slack is { } slack)
        {
            await foreach (var line in SlackCheck.RunAsync(slack, settings.Bot.AnnounceChannel, TimeProvider.System, ct)) yield return line;
        }
        else if (reader.Faults.Count == 0) yield return CheckLine.Fault(SlackSettings.BotToken, $"it is not set. Set it, and {SlackSettings.AppToken} (for Socket Mode) or {SlackSettings.SigningSecret} (for HTTP).");
    }

    private static string Mark(CheckResult result) => result switch
    {
        CheckResult.Fine => "[green]ok  [/]",
        CheckResult.Remark => "[grey]note[/]",
        CheckResult.Fault => "[red]fix [/]",
    };
}
