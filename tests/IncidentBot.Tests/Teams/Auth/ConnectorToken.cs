using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>A token as the Connector makes them; written by hand, so that it can be wrong in every way.</summary>
internal sealed record ConnectorToken(DateTimeOffset Now)
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public SigningKey Key { get; init; } = SigningKey.Teams;

    public string? KeyId { get; init; } = SigningKey.Teams.Id;

    public string Algorithm { get; init; } = "RS256";

    public string? Issuer { get; init; } = "https://api.botframework.com";

    public JsonNode? Audience { get; init; } = AppId;

    public string? ServiceUrlClaim { get; init; } = ServiceUrl;

    public string ServiceUrlName { get; init; } = "serviceurl";

    public TimeSpan? ValidFor { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan ValidIn { get; init; } = -TimeSpan.FromMinutes(1);

    public string Header => $"Bearer {this}";

    public static ConnectorToken SignedBy(SigningKey key, DateTimeOffset now) => new(now) { Key = key, KeyId = key.Id };

    public override string ToString()
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = Algorithm, ["x5t"] = KeyId };
        if (KeyId is not null) header["kid"] = KeyId;
        var claims = new JsonObject { ["nbf"] = (Now + ValidIn).ToUnixTimeSeconds() };
        if (Issuer is not null) claims["iss"] = Issuer;
        if (Audience is not null) claims["aud"] = Audience.DeepClone();
        if (ServiceUrlClaim is not null) claims[ServiceUrlName] = ServiceUrlClaim;
        if (ValidFor is { } time) claims["exp"] = (Now + time).ToUnixTimeSeconds();
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(System.Text.Encoding.ASCII.GetBytes(signed)))}";
    }

    private byte[] Signature(byte[] signed) => Algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(Key.Rsa.ExportSubjectPublicKeyInfo(), signed), // what a verifier that trusts "alg" would take for a good one
        "PS256" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "RS384" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => Key.Rsa.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        _ => Key.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
