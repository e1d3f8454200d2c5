using System.Buffers.Binary;
using System.Text;
using IncidentBot.Core.Bot;

namespace IncidentBot.Storage.Journal;

/// <summary>A delivery as bytes: mark, length, checksum, content. The mark lets a reader find the next frame behind a damaged one.</summary>
internal static class JournalFrame
{
    public const int HeaderBytes = 12;
    private const int MostContentBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Text = new(false, throwOnInvalidBytes: false);
    private static ReadOnlySpan<byte> Mark => "IBf1"u8;

    /// <exception cref="ArgumentException">It is too large ever to be read again.</exception>
    public static byte[] Of(Delivery delivery)
    {
        using var frame = new MemoryStream(delivery.Body.Length + 256);
        frame.SetLength(HeaderBytes);
        frame.Position = HeaderBytes;
        using (var writer = new BinaryWriter(frame, Text, leaveOpen: true))
        {
            writer.Write(delivery.Id);
            writer.Write(delivery.OrderKey);
            writer.Write(delivery.Adapter);
            writer.Write(delivery.ReceivedAt.Ticks);
            writer.Write((short)delivery.ReceivedAt.TotalOffsetMinutes);
            writer.Write(delivery.Body);
        }
        if (frame.Length - HeaderBytes > MostContentBytes) throw new ArgumentException($"Delivery {delivery.Id} is larger than {MostContentBytes} bytes.", nameof(delivery));
        var bytes = frame.ToArray();
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - HeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Crc32C.Of(bytes.AsSpan(HeaderBytes)));
        return bytes;
    }

    /// <summary>The delivery of a frame's content.</summary>
    public static Delivery Read(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Text);
        var (id, orderKey, adapter) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var receivedAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.FromMinutes(reader.ReadInt16()));
        return new(id, adapter, orderKey, reader.ReadString(), receivedAt);
    }

    /// <summary>Length of the content of the frame that stands at the beginning; -1 when no whole, undamaged frame does.</summary>
    public static int ContentLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || !bytes.StartsWith(Mark)) return -1;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (length is <= 0 or > MostContentBytes || length > bytes.Length - HeaderBytes) return -1;
        return Crc32C.Of(bytes.Slice(HeaderBytes, length)) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) ? length : -1;
    }

    /// <summary>Where the next whole frame stands at or behind a place; -1: nowhere.</summary>
    public static int NextFrom(ReadOnlySpan<byte> bytes, int start)
    {
        while (start < bytes.Length)
        {
            var found = bytes[start..].IndexOf(Mark);
            if (found < 0) return -1;
            start += found;
            if (ContentLength(bytes[start..]) >= 0) return start;
            start++;
        }
        return -1;
    }
}
