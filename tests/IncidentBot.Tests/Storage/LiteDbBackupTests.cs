using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Storage;

public sealed class LiteDbBackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_made_while_others_write_opens_and_holds_everything_committed_before_it()
    {
        using var data = new LiteDbUnderTest();
        await using var storage = await OpenAsync(data.Path);
        await CommitAsync(storage, 1, 20);
        var meanwhile = CommitAsync(storage, 21, 60);
        var copy = await storage.BackUpAsync(Ct);
        await meanwhile;

        using var restored = new LiteDbUnderTest();
        File.Copy(copy, restored.Path);
        await using var again = await OpenAsync(restored.Path);
        var numbers = (await again.Store.Incidents.ListAsync(Sample.Workspace, new(OpenOnly: false, Limit: 100), Ct)).Select(incident => incident.Id.Number).Order().ToList();
        Assert.True(numbers.Count >= 20);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_leaves_the_database_at_work()
    {
        using var data = new LiteDbUnderTest();
        await using var storage = await OpenAsync(data.Path);
        Directory.CreateDirectory(data.Path + ".backup.half"); // in the way of the new copy

        await Assert.ThrowsAnyAsync<Exception>(() => storage.BackUpAsync(Ct));

        await CommitAsync(storage, 1, 1);
        Assert.Null(storage.Fault);
    }

    private static Task<LiteDbStorage> OpenAsync(string path) => LiteDbStorage.OpenAsync(path, TimeProvider.System, NullLoggerFactory.Instance, Ct);

    private static async Task CommitAsync(LiteDbStorage storage, int first, int last)
    {
        for (var number = first; number <= last; number++)
            Assert.Equal(CommitResult.Done, await storage.Store.CommitAsync(Sample.Commit(Sample.Incident(number)), Ct));
    }
}
