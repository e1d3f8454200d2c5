using IncidentBot.Storage.LiteDb.Disk;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>What a crash leaves of the writes between two flushes: all of them, or none.</summary>
public sealed class DataFileTests : IDisposable
{
    private const int Page = 8192;
    private readonly LiteDbUnderTest _data = new();

    private string Redo => _data.Path + ".redo";

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_was_flushed_is_there_after_a_crash_that_lost_the_data_files_own_writes()
    {
        var before = Flushed(1, 1, 1);
        using (var file = new DataFile(_data.Path))
        {
            Write(file, 2, 2, 2, 2);
            Lose(before);
        }
        Assert.Equal([2, 2, 2, 2], Read());
    }

    [Fact]
    public void A_redo_file_cut_anywhere_gives_the_state_before_or_after_never_between()
    {
        var before = Flushed(1, 1, 1);
        byte[] redo;
        using (var file = new DataFile(_data.Path))
        {
            Write(file, 2, 2, 2, 2);
            redo = File.ReadAllBytes(Redo);
        }
        for (var length = 0; length <= redo.Length; length += length < 100 || length > redo.Length - 100 ? 1 : 997)
        {
            File.WriteAllBytes(_data.Path, before);
            File.WriteAllBytes(Redo, redo[..length]);
            Assert.Equal(length == redo.Length ? [2, 2, 2, 2] : [1, 1, 1], Read());
        }
    }

    [Fact]
    public void A_damaged_byte_at_the_end_of_the_redo_file_makes_its_last_flush_void()
    {
        var before = Flushed(1, 1, 1);
        using (var file = new DataFile(_data.Path))
        {
            Write(file, 2, 2, 2);
            Write(file, 3, 3, 3);
            var redo = File.ReadAllBytes(Redo);
            redo[^5] ^= 1;
            Lose(before, redo);
        }
        Assert.Equal([2, 2, 2], Read());
    }

    [Fact]
    public void A_damaged_byte_before_a_whole_flush_is_an_error_and_not_half_a_state()
    {
        var before = Flushed(1, 1, 1);
        using (var file = new DataFile(_data.Path))
        {
            Write(file, 2, 2, 2);
            Write(file, 3, 3, 3);
            var redo = File.ReadAllBytes(Redo);
            redo[100] ^= 1;
            Lose(before, redo);
        }
        Assert.Throws<InvalidDataException>(() => new DataFile(_data.Path));
    }

    [Fact]
    public void What_was_not_flushed_is_not_there()
    {
        Flushed(1, 1);
        using (var file = new DataFile(_data.Path))
        {
            file.Position = 0;
            file.Write(Filled(9), 0, Page);
        }
        Assert.Equal([1, 1], Read());
    }

    [Fact]
    public void The_redo_file_stays_short()
    {
        using var file = new DataFile(_data.Path);
        for (var number = 0; number < 2000; number++) Write(file, (byte)number);
        Assert.InRange(new FileInfo(Redo).Length, 1, 5 * 1024 * 1024);
    }

    /// <summary>Pages in a closed file; returns the file's bytes.</summary>
    private byte[] Flushed(params byte[] pages)
    {
        using (var file = new DataFile(_data.Path)) Write(file, pages);
        return File.ReadAllBytes(_data.Path);
    }

    private static void Write(DataFile file, params byte[] pages)
    {
        file.Position = 0;
        foreach (var page in pages) file.Write(Filled(page), 0, Page);
        file.Flush();
    }

    private byte[] Read()
    {
        using var file = new DataFile(_data.Path);
        var pages = new byte[file.Length / Page];
        for (var number = 0; number < pages.Length; number++)
        {
            var page = new byte[Page];
            file.Position = number * Page;
            Assert.Equal(Page, file.Read(page, 0, Page));
            pages[number] = Assert.Single(page.Distinct());
        }
        return pages;
    }

    private static byte[] Filled(byte value)
    {
        var page = new byte[Page];
        Array.Fill(page, value);
        return page;
    }

    /// <summary>Leaves beside the open file what a crash would: an older data file, and a redo file.</summary>
    private void Lose(byte[] data, byte[]? redo = null)
    {
        redo ??= File.ReadAllBytes(Redo);
        File.Delete(_data.Path);
        File.Delete(Redo);
        File.WriteAllBytes(_data.Path, data);
        File.WriteAllBytes(Redo, redo);
    }
}
