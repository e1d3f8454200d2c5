namespace IncidentBot.Storage.LiteDb.Disk;

/// <summary>What every LiteDB file begins with.</summary>
/// <remarks>LiteDB takes a short file of another kind for a new one and writes over it.</remarks>
internal static class DatabaseMark
{
    private const int At = 32;

    private static ReadOnlySpan<byte> Mark => "** This is a LiteDB file **"u8;

    /// <summary>There is no file yet, or an empty one, or one whose creation was cut off by a power loss, or a database.</summary>
    public static bool IsFreeOrDatabase(string path)
    {
        if (!File.Exists(path)) return !Directory.Exists(path);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var found = new byte[Mark.Length];
        if (RandomAccess.GetLength(file) == 0) return true;
        return RandomAccess.Read(file, found, At) == found.Length && (found.AsSpan().SequenceEqual(Mark) || !found.AsSpan().ContainsAnyExcept((byte)0));
    }
}
