using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Settings;
using Spectre.Console;

namespace IncidentBot.Check;

/// <summary><c>check slack</c>, <c>check teams</c>, <c>check tickets</c>, <c>check prometheus</c>: whether a chat, the tracker or the monitoring is set up so that the program will work, a line for each thing. Nothing is opened or changed.</summary>
internal static class CheckRun
{
    private const int NotFine = 1;
    private const int Unbroken = 10_000;

    public static async Task<int> RunAsync(CheckedChat chat, IConfiguration configuration, IHostEnvironment environment, IAnsiConsole console, CancellationToken ct)
    {
        var fine = true;
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = Unbroken;
        await foreach (var line in LinesAsync(chat, configuration, environment, ct))
        {
            fine &= line.Result is not CheckResult.Fault;
            console.MarkupLine($"{Mark(line.Result)}  {Markup.Escape(line.Subject)}: {Markup.Escape(line.Words)}");
        }
        console.WriteLine(fine ? $"{chat.Name} is set up." : $"{chat.Name} is not set up yet: see the lines that say \"fix\".");
        return fine ? 0 : NotFine;
    }

    private static async IAsyncEnumerable<CheckLine> LinesAsync(CheckedChat chat, IConfiguration configuration, IHostEnvironment environment, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        string[] faults = [.. reader.Faults, .. AnonymousTeams.Faults(configuration, environment)];
        foreach (var fault in faults) yield return CheckLine.Fault("Settings", fault);
        if (chat.Check(settings, ct) is { } lines)
        {
            await foreach (var line in lines) yield return line;
        }
        else if (faults.Length == 0) yield return chat.NotSet;
    }

    private static string Mark(CheckResult result) => result switch
    {
        CheckResult.Fine => "[green]ok  [/]",
        CheckResult.Remark => "[grey]note[/]",
        CheckResult.Fault => "[red]fix [/]",
    };
}
