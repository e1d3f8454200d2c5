using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>LiteDB's data file. What is written between two flushes reaches it as a whole or, after a crash or a full disk, not at all.</summary>
/// <remarks>A flush appends the pages to the redo file, syncs that, and only then writes them where they belong. The data file itself is synced when
/// the redo file has grown long and when it is closed, so that a commit costs one sync; an opening does again what the redo file holds.</remarks>
internal sealed class DataFile : Stream
{
    private const int PageBytes = 8192;
    private const long LongestRedo = 4 * 1024 * 1024;

    private readonly SafeFileHandle _file;
    private readonly RedoFile _redo;
    private readonly List<PageWrite> _pending = [];
    private long _length;
    private bool _broken;

    public DataFile(string path)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            _redo = new(path + ".redo");
            if (_redo.ReadAll(Write)) Sync();
            _length = HasNoHead() ? 0 : RandomAccess.GetLength(_file) / PageBytes * PageBytes; // LiteDB cuts what is no whole page, of foreign files too
        }
        catch
        {
            _redo?.Dispose();
            _file.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var total = 0;
        for (int read; total < count && (read = RandomAccess.Read(_file, buffer.AsSpan(offset + total, count - total), Position)) > 0; total += read) Position += read;
        return total;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _pending.Add(new(Position, buffer.AsMemory(offset, count).ToArray())); // LiteDB uses its buffer again for the next page
        Position += count;
    }

    /// <exception cref="IOException">Nothing of it will be seen after the next opening, unless the error came after the redo file was synced.</exception>
    public override void Flush()
    {
        if (_pending.Count == 0) return;
        if (_broken) throw new IOException("The data file has failed before.");
        try
        {
            // Pages behind the end first: nothing points to them yet, and where the disk is full nothing has been promised.
            foreach (var page in _pending) if (page.At >= _length) Write(page);
            AppendToRedo();
            foreach (var page in _pending) if (page.At < _length) Write(page);
            _length = Math.Max(_length, _pending.Max(page => page.At + page.Bytes.Length));
            _pending.Clear();
            if (_redo.Length > LongestRedo) Sync();
        }
        catch
        {
            _broken = true;
            throw;
        }
    }

    public override void SetLength(long value)
    {
        RandomAccess.SetLength(_file, value);
        _length = value;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                if (!_broken) Sync();
            }
            finally
            {
                _redo.Dispose();
                _file.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    /// <summary>A power loss while it was made left room and no content: it is made anew.</summary>
    private bool HasNoHead()
    {
        var head = new byte[PageBytes];
        return RandomAccess.Read(_file, head, 0) < PageBytes || !head.AsSpan().ContainsAnyExcept((byte)0);
    }

    private void AppendToRedo()
    {
        try
        {
            _redo.Append(_pending);
        }
        catch (IOException) when (_redo.Length > 0)
        {
            Sync(); // gives the redo file's room back
            _redo.Append(_pending);
        }
    }

    private void Write(PageWrite page) => RandomAccess.Write(_file, page.Bytes.Span, page.At);

    private void Sync()
    {
        if (_redo.Length == 0) return;
        RandomAccess.FlushToDisk(_file);
        _redo.Clear();
    }
}
