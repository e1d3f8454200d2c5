using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Benchmarks.Serving;

/// <summary>The check of Slack's v0 request signature.</summary>
internal static class SlackSignature
{
    /// <summary>The secret that the load generator signs with by default.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool Matches(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(timestamp, body)), Encoding.ASCII.GetBytes(signature));
    }

    public static string Of(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
