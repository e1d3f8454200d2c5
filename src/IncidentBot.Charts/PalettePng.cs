using System.Buffers.Binary;
using System.IO.Compression;

namespace IncidentBot.Charts;

/// <summary>Writes a picture of few colours as a PNG with a palette, a third of what Skia writes for it, so that it fits into a message: https://www.w3.org/TR/png-3/</summary>
/// <remarks>The colours that are used most stay as they are; any other becomes the nearest of them.</remarks>
internal static class PalettePng
{
    /// <summary>Enough for the inks and the soft edges between them; fewer make a smaller file.</summary>
    private const int MostColours = 64;

    /// <param name="pixels">Red, green, blue and a byte that does not count, row by row.</param>
    public static byte[] Of(int width, int height, ReadOnlySpan<byte> pixels)
    {
        var colours = new Rgb[pixels.Length / 4];
        for (var pixel = 0; pixel < colours.Length; pixel++) colours[pixel] = new(pixels[4 * pixel], pixels[(4 * pixel) + 1], pixels[(4 * pixel) + 2]);
        Rgb[] used = [.. colours.CountBy(colour => colour).OrderByDescending(count => count.Value).Select(count => count.Key)];
        var palette = used[..Math.Min(used.Length, MostColours)];
        var index = used.ToDictionary(colour => colour, colour => (byte)Nearest(palette, colour));
        return Written(width, height, palette, [.. colours.Select(colour => index[colour])]);
    }

    private static int Nearest(Rgb[] palette, Rgb colour)
    {
        var nearest = 0;
        for (var other = 1; other < palette.Length; other++)
            if (palette[other].Apart(colour) < palette[nearest].Apart(colour))
                nearest = other;
        return nearest;
    }

    private static byte[] Written(int width, int height, Rgb[] palette, byte[] indices)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3); // a byte a pixel, an index of the palette
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])]);
        Chunk(png, "IDAT"u8, Deflated(width, indices));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Deflated(int width, byte[] indices)
    {
        using var bytes = new MemoryStream();
        using (var deflating = new ZLibStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var row = 0; row < indices.Length; row += width)
            {
                deflating.WriteByte(0); // as it is, no filter
                deflating.Write(indices, row, width);
            }
        return bytes.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(content, Check(kind, uint.MaxValue)));
        png.Write(number);
    }

    // CRC-32, a bit at a time: a picture is small.
    private static uint Check(ReadOnlySpan<byte> bytes, uint check)
    {
        foreach (var next in bytes)
        {
            check ^= next;
            for (var bit = 0; bit < 8; bit++) check = (check >> 1) ^ ((check & 1) == 0 ? 0 : 0xEDB88320);
        }
        return check;
    }

    private readonly record struct Rgb(byte Red, byte Green, byte Blue)
    {
        public int Apart(Rgb other) => Square(Red - other.Red) + Square(Green - other.Green) + Square(Blue - other.Blue);

        private static int Square(int number) => number * number;
    }
}
