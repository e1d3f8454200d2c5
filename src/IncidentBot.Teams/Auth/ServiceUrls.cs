namespace IncidentBot.Teams.Auth;

/// <summary>To which addresses the bot speaks, and shows its token.</summary>
internal static class ServiceUrls
{
    /// <summary>The address when it may be spoken to; else null.</summary>
    /// <remarks>This machine, over plain HTTP, only where no token is sent.</remarks>
    public static Uri? Allowed(string? serviceUrl, TeamsOptions options) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url is { UserInfo: "", Query: "", Fragment: "" } && (IsListed(url, options) || (options.AllowAnonymous && IsThisMachine(url))) ? url : null;

    private static bool IsListed(Uri url, TeamsOptions options) => url.Scheme == Uri.UriSchemeHttps && options.ServiceHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
