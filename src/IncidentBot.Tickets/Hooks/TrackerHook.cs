using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Core.Tickets;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Tickets.Hooks;

/// <summary>How one tracker posts what has changed: its headers, its signature, its payload.</summary>
internal abstract class TrackerHook
{
    private readonly byte[] _key;

    protected TrackerHook(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret); // an empty secret would let anybody sign
        _key = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>The name of its deliveries in the inbox.</summary>
    public abstract string Adapter { get; }

    public abstract Tracker Tracker { get; }

    public abstract string Path { get; }

    /// <summary>Both trackers sign alike: <c>sha256=</c> and the HMAC of the body, in hexadecimal.</summary>
    public abstract string SignatureHeader { get; }

    public abstract string SecretKey { get; }

    /// <summary>The same on a redelivery; null when the header is missing.</summary>
    public abstract string? DeliveryId(IHeaderDictionary headers);

    public abstract bool IsAboutTickets(IHeaderDictionary headers, JsonElement payload);

    public abstract string? TicketId(JsonElement payload);

    /// <summary>Null when it tells nothing of how a ticket stands.</summary>
    public abstract SeenTicket? Read(JsonElement payload);

    /// <param name="body">The bytes as they came.</param>
    public bool IsSigned(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(body)), Encoding.ASCII.GetBytes(headers[SignatureHeader].ToString()));

    public string Signature(ReadOnlySpan<byte> body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_key, body))}";
}
