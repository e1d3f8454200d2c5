using System.Globalization;
using IncidentBot.Storage;
using IncidentBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>What the inbox makes of journal files as a crash or a bad disk leaves them.</summary>
public sealed class DeliveryJournalTests : IDisposable
{
    private readonly LiteDbUnderTest _data = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Journal => _data.Path + ".inbox";

    private string Segment => Assert.Single(Directory.GetFiles(Journal, "*.journal"));

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_torn_end_is_cut_off_and_everything_before_it_comes()
    {
        await AddAndEndAsync("d1", "d2");
        var whole = await File.ReadAllBytesAsync(Segment, Ct);
        var path = Segment;
        for (var torn = 1; torn < (whole.Length - 16) / 2; torn += 3)
        {
            await File.WriteAllBytesAsync(path, [.. whole, .. whole.AsSpan(16, torn)], Ct);
            Assert.Equal(["d1", "d2"], await WaitingAsync());
            Assert.Equal(whole.Length, new FileInfo(path).Length);
        }
    }

    [Fact]
    public async Task A_half_written_last_delivery_does_not_come()
    {
        await AddAndEndAsync("d1", "d2");
        var whole = await File.ReadAllBytesAsync(Segment, Ct);
        await File.WriteAllBytesAsync(Segment, whole[..^1], Ct);

        Assert.Equal(["d1"], await WaitingAsync());
    }

    [Fact]
    public async Task A_damaged_delivery_does_not_hide_the_others_and_its_file_is_kept()
    {
        await AddAndEndAsync("d1", "d2", "d3");
        var bytes = await File.ReadAllBytesAsync(Segment, Ct);
        var frame = (bytes.Length - 16) / 3;
        bytes[16 + frame + (frame / 2)] ^= 1;
        await File.WriteAllBytesAsync(Segment, bytes, Ct);

        await using (var storage = await OpenAsync())
        {
            var lease = await storage.Inbox.NextAsync(10, Ct);
            Assert.Equal(["d1", "d3"], lease.Deliveries.Select(delivery => delivery.Id));
            await storage.Store.CommitAsync(Sample.Settle([.. lease.Deliveries]), Ct);
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Journal, "*.damaged")), Ct));
    }

    [Fact]
    public async Task A_damaged_length_does_not_hide_the_others()
    {
        await AddAndEndAsync("d1", "d2");
        var bytes = await File.ReadAllBytesAsync(Segment, Ct);
        bytes[16 + 4] = 0xff;
        bytes[16 + 7] = 0x7f;
        await File.WriteAllBytesAsync(Segment, bytes, Ct);

        Assert.Equal(["d2"], await WaitingAsync());
    }

    [Fact]
    public async Task A_delivery_that_is_damaged_while_it_waits_is_parked_and_blocks_nothing()
    {
        await using var storage = await OpenAsync();
        await storage.Inbox.AddAsync(Sample.Delivery("d1"), Ct);
        await storage.Inbox.AddAsync(Sample.Delivery("d2"), Ct);
        using (var file = new FileStream(Segment, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = 40;
            file.WriteByte(0xee);
        }

        Assert.Equal(["d2"], (await storage.Inbox.NextAsync(10, Ct)).Deliveries.Select(delivery => delivery.Id));
        Assert.Equal(new(1, 1), await storage.Inbox.DepthAsync(Ct));
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await AddAndEndAsync("d1");
        var bytes = await File.ReadAllBytesAsync(Segment, Ct);
        bytes[7] = (byte)'9';
        await File.WriteAllBytesAsync(Segment, bytes, Ct);

        await Assert.ThrowsAsync<UnknownStoreFormatException>(OpenAsync);
    }

    [Fact]
    public async Task A_segment_that_was_being_created_is_nothing()
    {
        await AddAndEndAsync("d1");
        await File.WriteAllBytesAsync(Path.Combine(Journal, "0000000077.journal"), [1, 2, 3], Ct);
        Assert.Equal(["d1"], await WaitingAsync());
    }

    [Fact]
    public async Task Full_segments_go_when_all_their_deliveries_are_settled()
    {
        const int Deliveries = 60;
        var body = new string('x', 400_000);
        await using var storage = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, Deliveries).Select(number => storage.Inbox.AddAsync(Sample.Delivery(Id(number), body: body), Ct)));
        Assert.InRange(Directory.GetFiles(Journal).Length, 3, 20);

        for (var settled = 0; settled < Deliveries;)
        {
            var lease = await storage.Inbox.NextAsync(10, Ct);
            Assert.All(lease.Deliveries, delivery => Assert.Equal(body, delivery.Body));
            await storage.Store.CommitAsync(Sample.Settle([.. lease.Deliveries]), Ct);
            storage.Inbox.Release(lease);
            settled += lease.Deliveries.Count;
        }

        Assert.Single(Directory.GetFiles(Journal));
    }

    [Fact]
    public async Task Deliveries_of_several_starts_come_in_the_order_in_which_they_came()
    {
        for (var start = 0; start < 3; start++) await AddAndEndAsync(Id(2 * start), Id((2 * start) + 1));
        Assert.Equal(Enumerable.Range(0, 6).Select(Id), await WaitingAsync());
    }

    [Fact]
    public async Task A_delivery_that_is_too_large_to_be_read_again_is_refused()
    {
        await using var storage = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => storage.Inbox.AddAsync(Sample.Delivery(body: new string('x', 65 * 1024 * 1024)), Ct));
        Assert.True(await storage.Inbox.AddAsync(Sample.Delivery(), Ct));
    }

    private static string Id(int number) => $"d{number.ToString(CultureInfo.InvariantCulture)}";

    private Task<LiteDbStorage> OpenAsync() => LiteDbStorage.OpenAsync(_data.Path, TimeProvider.System, NullLoggerFactory.Instance, Ct);

    private async Task AddAndEndAsync(params string[] ids)
    {
        await using var storage = await OpenAsync();
        foreach (var id in ids) Assert.True(await storage.Inbox.AddAsync(Sample.Delivery(id), Ct));
    }

    private async Task<IEnumerable<string>> WaitingAsync()
    {
        await using var storage = await OpenAsync();
        return (await storage.Inbox.NextAsync(100, Ct)).Deliveries.Select(delivery => delivery.Id);
    }
}
