using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Storage.Journal;

/// <summary>One file of the journal: a head, then frames.</summary>
internal sealed class JournalSegment : IDisposable
{
    public const string Extension = ".journal";
    private const int HeadBytes = 16;
    private const int ProbeBytes = 64 * 1024;
    private static ReadOnlySpan<byte> Magic => "IBJRNL01"u8;

    private readonly SafeFileHandle _file;
    private bool _cutOwed;

    private JournalSegment(string path, SafeFileHandle file, DateTimeOffset createdAt, long length)
    {
        Path = path;
        _file = file;
        CreatedAt = createdAt;
        Length = length;
    }

    public string Path { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Up to here it is durable; what stands behind was promised to nobody.</summary>
    public long Length { get; private set; }

    /// <summary>Deliveries in it that still need work. Guarded by the journal's lock.</summary>
    public int Unsettled { get; set; }

    /// <summary>Bytes in it could not be read as frames though frames follow them; it is kept for a look when its deliveries are settled.</summary>
    public bool Damaged { get; private set; }

    public static JournalSegment Create(string directory, long number, DateTimeOffset now)
    {
        var path = System.IO.Path.Combine(directory, number.ToString("D10", CultureInfo.InvariantCulture) + Extension);
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var head = new byte[HeadBytes];
            Magic.CopyTo(head);
            BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), now.UtcTicks);
            RandomAccess.Write(file, head, 0);
            RandomAccess.FlushToDisk(file);
            return new(path, file, now, HeadBytes);
        }
        catch
        {
            file.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a segment of an earlier run and hands over its frames. A torn end is cut off: it was never acknowledged.</summary>
    /// <param name="seen">Called with a frame's place and content, oldest first.</param>
    /// <exception cref="UnknownStoreFormatException">A newer version wrote it.</exception>
    public static JournalSegment? Open(string path, Action<JournalSegment, long, byte[]> seen)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeadBytes)
        {
            File.Delete(path); // the process ended while it was created: nothing can be in it
            return null;
        }
        if (!bytes.AsSpan(0, 8).SequenceEqual(Magic)) throw new UnknownStoreFormatException(path, Convert.ToHexString(bytes.AsSpan(0, 8)), "IBJRNL01");
        var createdAt = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)), TimeSpan.Zero);
        var segment = new JournalSegment(path, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read), createdAt, HeadBytes);
        for (var at = HeadBytes; at < bytes.Length;)
        {
            var length = JournalFrame.ContentLength(bytes.AsSpan(at));
            if (length < 0)
            {
                var next = JournalFrame.NextFrom(bytes, at + 1);
                if (next < 0) break;
                segment.Damaged = true;
                at = next;
                continue;
            }
            seen(segment, at, bytes[(at + JournalFrame.HeaderBytes)..(at + JournalFrame.HeaderBytes + length)]);
            at += JournalFrame.HeaderBytes + length;
            segment.Length = at;
        }
        if (segment.Length < bytes.Length) RandomAccess.SetLength(segment._file, segment.Length);
        return segment;
    }

    /// <summary>Appends and syncs. When that fails, what may stand there is cut off again, now or before the next append.</summary>
    /// <returns>Where the first byte stands.</returns>
    public long Append(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var start = Length;
        try
        {
            if (_cutOwed) Cut();
            RandomAccess.Write(_file, frames, start);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            _cutOwed = true;
            TryCut();
            throw;
        }
        Length += frames.Sum(frame => (long)frame.Length);
        return start;
    }

    /// <summary>Whether there is room again: writes, syncs and cuts off what means nothing.</summary>
    public void Probe()
    {
        if (_cutOwed) Cut();
        _cutOwed = true;
        RandomAccess.Write(_file, new byte[ProbeBytes], Length);
        RandomAccess.FlushToDisk(_file);
        Cut();
    }

    /// <exception cref="InvalidDataException">The frame has been damaged since it was written.</exception>
    public byte[] Read(long at, int frameBytes)
    {
        var frame = new byte[frameBytes];
        for (int total = 0, read; total < frameBytes; total += read)
        {
            read = RandomAccess.Read(_file, frame.AsSpan(total), at + total);
            if (read == 0) break;
        }
        return JournalFrame.ContentLength(frame) == frameBytes - JournalFrame.HeaderBytes
            ? frame[JournalFrame.HeaderBytes..]
            : throw new InvalidDataException($"The frame at {at.ToString(CultureInfo.InvariantCulture)} in {Path} is damaged.");
    }

    /// <summary>Removes the file, or puts it aside when it is damaged.</summary>
    public void Retire()
    {
        _file.Dispose();
        if (Damaged) File.Move(Path, Path + ".damaged", overwrite: true);
        else File.Delete(Path);
    }

    public void Dispose() => _file.Dispose();

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
            // Still owed: the next append does it first, and fails when it cannot.
        }
    }
}
