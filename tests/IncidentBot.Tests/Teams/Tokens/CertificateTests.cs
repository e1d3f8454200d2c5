using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IncidentBot.Teams;
using IncidentBot.Teams.Tokens;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Api;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace IncidentBot.Tests.Teams.Tokens;

public sealed class CertificateTests : IDisposable
{
    private const string Password = "test-secret";

    private readonly TemporaryFolder _folder = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public CertificateTests()
    {
        var request = new CertificateRequest("CN=bot", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("bot.pfx", true)]
    [InlineData("bot.pem", false)]
    [InlineData("secret.pem", true)]
    public async Task The_certificate_signs_that_the_bot_asks(string file, bool password)
    {
        using var test = new TeamsUnderTest(options => options with { ClientSecret = null, CertificatePath = Write(file), CertificatePassword = password ? Password : null });

        await test.Get<BotTokens>().ForAsync(TeamsOptions.DefaultBotScope, TeamsUnderTest.Ct);

        var call = Assert.Single(test.Login.Calls);
        Assert.Null(call["client_secret"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", call["client_assertion_type"]);
        var token = new JsonWebToken(call["client_assertion"]);
        Assert.Equal(("PS256", Base64UrlEncoder.Encode(SHA256.HashData(_certificate.RawData))), (token.Alg, token.GetHeaderValue<string>("x5t#S256")));
        Assert.Equal(("app-1", "app-1", call.Url.AbsoluteUri), (token.Issuer, token.Subject, Assert.Single(token.Audiences)));
        Assert.Equal(TimeSpan.FromMinutes(10), token.ValidTo - test.Clock.GetUtcNow().UtcDateTime);
        var check = await new JsonWebTokenHandler().ValidateTokenAsync(call["client_assertion"], new()
        {
            IssuerSigningKey = new X509SecurityKey(_certificate),
            ValidIssuer = "app-1",
            ValidAudience = call.Url.AbsoluteUri,
            ValidateLifetime = false,
        });
        Assert.True(check.IsValid, check.Exception?.ToString());
    }

    [Theory]
    [InlineData("missing.pem")]
    [InlineData("wrong.pfx")]
    [InlineData("nokey.pem")]
    public async Task A_certificate_that_cannot_be_used_is_said_without_its_password(string file)
    {
        var path = file == "missing.pem" ? Path.Combine(_folder.FullPath, file) : Write(file);
        using var test = new TeamsUnderTest(options => options with { ClientSecret = null, CertificatePath = path, CertificatePassword = "other-secret" });

        var failed = await Assert.ThrowsAsync<TokenException>(async () => await test.Get<BotTokens>().ForAsync(TeamsOptions.DefaultBotScope, TeamsUnderTest.Ct));

        Assert.Contains("Teams:CertificatePath", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("other-secret", failed.ToString(), StringComparison.Ordinal);
        Assert.Empty(test.Login.Calls);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _certificate.Dispose();
        _key.Dispose();
    }

    private string Write(string file)
    {
        var path = Path.Combine(_folder.FullPath, file);
        if (file.EndsWith(".pfx", StringComparison.Ordinal)) File.WriteAllBytes(path, _certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password));
        else File.WriteAllText(path, _certificate.ExportCertificatePem() + "\n" + file switch
        {
            "bot.pem" => _key.ExportPkcs8PrivateKeyPem(),
            "secret.pem" => _key.ExportEncryptedPkcs8PrivateKeyPem(Password, new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)),
            _ => "",
        });
        return path;
    }
}
