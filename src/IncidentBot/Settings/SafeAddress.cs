using System.Net;

namespace IncidentBot.Settings;

/// <summary>Addresses that a secret may be sent to: https, or http of this machine, and nothing in them but host and path.</summary>
internal static class SafeAddress
{
    /// <summary>Null when it is none.</summary>
    /// <param name="isBase">Others are built on it: it ends in a slash, whether it is written so or not.</param>
    public static Uri? Read(string value, bool isBase) => Uri.TryCreate(isBase && !value.EndsWith('/') ? value + "/" : value, UriKind.Absolute, out var url) && IsSafe(url) ? url : null;

    public static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsSafe(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url.Host))) && url is { UserInfo: "", Query: "", Fragment: "" };
}
