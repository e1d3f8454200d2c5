using System.Globalization;
using System.Text;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>A request as Teams sends it, in bytes.</summary>
internal sealed record TeamsPost(ReadOnlyMemory<byte> Body)
{
    public TeamsPost(string body) : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/api/messages";

    public string? Type { get; init; } = "application/json; charset=utf-8";

    /// <summary>Null: no header.</summary>
    public string? Authorization { get; init; }

    /// <summary>Lines with their ends.</summary>
    public string MoreHeaders { get; init; } = "";

    /// <summary>What tells where the body ends; null: its length.</summary>
    public string? Framing { get; init; }

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Path} HTTP/1.1\r\nHost: localhost\r\n").Append(Framing ?? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n"));
        if (Type is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Type}\r\n");
        if (Authorization is not null) head.Append(CultureInfo.InvariantCulture, $"Authorization: {Authorization}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append(MoreHeaders).Append("\r\n").ToString()), .. Body.Span];
    }
}
