using System.IO.Compression;
using System.Text;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>A document as it is kept, a tenth of its size.</summary>
internal static class PackedText
{
    public static byte[] Of(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal)) packing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Read(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
