using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Webhooks;

/// <summary>Signs as Standard Webhooks says: HMAC-SHA256 over <c>id.timestamp.body</c> (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string EncodedPrefix = "whsec_";

    /// <summary>One signature a secret, with spaces between them.</summary>
    public static string Of(string id, DateTimeOffset at, string body, IEnumerable<string> secrets)
    {
        var signed = Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}.{body}");
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed))}"));
    }

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Base64 after <c>whsec_</c>, else the characters themselves; null when it is to be base64 and is not.</summary>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(EncodedPrefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[EncodedPrefix.Length..], key, out var length) ? key[..length] : null;
    }
}
