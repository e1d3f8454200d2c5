using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IncidentBot.Benchmarks.Reporting;

/// <summary>What the figures were taken on.</summary>
/// <param name="Load">Load averages of 1, 5 and 15 minutes when it began, where the system tells.</param>
internal sealed record Machine(DateTimeOffset At, int Processors, string System, string Framework, string? Node, string? Load)
{
    public static Machine Here() => new(
        TimeProvider.System.GetUtcNow(),
        Environment.ProcessorCount,
        $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        NodeVersion(),
        LoadNow());

    private static string? LoadNow() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : null;

    private static string? NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            return node.StandardOutput.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // not installed
        }
    }
}
