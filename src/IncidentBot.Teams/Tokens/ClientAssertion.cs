using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams.Tokens;

/// <summary>Signs, with the bot's certificate, that it is the bot (learn.microsoft.com/entra/identity-platform/certificate-credentials).</summary>
internal sealed class ClientAssertion(TeamsOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lazy<X509Certificate2> _certificate = new(() => Load(options));

    /// <param name="address">The token endpoint, the only one that may take it.</param>
    public string For(Uri address)
    {
        using var key = _certificate.Value.GetRSAPrivateKey() ?? throw new TokenException("The certificate of Teams:CertificatePath has no RSA private key.", true);
        var now = time.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = address.AbsoluteUri,
            Claims = new Dictionary<string, object> { ["sub"] = options.AppId, ["jti"] = Guid.NewGuid().ToString() },
            NotBefore = now,
            IssuedAt = now,
            Expires = now + Lifetime,
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = Base64UrlEncoder.Encode(SHA256.HashData(_certificate.Value.RawData)) },
            SigningCredentials = new(new RsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSsaPssSha256),
        };
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }

    public void Dispose()
    {
        if (_certificate.IsValueCreated) _certificate.Value.Dispose();
    }

    private static X509Certificate2 Load(TeamsOptions options)
    {
        var path = options.CertificatePath ?? throw new TokenException("There is no Teams:CertificatePath.", true);
        try
        {
            return X509Certificate2.GetCertContentType(path) is X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword)
                : options.CertificatePassword is { Length: > 0 } password ? X509Certificate2.CreateFromEncryptedPemFile(path, password) : X509Certificate2.CreateFromPemFile(path);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new TokenException("The certificate of Teams:CertificatePath cannot be read: it must be a PEM or PFX file with a private key, and Teams:CertificatePassword its password.", true, inner: failure);
        }
    }
}
