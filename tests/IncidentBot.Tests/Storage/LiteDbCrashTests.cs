using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>A child process takes deliveries in and works on them; it is killed again and again on the same growing data.</summary>
public sealed class LiteDbCrashTests : IDisposable
{
    private const int Rounds = 8;
    private readonly LiteDbUnderTest _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Every_acknowledged_delivery_is_there_once_after_each_kill()
    {
        var random = new Random(11);
        var acknowledged = new List<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            var soon = round % 2 == 0; // every other time hardly anything was acknowledged yet
            acknowledged.AddRange(await RunAndKillAsync(round, acknowledgements: soon ? 1 : random.Next(50, 400)));
            await using var storage = await Working.OpenAsync(_data.Path);
            await Working.DrainAsync(storage, () => $"parent {round.ToString(CultureInfo.InvariantCulture)}");

            var entries = await Working.EntriesOfDeliveriesAsync(storage);

            Assert.Empty(acknowledged.Except(entries.Keys));
            Assert.All(entries, entry => Assert.Equal(1, entry.Value));
            Assert.Equal(entries.Count, (await storage.Outbox.DepthAsync(CancellationToken.None)).Depth);
        }
        Assert.True(acknowledged.Count > Rounds);
    }

    /// <summary>Returns what was acknowledged; the process is killed with SIGKILL right after so many acknowledgements.</summary>
    private async Task<List<string>> RunAndKillAsync(int round, int acknowledgements)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Arguments()]) { RedirectStandardOutput = true };
        start.Environment[LiteDbCrashChild.Path] = _data.Path;
        start.Environment[LiteDbCrashChild.Round] = round.ToString(CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        var acknowledged = new List<string>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(LiteDbCrashChild.Acknowledged, StringComparison.Ordinal)) continue;
            acknowledged.Add(line[LiteDbCrashChild.Acknowledged.Length..]);
            if (acknowledged.Count == acknowledgements) child.Kill();
        }
        await child.WaitForExitAsync();
        Assert.True(acknowledged.Count >= acknowledgements, $"The child ended by itself with {child.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        return acknowledged;
    }

    private static IEnumerable<string> Arguments()
    {
        var assembly = typeof(LiteDbCrashChild).Assembly.Location;
        if (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") yield return assembly;
        yield return "-explicit";
        yield return "only";
        yield return "-class";
        yield return typeof(LiteDbCrashChild).FullName!;
    }
}
