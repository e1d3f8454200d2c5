namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>A stream over one growing block of memory that tells its heir when it was written or emptied.</summary>
internal abstract class MemoryBackedStream : Stream
{
    private byte[] _bytes = [];
    private int _length;

    protected ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Clamp(_length - Position, 0, count);
        _bytes.AsSpan((int)Position, read).CopyTo(buffer.AsSpan(offset));
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var end = checked((int)Position + count);
        if (end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(end, Math.Min(Array.MaxLength, _bytes.Length * 2)));
        buffer.AsSpan(offset, count).CopyTo(_bytes.AsSpan((int)Position));
        _length = Math.Max(_length, end);
        Position = end;
        Written();
    }

    public override void SetLength(long value)
    {
        if (value > _length) throw new NotSupportedException("The log grows by writing only.");
        _length = (int)value;
        if (value == 0) Emptied();
        else Written();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected abstract void Written();

    protected abstract void Emptied();

    protected void Fill(byte[] content)
    {
        _bytes = content;
        _length = content.Length;
    }

    /// <summary>Gives memory back that a great transaction needed.</summary>
    protected void Shrink(int atMost)
    {
        if (_bytes.Length > atMost) _bytes = [];
    }
}
