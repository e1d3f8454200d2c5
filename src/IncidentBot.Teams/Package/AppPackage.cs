using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Teams.Package;

/// <summary>The app package that is uploaded to Teams, a zip of <c>manifests/teams</c> with the settings filled in:
/// learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package</summary>
public static class AppPackage
{
    private const string Manifest = "manifest.json";

    private static readonly string[] Icons = ["color.png", "outline.png"];

    // Any fixed time makes the same package of the same settings.
    private static readonly DateTimeOffset Packed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="publicUrl">Where Teams reaches the program.</param>
    public static byte[] Of(Guid appId, Uri publicUrl)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create))
        {
            Add(zip, Manifest, Encoding.UTF8.GetBytes(ManifestOf(appId, publicUrl)));
            foreach (var icon in Icons) Add(zip, icon, Read(icon));
        }
        return package.ToArray();
    }

    private static string ManifestOf(Guid appId, Uri publicUrl) => Encoding.UTF8.GetString(Read(Manifest))
        .Replace("{appId}", appId.ToString("D"), StringComparison.Ordinal)
        .Replace("{publicUrl}", Quoted(publicUrl.AbsoluteUri), StringComparison.Ordinal)
        .Replace("{publicHost}", Quoted(publicUrl.IdnHost), StringComparison.Ordinal);

    private static string Quoted(string text) => JsonEncodedText.Encode(text).ToString();

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Packed;
        using var written = entry.Open();
        written.Write(content);
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(AppPackage).Assembly.GetManifestResourceStream($"teams/{name}")!;
        using var read = new MemoryStream();
        resource.CopyTo(read);
        return read.ToArray();
    }
}
