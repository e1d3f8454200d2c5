using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>On a real file system of 16 MB.</summary>
public sealed class LiteDbDiskFullTests : IDisposable
{
    private const string WhatADiskNeeds = "A disk of 16 MB needs root on Linux and the right to mount.";
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
        Requires.That(_mounted, WhatADiskNeeds);
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

    [Fact]
    public async Task A_database_does_not_count_as_working_while_the_next_writes_find_no_room()
    {
        Requires.That(_mounted, WhatADiskNeeds);
        await using var storage = await Working.OpenAsync(Path.Combine(_disk, "incidentbot.db"));
        for (var times = 0; times < 2; times++) // the first opening anew empties the redo file
        {
            await using var ballast = new FileStream(Ballast, FileMode.Append);
            await ballast.WriteAsync(new byte[Math.Max(0, new DriveInfo(_disk).AvailableFreeSpace - 400_000)], TestContext.Current.CancellationToken);
            Assert.False(await CommittedAsync(storage, sayings: 400));
        }
        Assert.NotNull(storage.Fault);

        File.Delete(Ballast);
        await HealedAsync(storage);
        Assert.Null(storage.Fault);
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
        while (storage.Fault is null) await CommittedAsync(storage, sayings: 1);
    }

    private async Task<bool> CommittedAsync(LiteDbStorage storage, int sayings)
    {
        try
        {
            await storage.Store.CommitAsync(Sample.Commit([.. Enumerable.Range(0, sayings).Select(_ => (Saying)Sample.Say(new string('y', 10_000), $"filler {Attempt()}"))]), CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
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
