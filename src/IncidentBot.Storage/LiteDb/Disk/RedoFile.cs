using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>Page writes that may not have reached the data file: records of several pages, each with one checksum.</summary>
internal sealed class RedoFile : IDisposable
{
    private const int HeadBytes = 16;
    private const int PageHeadBytes = 12;
    private static ReadOnlySpan<byte> Mark => "IBredo1\n"u8;

    private readonly SafeFileHandle _file;
    private bool _cutOwed;

    public RedoFile(string path) => _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    public long Length { get; private set; }

    /// <summary>Hands over everything that was appended. False when there was nothing.</summary>
    /// <exception cref="InvalidDataException">A damaged record stands before an undamaged one.</exception>
    public bool ReadAll(Action<PageWrite> write)
    {
        var bytes = new byte[RandomAccess.GetLength(_file)];
        for (int total = 0, read; total < bytes.Length; total += read)
            if ((read = RandomAccess.Read(_file, bytes.AsSpan(total), total)) == 0) throw new EndOfStreamException();
        var rest = bytes.AsMemory();
        for (int length; (length = RecordLength(rest.Span)) > 0; rest = rest[length..])
        {
            for (var pages = rest[HeadBytes..length]; pages.Length > 0;)
            {
                var size = BinaryPrimitives.ReadInt32LittleEndian(pages.Span[8..]);
                write(new(BinaryPrimitives.ReadInt64LittleEndian(pages.Span), pages.Slice(PageHeadBytes, size)));
                pages = pages[(PageHeadBytes + size)..];
            }
            Length += length;
        }
        if (AnyRecordIn(rest.Span)) throw new InvalidDataException("The redo file is damaged in its middle. Restore a backup.");
        if (rest.Length > 0) RandomAccess.SetLength(_file, Length); // torn when the process ended: promised to nobody
        return Length > 0;
    }

    /// <summary>Appends and syncs. When that fails, what may stand there is cut off again, now or before the next append.</summary>
    public void Append(IReadOnlyList<PageWrite> pages)
    {
        var record = Record(pages);
        try
        {
            if (_cutOwed) Cut();
            _cutOwed = true;
            RandomAccess.Write(_file, record, Length);
            RandomAccess.FlushToDisk(_file);
            _cutOwed = false;
        }
        catch
        {
            TryCut();
            throw;
        }
        Length += record.Length;
    }

    /// <summary>The data file holds all of it, durably.</summary>
    public void Clear()
    {
        RandomAccess.SetLength(_file, 0);
        Length = 0;
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Record(IReadOnlyList<PageWrite> pages)
    {
        var record = new byte[HeadBytes + pages.Sum(page => PageHeadBytes + page.Bytes.Length)];
        var at = HeadBytes;
        foreach (var page in pages)
        {
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(at), page.At);
            BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(at + 8), page.Bytes.Length);
            page.Bytes.Span.CopyTo(record.AsSpan(at + PageHeadBytes));
            at += PageHeadBytes + page.Bytes.Length;
        }
        Mark.CopyTo(record);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(8), record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12), Crc32C.Of(record.AsSpan(HeadBytes)));
        return record;
    }

    /// <summary>Length of the whole record that stands at the beginning; 0 when none does.</summary>
    private static int RecordLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes || !bytes.StartsWith(Mark)) return 0;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (length <= HeadBytes || length > bytes.Length) return 0;
        return Crc32C.Of(bytes[HeadBytes..length]) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) ? length : 0;
    }

    private static bool AnyRecordIn(ReadOnlySpan<byte> bytes)
    {
        for (int found; (found = bytes.IndexOf(Mark)) >= 0; bytes = bytes[(found + 1)..])
            if (RecordLength(bytes[found..]) > 0) return true;
        return false;
    }

    private void Cut()
    {
        RandomAccess.SetLength(_file, Length);
        RandomAccess.FlushToDisk(_file);
        _cutOwed = false;
    }

    private void TryCut()
    {
        try
        {
            Cut();
        }
        catch (IOException)
        {
            // Still owed; an opening that comes first finds a torn record and cuts it off, or a whole one, which harms nobody.
        }
    }
}

/// <param name="At">Where in the data file.</param>
internal sealed record PageWrite(long At, ReadOnlyMemory<byte> Bytes);
