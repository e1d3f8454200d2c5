using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>LiteDB's data file. No page of it is overwritten before the redo log that holds the new page is durable.</summary>
internal sealed class DataFile(string path, RedoLog log) : Stream
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => RandomAccess.GetLength(_file);

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var total = 0;
        for (int read; total < count && (read = RandomAccess.Read(_file, buffer.AsSpan(offset + total, count - total), Position)) > 0; total += read) Position += read;
        return total;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        log.Persist();
        RandomAccess.Write(_file, buffer.AsSpan(offset, count), Position);
        Position += count;
    }

    public override void Flush() => RandomAccess.FlushToDisk(_file);

    public override void SetLength(long value) => RandomAccess.SetLength(_file, value);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }
}
