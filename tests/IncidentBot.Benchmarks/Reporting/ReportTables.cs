using System.Globalization;
using IncidentBot.Benchmarks.Measured;
using Spectre.Console;

namespace IncidentBot.Benchmarks.Reporting;

/// <summary>The report as a person reads it.</summary>
internal static class ReportTables
{
    private const int WidthOfFiles = 160;

    public static void Show(Report report, IAnsiConsole console)
    {
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = WidthOfFiles;
        var machine = report.Machine;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{machine.Processors} processors, {machine.System}, {machine.Framework}, node {machine.Node ?? "not found"}, load before {machine.Load ?? "unknown"}, load generator {report.LoadGenerator}{(report.Quick ? ", quick: for a look, not for a claim" : "")}");
        if (report.Ingest is { } ingest) Show(ingest, console);
        if (Others(report) is { Rows.Count: > 0 } others) console.Write(others);
        foreach (var missed in report.Missed) console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]Missed:[/] {missed}");
    }

    private static void Show(IngestFigures ingest, IAnsiConsole console)
    {
        console.Write(Acknowledged(ingest.Levels));
        console.Write(OnTheTimeline(ingest.Levels));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{ingest.Acked:N0} messages acknowledged, each of them on the timeline once. Synced appends of one writer: {Spread(ingest.Levels.SelectMany(level => level.Pairs), pair => pair.AppendsPerSecond, "N0")} a second.");
    }

    private static Table Acknowledged(IReadOnlyList<LevelFigures> levels)
    {
        var table = Titled($"Durable acknowledgements: medians of {levels[0].Pairs.Count} interleaved pairs (lowest-highest)");
        table.AddColumns("connections", "acked/s", "p50 ms", "p99 ms", "slowest ms", "peer's acked/s", "peer's p99 ms", "times the peer", "least", "aim");
        foreach (var level in levels)
            table.AddRow(
                Text(level.Connections, "F0"),
                Spread(level.Pairs, pair => pair.Own.Load.PerSecond, "N0"),
                Middle(level.Pairs, pair => pair.Own.Load.P50, "F1"),
                Spread(level.Pairs, pair => pair.Own.Load.P99, "F1"),
                Text(level.SlowestAckMilliseconds, "F0"),
                Peers(level, peer => peer.Load.PerSecond, "N0"),
                Peers(level, peer => peer.Load.P99, "F1"),
                level.ToPeer is { } ratio ? Judged(level, ratio) : "-",
                Text(level.Floor, "F2"),
                level.Aim is { } aim ? Text(aim, "F2") : "");
        return table;
    }

    private static Table OnTheTimeline(IReadOnlyList<LevelFigures> levels)
    {
        var table = Titled("The same messages, on to the timeline");
        table.AddColumns("connections", "on the timeline/s", "left after the last ack, s", "cpu ms/message", "peer's (stores only)", "acks to synced appends");
        foreach (var level in levels)
            table.AddRow(
                Text(level.Connections, "F0"),
                Spread(level.Pairs, pair => pair.Own.ToTimelinePerSecond, "N0"),
                Spread(level.Pairs, pair => pair.Own.Drained.TotalSeconds, "F2"),
                Spread(level.Pairs, pair => pair.Own.ProcessorMilliseconds, "F2"),
                Peers(level, peer => peer.ProcessorMilliseconds, "F2"),
                Spread(level.Pairs, pair => pair.ToAppends, "F2"));
        return table;
    }

    private static Table Titled(string title) => new() { Title = new(title) };

    private static string Peers(LevelFigures level, Func<PeerRun, double> figure, string format) =>
        level.Pairs.All(pair => pair.Peer is not null) ? Spread(level.Pairs, pair => figure(pair.Peer!), format) : "-";

    private static string Judged(LevelFigures level, double ratio)
    {
        var colour = ratio < level.Floor ? "red" : ratio < level.Aim ? "yellow" : "green";
        return $"[{colour}]{Spread(level.Pairs, pair => pair.ToPeer!.Value, "F2")}[/]";
    }

    private static Table Others(Report report)
    {
        var table = Titled("Also");
        table.AddColumns("what", "measured", "least");
        if (report.Ingest is { } ingest)
        {
            table.AddRow("memory, idle", Memory(ingest.Idle), "");
            table.AddRow($"memory after {Text(ingest.Acked, "N0")} messages", Memory(ingest.AfterLoad), "");
        }
        if (report.Growth is { } growth)
        {
            var (first, last) = (growth.Segments[0], growth.Segments[^1]);
            table.AddRow($"one incident of {Text(growth.Messages, "N0")} messages: last tenth to first, acked", $"{Text(growth.AckedLastToFirst, "F2")} ({Text(last.AckedPerSecond, "F0")} to {Text(first.AckedPerSecond, "F0")} a second)", Text(Report.GrowthFloor, "F1"));
            table.AddRow("the same, to the timeline", $"{Text(growth.ToTimelineLastToFirst, "F2")} ({Text(last.ToTimelinePerSecond, "F0")} to {Text(first.ToTimelinePerSecond, "F0")} a second)", Text(Report.GrowthFloor, "F1"));
            table.AddRow("memory and disk after that", $"{Text(growth.MemoryMegabytes, "F0")} MB, {Text(growth.DataMegabytes, "F0")} MB", "");
        }
        if (report.Draft is { } draft)
            table.AddRow($"postmortem of {Text(draft.Messages, "N0")} messages, command to commit", $"{Spread(draft.Milliseconds, took => took, "N0")} ms ({Text(draft.FileMegabytes, "F1")} MB Markdown file)", "");
        if (report.Start is { } start)
        {
            table.AddRow("start of the program to its first answer", start.ToPeer is { } times ? $"{Spread(start.Milliseconds, took => took, "N0")} ms, {Text(times, "F1")} times the peer's" : $"{Spread(start.Milliseconds, took => took, "N0")} ms", "");
            table.AddRow("memory of the idle program", $"{Text(start.IdleMegabytes, "F0")} MB", "");
        }
        return table;
    }

    private static string Memory(MemoryFigures memory) => memory.PeerMegabytes is { } peer ? $"{Text(memory.OwnMegabytes, "F0")} MB (peer {Text(peer, "F0")} MB)" : $"{Text(memory.OwnMegabytes, "F0")} MB";

    private static string Middle<T>(IEnumerable<T> runs, Func<T, double> figure, string format) => Text(Median.Of(runs.Select(figure)), format);

    private static string Spread<T>(IEnumerable<T> runs, Func<T, double> figure, string format) =>
        $"{Middle(runs, figure, format)} ({Text(runs.Min(figure), format)}-{Text(runs.Max(figure), format)})";

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
