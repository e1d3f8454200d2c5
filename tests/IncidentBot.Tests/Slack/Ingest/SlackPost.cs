using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Tests.Slack.Workspace;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>A request as Slack sends it, in bytes. https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
internal sealed record SlackPost(ReadOnlyMemory<byte> Body)
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(new WorkspaceOptions().SigningSecret);

    public SlackPost(string body) : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/slack/events";

    public string? Type { get; init; } = "application/json";

    /// <summary>When Slack signs it, in seconds; null: it is not signed.</summary>
    public long? SignedAt { get; init; } = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Lines with their ends.</summary>
    public string MoreHeaders { get; init; } = "";

    /// <summary>What tells where the body ends; null: its length.</summary>
    public string? Framing { get; init; }

    public SlackPost Retried(int number) => number == 0 ? this : this with { MoreHeaders = string.Create(CultureInfo.InvariantCulture, $"X-Slack-Retry-Num: {number}\r\nX-Slack-Retry-Reason: http_timeout\r\n") };

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Path} HTTP/1.1\r\nHost: localhost\r\n").Append(Framing ?? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n"));
        if (Type is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Type}\r\n");
        if (SignedAt is { } at) head.Append(CultureInfo.InvariantCulture, $"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: {Signature(at)}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append(MoreHeaders).Append("\r\n").ToString()), .. Body.Span];
    }

    private string Signature(long at)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{at}:")));
        hash.AppendData(Body.Span);
        return "v0=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
