using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Slack.Http;

/// <summary>Checks that a request was signed by Slack, and lately. <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/></summary>
internal sealed class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const string Version = "v0";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    public SlackSignature(string signingSecret, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signingSecret); // an empty secret would let anybody sign
        (_key, _time) = (Encoding.UTF8.GetBytes(signingSecret), time);
    }

    /// <summary>Why the request is not taken, for an operator; null when it is Slack's.</summary>
    /// <param name="body">The bytes as they came.</param>
    public string? Refuses(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (timestamp is null || signature is null) return "it is not signed";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return "its time is no number";
        var age = _time.GetUtcNow().ToUnixTimeSeconds() - seconds;
        if (Math.Abs(age) > Tolerance.TotalSeconds) return "its time is more than 5 minutes from this machine's clock";
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(timestamp, body)), Encoding.ASCII.GetBytes(signature)) ? null : "its signature is not of the signing secret";
    }

    /// <summary>The signature that Slack would give the body.</summary>
    public string Of(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
