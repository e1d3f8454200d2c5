using System.Text;
using IncidentBot.Slack.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Http;

/// <summary>The example of https://docs.slack.dev/authentication/verifying-requests-from-slack, and what is near it.</summary>
public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long SignedAt = 1531420618;
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly byte[] Body = Encoding.ASCII.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    [Fact]
    public void The_published_example_is_Slacks() => Assert.Null(At(0).Refuses(Timestamp, Signature, Body));

    [Theory]
    [InlineData(299)]
    [InlineData(300)]
    [InlineData(-299)]
    [InlineData(-300)]
    public void It_is_good_for_five_minutes_either_way(int secondsLater) => Assert.Null(At(secondsLater).Refuses(Timestamp, Signature, Body));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400)]
    public void A_stale_or_a_future_one_is_refused(int secondsLater) => Assert.Contains("clock", At(secondsLater).Refuses(Timestamp, Signature, Body), StringComparison.Ordinal);

    [Fact]
    public void One_flipped_bit_anywhere_is_refused()
    {
        for (var place = 0; place < Body.Length; place++)
        {
            var flipped = Body.ToArray();
            flipped[place] ^= 1;
            Assert.NotNull(At(0).Refuses(Timestamp, Signature, flipped));
        }
    }

    [Theory]
    [InlineData(null, Signature)]
    [InlineData(Timestamp, null)]
    [InlineData("", Signature)]
    [InlineData(Timestamp, "")]
    [InlineData("1531420619", Signature)]
    [InlineData("01531420618", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData(" 1531420618", Signature)]
    [InlineData("1531420618,1531420618", Signature)]
    [InlineData("99999999999999999999", Signature)]
    [InlineData("9223372036854775807", Signature)]
    [InlineData("soon", Signature)]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "v0=ⓐ2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Missing_or_garbled_headers_are_refused(string? timestamp, string? signature) => Assert.NotNull(At(0).Refuses(timestamp, signature, Body));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void There_is_no_check_with_an_empty_secret(string secret) => Assert.Throws<ArgumentException>(() => new SlackSignature(secret, TimeProvider.System));

    [Fact]
    public void Another_secret_is_refused() => Assert.NotNull(new SlackSignature("another", Clock(0)).Refuses(Timestamp, Signature, Body));

    private static SlackSignature At(int secondsLater) => new(Secret, Clock(secondsLater));

    private static FakeTimeProvider Clock(int secondsLater) => new(DateTimeOffset.FromUnixTimeSeconds(SignedAt + secondsLater));
}
