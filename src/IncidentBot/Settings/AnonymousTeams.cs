namespace IncidentBot.Settings;

/// <summary>Whether Teams may be taken without tokens: only in trials that nobody but this machine can reach.</summary>
internal static class AnonymousTeams
{
    private const string KestrelEndpoints = "Kestrel:Endpoints";

    public static IEnumerable<string> Faults(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!bool.TryParse(configuration[TeamsSettings.AllowAnonymous], out var allowed) || !allowed) yield break;
        if (!environment.IsDevelopment())
            yield return $"{TeamsSettings.AllowAnonymous} is true, but the environment is {environment.EnvironmentName}: anybody could speak as anybody. Set {TeamsSettings.AppId} and {TeamsSettings.ClientSecret} in its place, or, for a trial on this machine, DOTNET_ENVIRONMENT to Development.";
        foreach (var address in Addresses(configuration).Where(address => !IsThisMachine(address)))
            yield return $"{TeamsSettings.AllowAnonymous} is true, but the program would listen at {address}, where other machines may reach it. Listen at http://127.0.0.1:5080 only, or set {TeamsSettings.AppId} and {TeamsSettings.ClientSecret} in its place.";
    }

    // What stands at Kestrel:Endpoints is listened to in place of Urls; neither may be seen from elsewhere.
    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
        (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection(KestrelEndpoints).GetChildren().Select(endpoint => endpoint["Url"] ?? endpoint.Path));

    private static bool IsThisMachine(string address)
    {
        try
        {
            return SafeAddress.IsThisMachine(BindingAddress.Parse(address).Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
