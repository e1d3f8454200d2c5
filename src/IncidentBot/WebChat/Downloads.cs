using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Sends what was posted: a file always as a download, because its content is nobody's page; a picture as a picture and nothing else.</summary>
public static class Downloads
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static async Task<IResult> ShowAsync(string id, IWebChatStore store, HttpResponse response, CancellationToken ct)
    {
        if (await store.ContentAsync(id, ct) is not { } content || FileContent.Bytes(content) is not { } png || !png.AsSpan().StartsWith(PngSignature)) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(png, "image/png");
    }

    public static async Task<IResult> SendAsync(string id, string name, IWebChatStore store, HttpResponse response, CancellationToken ct)
    {
        if (await store.ContentAsync(id, ct) is not { } content) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(FileContent.Bytes(content), "application/octet-stream", name);
    }
}
