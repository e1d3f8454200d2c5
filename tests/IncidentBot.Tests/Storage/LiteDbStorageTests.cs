using System.Diagnostics;
using IncidentBot.Core.Bot;
using IncidentBot.Storage;
using IncidentBot.Storage.LiteDb;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Storage;

public sealed class LiteDbStorageTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private readonly LiteDbUnderTest _data = new();
    private readonly FakeTimeProvider _time = new(Sample.Time);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_second_start_on_the_same_data_is_refused_at_once_and_harms_nothing()
    {
        await using var first = await OpenAsync();
        var waited = Stopwatch.StartNew();

        var refused = await Assert.ThrowsAsync<StoreInUseException>(OpenAsync);

        Assert.True(waited.Elapsed < AtOnce, $"took {waited.Elapsed}");
        Assert.Contains(_data.Path, refused.Message, StringComparison.Ordinal);
        Assert.True(await first.Inbox.AddAsync(Sample.Delivery(), Ct));
        Assert.Equal(CommitResult.Done, await first.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct));
    }

    [Fact]
    public async Task After_the_first_has_ended_a_second_start_works()
    {
        await (await OpenAsync()).DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Null(second.Fault);
    }

    [Fact]
    public async Task Data_in_an_unknown_format_is_refused()
    {
        await (await OpenAsync()).DisposeAsync();
        using (var newer = new LiteDatabase($"Filename={_data.Path};Collation=/Ordinal"))
            newer.GetCollection(LiteDbSchema.Meta).Update(new BsonDocument { ["_id"] = "format", ["value"] = "99" });

        var refused = await Assert.ThrowsAsync<UnknownStoreFormatException>(OpenAsync);

        Assert.Contains("format 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        using (var other = new LiteDatabase($"Filename={_data.Path};Collation=/Ordinal"))
            other.GetCollection("customers").Insert(new BsonDocument { ["_id"] = 1 });
        var before = await File.ReadAllBytesAsync(_data.Path, Ct);

        await Assert.ThrowsAsync<UnknownStoreFormatException>(OpenAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(_data.Path, Ct));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(_data.Path, new string('?', 20_000), Ct);

        var refused = await Assert.ThrowsAsync<StoreNotOpenedException>(OpenAsync);

        Assert.Contains(_data.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('?', 20_000), await File.ReadAllTextAsync(_data.Path, Ct));
    }

    [Fact]
    public async Task A_database_whose_making_was_cut_off_by_a_power_loss_is_made_anew()
    {
        await File.WriteAllBytesAsync(_data.Path, new byte[3 * 8192], Ct);
        await using var storage = await OpenAsync();
        Assert.Equal(CommitResult.Done, await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused()
    {
        await File.WriteAllTextAsync(_data.Path, "a file", Ct);
        await Assert.ThrowsAsync<StoreNotOpenedException>(() => LiteDbStorage.OpenAsync(Path.Combine(_data.Path, "below", "x.db"), _time, NullLoggerFactory.Instance, Ct));
    }

    [Fact]
    public async Task A_clean_end_leaves_everything_in_the_one_database_file()
    {
        await using (var storage = await OpenAsync())
        {
            await storage.Inbox.AddAsync(Sample.Delivery(), Ct);
            await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct);
        }

        Assert.Empty(Directory.GetFiles(_data.Path + ".inbox"));
        Assert.Equal(0, new FileInfo(_data.Path + ".redo").Length);
    }

    [Fact]
    public async Task Many_writers_and_readers_at_once_meet_no_fault()
    {
        const int Each = 100;
        await using var storage = await OpenAsync();

        Task Write(int writer) => Task.Run(async () =>
        {
            for (var number = 1; number <= Each; number++)
            {
                var id = (writer * Each) + number;
                await storage.Inbox.AddAsync(Sample.Delivery($"d{id}", $"room {writer}"), Ct);
                Core.Incidents.Incident incident = Sample.Incident(id);
                var decision = new Decision { Save = [incident, Sample.ActionItem(id, id), Sample.Postmortem(id)], Record = [Sample.Entry($"m{id}")], Say = [Sample.Say(channel: $"c{writer}")], Once = [$"o{id}"] };
                Assert.Equal(CommitResult.Done, await storage.Store.CommitAsync(new(decision, [Sample.Delivery($"d{id}")], Sample.Time), Ct));
                await storage.WebChat.SaveAsync(new() { People = [new($"p{id}", "p", "Etc/UTC")] }, Ct);
            }
        }, Ct);

        Task Read(int reader) => Task.Run(async () =>
        {
            for (var number = 1; number <= Each; number++)
            {
                await storage.Store.Timeline.LastAsync(new(Sample.Workspace, 1), 20, Ct);
                await storage.Store.Incidents.FindAsync(new(Sample.Workspace, (reader * Each) + number), Ct);
                await storage.Store.ActionItems.ListAsync(Sample.Workspace, 20, Ct);
                await storage.WebChat.PeopleAsync(Ct);
                foreach (var row in await storage.Store.Incidents.ListAsync(Sample.Workspace, new(OpenOnly: true, Limit: 5), Ct)) Assert.True(row.Version > 0);
            }
        }, Ct);

        await Task.WhenAll([.. Enumerable.Range(0, 8).Select(Write), .. Enumerable.Range(0, 8).Select(Read)]);

        Assert.Null(storage.Fault);
        Assert.Equal(8 * Each, await storage.Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct));
        Assert.Equal(8 * Each, (await storage.Store.Postmortems.UnpublishedAsync(Ct)).Count);
        Assert.Equal(8 * Each, (await storage.Outbox.DepthAsync(Ct)).Depth);
        Assert.InRange(new FileInfo(_data.Path + ".redo").Length, 0, 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData(6, CommitResult.AlreadyDone)]
    [InlineData(8, CommitResult.Done)]
    public async Task A_done_delivery_is_remembered_for_a_week(int days, CommitResult expected)
    {
        await using (var storage = await OpenAsync()) await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct);
        _time.Advance(TimeSpan.FromDays(days));
        await using var later = await OpenAsync();

        Assert.Equal(expected, await later.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct));
    }

    [Fact]
    public async Task A_start_that_lasts_long_forgets_too()
    {
        await using var storage = await OpenAsync();
        await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct);
        var result = CommitResult.AlreadyDone;
        var days = 0;
        for (; days < 500 && result is CommitResult.AlreadyDone; days++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            result = await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery()), Ct);
        }

        Assert.Equal(CommitResult.Done, result);
        Assert.True(days >= 7, $"forgotten after {days} days");
    }

    [Fact]
    public async Task A_done_delivery_is_remembered_as_long_as_the_journal_holds_it()
    {
        await using (var storage = await OpenAsync())
        {
            await storage.Inbox.AddAsync(Sample.Delivery("done"), Ct);
            await storage.Inbox.AddAsync(Sample.Delivery("waits"), Ct);
            await storage.Store.CommitAsync(Sample.Settle(Sample.Delivery("done")), Ct);
        }
        for (var start = 0; start < 2; start++)
        {
            _time.Advance(TimeSpan.FromDays(30));
            await using var later = await OpenAsync();
            var lease = await later.Inbox.NextAsync(10, Ct);
            Assert.Equal(["waits"], lease.Deliveries.Select(delivery => delivery.Id));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<LiteDbStorage> OpenAsync() => LiteDbStorage.OpenAsync(_data.Path, _time, NullLoggerFactory.Instance, Ct);
}
