using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Tests.Teams.Workspace.Login;

/// <summary>A key with which the Connector signs what it sends to bots.</summary>
/// <param name="id">Its <c>kid</c>.</param>
/// <param name="endorsements">Channels for which it may sign; null: the list is missing.</param>
public sealed class SigningKey(string id, IReadOnlyList<string>? endorsements) : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>As the key set shows it.</summary>
    public JsonObject ToJson()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = WebEncoders.Base64UrlEncode(parameters.Modulus!),
            ["e"] = WebEncoders.Base64UrlEncode(parameters.Exponent!),
        };
        if (endorsements is not null) json["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        return json;
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = id, ["x5t"] = id, ["typ"] = "JWT" };
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(_rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public void Dispose() => _rsa.Dispose();

    private static string Encoded(JsonObject json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
