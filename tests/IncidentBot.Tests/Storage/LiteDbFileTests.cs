using IncidentBot.Storage.LiteDb;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Storage;

public sealed class LiteDbFileTests : IAsyncLifetime
{
    private readonly LiteDbUnderTest _data = new();
    private LiteDbFile? _file;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LiteDbFile Db => _file!;

    public async ValueTask InitializeAsync() => _file = await LiteDbFile.OpenAsync(_data.Path, NullLogger.Instance);

    public ValueTask DisposeAsync()
    {
        Db.Dispose();
        _data.Dispose();
        return default;
    }

    [Fact]
    public async Task One_poisonous_write_among_many_fails_alone()
    {
        using var gate = new ManualResetEventSlim();
        var first = Db.WriteAsync(_ => gate.Wait(TimeSpan.FromMinutes(1), Ct), null, Ct); // so that the others gather behind it
        var good = Enumerable.Range(0, 255).Select(number => InsertAsync($"good {number}")).ToList();
        var poison = Db.WriteAsync(db => db.GetCollection(LiteDbSchema.Once).Insert(new BsonDocument { ["_id"] = new string('x', 2000) }), null, Ct);
        gate.Set();

        await Assert.ThrowsAsync<LiteException>(() => poison);

        await first;
        await Task.WhenAll(good);
        Assert.Equal(255, await Db.ReadAsync(db => db.GetCollection(LiteDbSchema.Once).Count(), Ct));
        Assert.Null(Db.Fault);
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.WriteAsync<bool>(db =>
        {
            db.GetCollection(LiteDbSchema.Once).Insert(new BsonDocument { ["_id"] = "half" });
            throw new InvalidOperationException("the other half");
        }, null, Ct));

        Assert.Equal(0, await Db.ReadAsync(db => db.GetCollection(LiteDbSchema.Once).Count(), Ct));
    }

    [Fact]
    public async Task A_write_that_was_cancelled_while_it_waited_is_not_made()
    {
        using var gate = new ManualResetEventSlim();
        using var cancelled = new CancellationTokenSource();
        var first = Db.WriteAsync(_ => gate.Wait(TimeSpan.FromMinutes(1), Ct), null, Ct);
        var waiting = Db.WriteAsync(db => db.GetCollection(LiteDbSchema.Once).Insert(new BsonDocument { ["_id"] = "cancelled" }), null, cancelled.Token);
        await cancelled.CancelAsync();
        gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await first;
        Assert.Equal(0, await Db.ReadAsync(db => db.GetCollection(LiteDbSchema.Once).Count(), Ct));
    }

    [Fact]
    public async Task An_io_error_is_told_as_unavailable_and_the_file_is_opened_anew()
    {
        var reopened = 0;
        Db.Reopened += _ => reopened++;

        await Assert.ThrowsAsync<Core.Bot.StoreUnavailableException>(() => Db.WriteAsync<bool>(_ => throw new IOException("No space left on device"), null, Ct));

        await InsertAsync("after");
        Assert.Equal((1, null), (reopened, Db.Fault));
    }

    [Fact]
    public async Task An_io_error_of_a_reader_opens_the_file_anew()
    {
        await Assert.ThrowsAsync<Core.Bot.StoreUnavailableException>(() => Db.ReadAsync<bool>(_ => throw new IOException("Input/output error"), Ct));

        await InsertAsync("after");
        Assert.Null(Db.Fault);
        Assert.Equal(1, await Db.ReadAsync(db => db.GetCollection(LiteDbSchema.Once).Count(), Ct));
    }

    [Fact]
    public async Task Once_closed_it_says_so()
    {
        using var other = new LiteDbUnderTest();
        var file = await LiteDbFile.OpenAsync(other.Path, NullLogger.Instance);
        file.Dispose();

        await Assert.ThrowsAsync<Core.Bot.StoreUnavailableException>(() => file.WriteAsync(_ => true, null, Ct));
        await Assert.ThrowsAsync<Core.Bot.StoreUnavailableException>(() => file.ReadAsync(_ => true, Ct));
    }

    private Task<BsonValue> InsertAsync(string id) => Db.WriteAsync(db => db.GetCollection(LiteDbSchema.Once).Insert(new BsonDocument { ["_id"] = id }), null, Ct);
}
