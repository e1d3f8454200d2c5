using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Teams.Files;

/// <summary>The page from which kept files are downloaded. Browsers save it and run nothing of it; nothing keeps a copy, and no other page learns its address.</summary>
internal sealed class FileEndpoint(KeptFiles files)
{
    private const string Folder = "files";

    public static Uri AddressOf(Uri publicUrl, string token, string fileName) => new(publicUrl, $"{Folder}/{token}/{Uri.EscapeDataString(fileName)}");

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet($"/{Folder}/{{token}}/{{name}}", DownloadAsync);

    // A page is never told to be one: it is saved, and opened from there.
    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".md" => "text/markdown",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    private async Task<IResult> DownloadAsync(string token, string name, HttpContext context, CancellationToken ct)
    {
        var headers = context.Response.Headers;
        (headers.XContentTypeOptions, headers.CacheControl, headers["Referrer-Policy"]) = ("nosniff", "no-store", "no-referrer");
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["X-Robots-Tag"] = "noindex";
        if (await files.ReadAsync(token, name, ct) is not { } text) return Results.NotFound();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Text(text, TypeOf(name), Encoding.UTF8);
    }
}
