using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Monitoring.Alerts;

/// <summary>The secret that who posts alerts gives along: as a bearer token, or as the password of basic authentication with any name.</summary>
/// <remarks>Alertmanager sends either (https://prometheus.io/docs/alerting/latest/configuration/#http_config). Hashes are compared, in constant time, so that not even the length is told.</remarks>
internal sealed class AlertSecret
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private readonly byte[] _hash;

    public AlertSecret(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret); // an empty secret would let anybody in
        _hash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
    }

    public bool IsIn(IHeaderDictionary headers) => Given(headers.Authorization.ToString()) is { } given && CryptographicOperations.FixedTimeEquals(SHA256.HashData(given), _hash);

    private static byte[]? Given(string header)
    {
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetBytes(header[Bearer.Length..].Trim());
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return null;
        var pair = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), pair, out var length)) return null;
        var colon = pair.AsSpan(0, length).IndexOf((byte)':');
        return colon < 0 ? null : pair[(colon + 1)..length];
    }
}
