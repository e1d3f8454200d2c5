namespace IncidentBot.Monitoring.Prometheus;

/// <summary>Reads an answer that may be larger than anybody could want, or never end.</summary>
internal static class BoundedBody
{
    public const int Most = 5 * 1024 * 1024;

    /// <summary>Null: it is larger than that.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await stream.ReadAsync(part, ct) is > 0 and var read)
        {
            if (body.Length + read > Most) return null;
            body.Write(part, 0, read);
        }
        return body.ToArray();
    }
}
