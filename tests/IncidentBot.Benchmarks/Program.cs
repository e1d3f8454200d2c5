using System.Globalization;
using IncidentBot.Benchmarks;
using IncidentBot.Benchmarks.Load;
using IncidentBot.Benchmarks.Measured;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Serving;
using Spectre.Console;

const int Missed = 1;
const int NotMeasured = 2;

if (args is [IngestHost.Word, .. var settings])
{
    await IngestHost.RunAsync(settings);
    return 0;
}
if (Options.Read(args, Environment.GetEnvironmentVariable(Options.PeerVariable), out var fault) is not { } options)
{
    await Console.Error.WriteLineAsync($"{fault}\n{Options.Usage}");
    return NotMeasured;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};
if (options.Peer is null)
    AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]Without the peer:[/] ratios are left out. Run npm install in a copy of the ingest-peer folder (Bolt, better-sqlite3) and name it with --peer or {Options.PeerVariable}.");
ILoad load = options.Peer is { } folder ? new NodeLoad(folder) : new SocketLoad();
var report = new Report(Machine.Here(), options.Quick, load.Name);
if (Directory.Exists(options.Data)) Directory.Delete(options.Data, recursive: true);
try
{
    if (options.Measures("ingest")) report = report with { Ingest = await new Ingest(options, load, Tell("ingest")).MeasureAsync(stopping.Token) };
    if (options.Measures("growth")) report = report with { Growth = await new Growth(options, load, Tell("growth")).MeasureAsync(stopping.Token) };
    if (options.Measures("draft")) report = report with { Draft = await new Drafting(options, Tell("draft")).MeasureAsync(stopping.Token) };
    if (options.Measures("start")) report = report with { Start = await new Start(options, Tell("start")).MeasureAsync(stopping.Token) };
}
catch (MeasurementException worthless)
{
    AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]Not measured:[/] {worthless.Message}");
    return NotMeasured;
}
finally
{
    if (Directory.Exists(options.Data)) Directory.Delete(options.Data, recursive: true);
}
ReportTables.Show(report, AnsiConsole.Console);
if (options.Json is { } file) await report.WriteAsync(file, CancellationToken.None);
return report.Missed.Count == 0 ? 0 : Missed;

static Action<string> Tell(string part) => step => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{part}: {step}[/]");
