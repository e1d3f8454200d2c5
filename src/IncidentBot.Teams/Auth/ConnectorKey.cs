using System.Security.Cryptography;
using System.Text.Json;
using IncidentBot.Http;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams.Auth;

/// <summary>A key that the Connector signs with, and the channels for which it may.</summary>
/// <remarks>JWT libraries drop the property <c>endorsements</c>, so keys are read here.</remarks>
internal sealed record ConnectorKey(SecurityKey Key, IReadOnlySet<string> Endorsements)
{
    /// <summary>The RSA keys of a JSON Web Key Set, by id; what is no such key is left out.</summary>
    public static IReadOnlyDictionary<string, ConnectorKey> ReadSet(JsonElement set)
    {
        var keys = new Dictionary<string, ConnectorKey>();
        foreach (var json in set.Items("keys"))
            if (json.Text("kid") is { Length: > 0 } id && Read(json, id) is { } key) keys[id] = key;
        return keys;
    }

    private static ConnectorKey? Read(JsonElement json, string id)
    {
        if (json.Text("kty") != "RSA" || json.Text("use") is not (null or "sig")) return null;
        if (Bytes(json, "n") is not { } modulus || Bytes(json, "e") is not { } exponent) return null;
        var endorsements = json.Items("endorsements").Where(channel => channel.ValueKind is JsonValueKind.String).Select(channel => channel.GetString()!).ToHashSet();
        return new(new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) { KeyId = id }, endorsements);
    }

    private static byte[]? Bytes(JsonElement json, string name)
    {
        try
        {
            return json.Text(name) is { Length: > 0 } text ? Base64UrlEncoder.DecodeBytes(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
