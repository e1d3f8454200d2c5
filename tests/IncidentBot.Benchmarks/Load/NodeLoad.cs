using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Benchmarks.Load;

/// <summary>The load generator that comes with the peer.</summary>
internal sealed partial class NodeLoad(string folder) : ILoad
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public string Name => "load.cjs (node)";

    public async Task<LoadRun> RunAsync(Uri server, string prefix, int messages, int connections, int warmUp, IReadOnlyList<string> channels, CancellationToken ct)
    {
        List<string> args =
        [
            Path.Combine(folder, "load.cjs"), "--url", new Uri(server, "/slack/events").ToString(), "--prefix", prefix,
            "--n", Text(messages), "--c", Text(connections), "--warm", Text(warmUp), "--maxms", Text((int)Longest.TotalMilliseconds),
        ];
        if (channels.Count > 0) args.AddRange(["--channels", string.Join(',', channels)]);
        await NewSecond.ComesAsync(ct);
        using var node = Process.Start(new ProcessStartInfo("node", args) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync(ct);
        await node.WaitForExitAsync(ct);
        if (Figures().Match(said) is not { Success: true } figures || node.ExitCode != 0) throw new MeasurementException($"The load generator failed: {said.Trim()}");
        double Figure(string name) => double.Parse(figures.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        return new(connections, messages + warmUp, Figure("rate"), Figure("p50"), Figure("p99"), Figure("max"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"req/s=(?<rate>[\d.]+) p50=(?<p50>[\d.]+) p99=(?<p99>[\d.]+) max=(?<max>[\d.]+)ms non200=0 connErr=0 codes=\{[^}]*\} *\n?$")]
    private static partial Regex Figures();
}
