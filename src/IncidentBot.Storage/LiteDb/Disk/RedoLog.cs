using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>LiteDB's log, collected in memory and written with one checksum and one sync before its pages go to the data file.</summary>
/// <remarks>LiteDB writes its own log file page by page on another task, swallows that task's errors, waits forever after one of them, and has no
/// checksum that would tell half a transaction. Here nothing touches the disk until <see cref="Persist"/>, which fails on the caller's own thread;
/// after a crash the log counts as a whole or not at all.</remarks>
internal sealed class RedoLog : MemoryBackedStream
{
    private const int HeaderBytes = 24;
    private const int KeptBytes = 8 * 1024 * 1024;
    private static ReadOnlySpan<byte> Magic => "IBREDO01"u8;

    private readonly SafeFileHandle _file;
    private bool _dirty;
    private bool _onDisk;
    private bool _broken;

    public RedoLog(string path)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        Load();
    }

    /// <summary>Makes everything written so far durable.</summary>
    /// <exception cref="IOException">It is not, and a crash or a reopening forgets it.</exception>
    public void Persist()
    {
        if (_broken) throw new IOException("The redo log has failed before.");
        if (!_dirty) return;
        try
        {
            var header = new byte[HeaderBytes];
            Magic.CopyTo(header);
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), Content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Crc32C.Of(Content.Span));
            _onDisk = true;
            RandomAccess.Write(_file, [header, Content], 0);
            RandomAccess.FlushToDisk(_file);
            _dirty = false;
        }
        catch
        {
            _broken = true;
            throw;
        }
    }

    /// <summary>LiteDB empties the log once its pages are in the data file and that is synced.</summary>
    protected override void Emptied()
    {
        if (_onDisk) RandomAccess.SetLength(_file, 0);
        _onDisk = false;
        _dirty = false;
        Shrink(KeptBytes);
    }

    protected override void Written() => _dirty = true;

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }

    private void Load()
    {
        var header = new byte[HeaderBytes];
        if (RandomAccess.Read(_file, header, 0) == HeaderBytes && header.AsSpan(0, 8).SequenceEqual(Magic))
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(8));
            if (length > 0 && length <= RandomAccess.GetLength(_file) - HeaderBytes)
            {
                var content = new byte[length];
                for (var read = 0; read < content.Length;) read += RandomAccess.Read(_file, content.AsSpan(read), HeaderBytes + read);
                if (Crc32C.Of(content) == BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16)))
                {
                    Fill(content);
                    _onDisk = true;
                    return;
                }
            }
        }
        RandomAccess.SetLength(_file, 0); // half written when the process ended: none of it was promised to anybody
    }
}
