using IncidentBot.Core.Masking;
using Xunit;

namespace IncidentBot.Core.Tests.Masking;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n\n")]
    [InlineData("Comment: one-off key\n\n")]
    [InlineData("")]
    public void A_private_key_is_masked_to_its_end_whatever_its_headers_say(string headers)
    {
        var body = string.Join('\n', Enumerable.Repeat("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo", 10));
        Assert.Equal("this one:\n[masked: private key]\n- please rotate", Secrets.Mask($"this one:\n-----BEGIN RSA PRIVATE KEY-----\n{headers}{body}\n-----END RSA PRIVATE KEY-----\n- please rotate").Text);
    }

    /// <summary>Each message of a room is read. The limit is far above what it takes, and far below what a pattern takes that reads on from every character.</summary>
    [Theory]
    [InlineData("-")]
    [InlineData("._-")]
    [InlineData("a.")]
    [InlineData("_key")]
    [InlineData("-----BEGIN PRIVATE KEY-----a-")]
    [InlineData("curl -u ")]
    [InlineData("pw=abc1 ")]
    public void A_long_text_is_read_in_no_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Secrets.Mask(text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("postgres://app:k3y@cl-w0rd@db.internal/app", "postgres://app:[masked: password]@db.internal/app")]
    [InlineData("postgres://app:k3ycl-w0rd@db.internal/app", "postgres://app:[masked: password]@db.internal/app")]
    [InlineData("http://localhost:8080/x and mail ana@corp.test", "http://localhost:8080/x and mail ana@corp.test")]
    public void A_password_in_an_address_is_masked_whole(string text, string masked) => Assert.Equal(masked, Secrets.Mask(text).Text);
}
