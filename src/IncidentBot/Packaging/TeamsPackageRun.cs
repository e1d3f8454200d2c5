using IncidentBot.Settings;
using IncidentBot.Teams.Package;

namespace IncidentBot.Packaging;

/// <summary><c>teams-package</c>: writes the app package for Teams. It needs the bot's id and its public address, and no secret.</summary>
internal static class TeamsPackageRun
{
    public const string Command = "teams-package";

    private const string Out = "out";
    private const string UsualFile = "incidentbot-teams.zip";

    /// <exception cref="StartRefusedException">A setting is missing or wrong, or the file cannot be written.</exception>
    public static async Task<int> RunAsync(IConfiguration configuration, TextWriter output)
    {
        var faults = new List<string>();
        var appId = AppId(configuration, faults);
        var publicUrl = PublicUrl(configuration, faults);
        if (faults.Count > 0) throw new StartRefusedException(faults);
        var file = Path.GetFullPath(configuration[Out] is { Length: > 0 } named ? named : UsualFile);
        await WriteAsync(file, AppPackage.Of(appId, publicUrl!));
        await output.WriteLineAsync($"Written: {file}");
        await output.WriteLineAsync("Upload it in Teams under Apps, Manage your apps, Upload an app; or give it to your Teams administrator.");
        return 0;
    }

    private static Guid AppId(IConfiguration configuration, List<string> faults)
    {
        if (Guid.TryParseExact(configuration[TeamsSettings.AppId]?.Trim(), "D", out var id)) return id;
        faults.Add($"{TeamsSettings.AppId} is missing or no GUID. It is the \"Application (client) ID\" of the bot's app registration in Microsoft Entra: add --{TeamsSettings.AppId} 00000000-1111-2222-3333-444444444444");
        return default;
    }

    private static Uri? PublicUrl(IConfiguration configuration, List<string> faults)
    {
        if (Uri.TryCreate(configuration[TeamsSettings.PublicUrl]?.Trim(), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps) return url;
        faults.Add($"{TeamsSettings.PublicUrl} is missing or no https address. It is where Teams reaches this program, without /api/messages: add --{TeamsSettings.PublicUrl} https://bot.example.com/");
        return null;
    }

    private static async Task WriteAsync(string file, byte[] package)
    {
        try
        {
            await File.WriteAllBytesAsync(file, package);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException([$"The package cannot be written: {unwritable.Message} Name another file with --{Out} FILE."]);
        }
    }
}
