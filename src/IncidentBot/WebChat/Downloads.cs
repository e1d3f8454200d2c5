using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>Sends a posted file, always as a download: its content is nobody's page.</summary>
public static class Downloads
{
    public static async Task<IResult> SendAsync(string id, string name, IWebChatStore store, HttpResponse response, CancellationToken ct)
    {
        if (await store.ContentAsync(id, ct) is not { } content) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(FileContent.Bytes(content), "application/octet-stream", name);
    }
}
