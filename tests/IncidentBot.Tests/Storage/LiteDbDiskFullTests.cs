using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>On a real file system of 16 MB.</summary>
public sealed class LiteDbDiskFullTests : IDisposable
{
    private const int BallastBytes = 6 * 1024 * 1024;
    private static readonly TimeSpan ToHeal = TimeSpan.FromSeconds(10);

    private readonly string _disk = Directory.CreateTempSubdirectory("incidentbot-full-").FullName;
    private readonly bool _mounted;
    private readonly ConcurrentBag<string> _acknowledged = [];
    private int _lastDelivery;
    private int _lastAttempt;

    public LiteDbDiskFullTests() => _mounted = OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", _disk);

    private string Ballast => Path.Combine(_disk, "ballast");

    public void Dispose()
    {
        if (_mounted) Run("umount", _disk);
        Directory.Delete(_disk, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged_and_heals_without_a_restart()
    {
        Requires.That(_mounted, "A disk of 16 MB needs root on Linux and the right to mount.");
        var path = Path.Combine(_disk, "incidentbot.db");
        await using (var storage = await Working.OpenAsync(path))
        {
            for (var times = 0; times < 2; times++)
            {
                var left = new DriveInfo(_disk).AvailableFreeSpace; // less the second time, by what the first has stored
                await File.WriteAllBytesAsync(Ballast, new byte[Math.Min(BallastBytes, left / 2)], TestContext.Current.CancellationToken);
                await FillAsync(storage);
                Assert.NotNull(storage.Fault);
                await EntriesAreReadable(storage);

                File.Delete(Ballast);
                await HealedAsync(storage);
                Assert.Null(storage.Fault);
            }
            await Working.DrainAsync(storage, Attempt);
            await AssertEachOnceAsync(storage);
        }
        await using var again = await Working.OpenAsync(path);
        await AssertEachOnceAsync(again);
    }

    private async Task FillAsync(LiteDbStorage storage)
    {
        for (var refused = 0; refused < 3;)
        {
            try
            {
                await AddAsync(storage, new string('x', 20_000));
                if (_lastDelivery % 4 == 0) await Working.WorkAsync(storage, Attempt, CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                refused++;
            }
        }
        // What little is left goes too, so that commits find no room either.
        for (var (number, refused) = (0, 0); refused == 0 || storage.Fault is null; number++)
        {
            try
            {
                await storage.Store.CommitAsync(Sample.Commit(Sample.Say(new string('y', 10_000), $"filler {number.ToString(CultureInfo.InvariantCulture)}")), CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                refused++;
            }
        }
    }

    private async Task HealedAsync(LiteDbStorage storage)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await AddAsync(storage, "after");
                await Working.WorkAsync(storage, Attempt, CancellationToken.None);
                return;
            }
            catch (StoreUnavailableException) when (waited.Elapsed < ToHeal)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    private async Task AddAsync(LiteDbStorage storage, string body)
    {
        var id = $"d{(++_lastDelivery).ToString(CultureInfo.InvariantCulture)}";
        if (await storage.Inbox.AddAsync(Sample.Delivery(id, body: body), CancellationToken.None)) _acknowledged.Add(id);
    }

    private async Task AssertEachOnceAsync(LiteDbStorage storage)
    {
        var entries = await Working.EntriesOfDeliveriesAsync(storage);
        Assert.Empty(_acknowledged.Except(entries.Keys));
        Assert.All(entries, entry => Assert.Equal(1, entry.Value));
    }

    private static async Task EntriesAreReadable(LiteDbStorage storage) => Assert.NotEmpty(await Working.EntriesOfDeliveriesAsync(storage));

    private string Attempt() => (++_lastAttempt).ToString(CultureInfo.InvariantCulture);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
