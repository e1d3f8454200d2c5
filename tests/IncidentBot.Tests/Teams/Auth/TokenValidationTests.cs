using System.Text.Json.Nodes;
using IncidentBot.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Auth;

/// <summary>Every token that is not the Connector's, for this bot, in Teams, now.</summary>
public sealed class TokenValidationTests : IAsyncLifetime
{
    private AuthenticationUnderTest _teams = null!;

    public async ValueTask InitializeAsync() => _teams = await AuthenticationUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_token_of_the_Connector_proves_its_service_url(string algorithm) =>
        Assert.Equal((ConnectorToken.ServiceUrl, null), await _teams.CheckAsync(_teams.Token with { Algorithm = algorithm }));

    [Fact]
    public async Task The_scheme_may_be_written_in_any_case() => Assert.Null((await _teams.CheckAsync($"bearer {_teams.Token}")).Refusal);

    [Fact]
    public async Task No_header_is_refused() => await RefusedAsync((string?)null, "it has no bearer token");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  {0}")]
    [InlineData(" Bearer {0}")]
    [InlineData("Bearer {0} ")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer {0},Bearer {0}")]
    [InlineData("{0}")]
    [InlineData("Basic {0}")]
    [InlineData("BearerX {0}")]
    [InlineData("Bearer\t{0}")]
    public async Task A_header_of_other_than_two_parts_is_refused(string header) =>
        await RefusedAsync(header.Replace("{0}", _teams.Token.ToString(), StringComparison.Ordinal), "it has no bearer token");

    [Theory]
    [InlineData("x")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    [InlineData("bnVsbA.bnVsbA.AAAA")]
    [InlineData("W10.W10.AAAA")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("{}.{}.{}")]
    public async Task What_is_no_token_is_refused(string token) => Assert.Equal(401, (await _teams.CheckAsync($"Bearer {token}")).Refusal!.Status);

    [Theory]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.us")]
    [InlineData("HTTPS://API.BOTFRAMEWORK.COM")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_issuer_is_refused(string? issuer) => await RefusedAsync(_teams.Token with { Issuer = issuer }, "its token is not of Teams:Issuer");

    [Theory]
    [InlineData("22222222-2222-4333-8444-555555555555")]
    [InlineData(ConnectorToken.AppId + "/")]
    [InlineData(" " + ConnectorToken.AppId)]
    [InlineData("https://api.botframework.com")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_audience_is_refused(string? audience) => await RefusedAsync(_teams.Token with { Audience = audience }, "its token is for another bot than Teams:AppId");

    [Fact]
    public async Task Audiences_without_this_bot_are_refused() => await RefusedAsync(_teams.Token with { Audience = new JsonArray("a", "b") }, "its token is for another bot than Teams:AppId");

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    [InlineData("")]
    public async Task Another_algorithm_is_refused(string algorithm) => await RefusedAsync(_teams.Token with { Algorithm = algorithm }, "its token is not signed as the Connector's are");

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task So_it_is_without_the_name_of_a_key(string algorithm) => await RefusedAsync(_teams.Token with { Algorithm = algorithm, KeyId = null }, "its token is not signed as the Connector's are");

    [Fact]
    public async Task A_token_may_be_four_minutes_late() => Assert.Null((await _teams.CheckAsync(_teams.Token with { ValidFor = -TimeSpan.FromMinutes(4) })).Refusal);

    [Fact]
    public async Task A_token_may_be_four_minutes_early() => Assert.Null((await _teams.CheckAsync(_teams.Token with { ValidIn = TimeSpan.FromMinutes(4) })).Refusal);

    [Fact]
    public async Task Six_minutes_late_is_refused() => await RefusedAsync(_teams.Token with { ValidFor = -TimeSpan.FromMinutes(6), ValidIn = -TimeSpan.FromHours(1) }, "its token is not valid at this time, by the clock of this machine");

    [Fact]
    public async Task Six_minutes_early_is_refused() => await RefusedAsync(_teams.Token with { ValidIn = TimeSpan.FromMinutes(6) }, "its token is not valid at this time, by the clock of this machine");

    [Fact]
    public async Task A_token_without_an_end_is_refused() => await RefusedAsync(_teams.Token with { ValidFor = null }, "its token is not valid at this time, by the clock of this machine");

    [Fact]
    public async Task The_program_s_clock_counts()
    {
        var token = _teams.Token;
        _teams.Time.Advance(TimeSpan.FromMinutes(64));
        Assert.Null((await _teams.CheckAsync(token)).Refusal);
        _teams.Time.Advance(TimeSpan.FromMinutes(2));
        await RefusedAsync(token, "its token is not valid at this time, by the clock of this machine");
    }

    [Theory]
    [InlineData(null, "serviceurl")]
    [InlineData("", "serviceurl")]
    [InlineData(ConnectorToken.ServiceUrl, "serviceUrl")]
    public async Task A_token_without_a_service_url_is_refused(string? url, string name) =>
        await RefusedAsync(_teams.Token with { ServiceUrlClaim = url, ServiceUrlName = name }, "its token names no service URL");

    [Fact]
    public async Task A_key_that_is_endorsed_for_another_channel_is_refused() =>
        await RefusedAsync(ConnectorToken.SignedBy(SigningKey.WebChat, _teams.Time.GetUtcNow()), "its token is signed with a key that is not endorsed for Teams");

    [Fact]
    public async Task A_key_that_says_nothing_of_endorsements_is_refused() =>
        await RefusedAsync(ConnectorToken.SignedBy(SigningKey.Unendorsed, _teams.Time.GetUtcNow()), "its token is signed with a key that is not endorsed for Teams");

    [Fact]
    public async Task A_key_that_is_endorsed_for_nothing_is_refused() =>
        await RefusedAsync(ConnectorToken.SignedBy(SigningKey.EndorsedForNone, _teams.Time.GetUtcNow()), "its token is signed with a key that is not endorsed for Teams");

    [Fact]
    public async Task A_key_that_the_Connector_does_not_have_is_refused() =>
        await RefusedAsync(ConnectorToken.SignedBy(SigningKey.New, _teams.Time.GetUtcNow()), "its token is signed with no key of the Connector");

    [Fact]
    public async Task A_token_that_names_no_key_is_refused() => await RefusedAsync(_teams.Token with { KeyId = null }, "its token is not signed as the Connector's are");

    [Fact]
    public async Task A_key_of_the_same_name_is_refused() => await RefusedAsync(_teams.Token with { Key = SigningKey.Forged }, "the signature of its token is wrong");

    [Fact]
    public async Task Claims_that_were_changed_are_refused()
    {
        var (good, other) = (_teams.Token.ToString().Split('.'), (_teams.Token with { ServiceUrlClaim = "https://elsewhere.example/" }).ToString().Split('.'));
        await RefusedAsync($"Bearer {good[0]}.{other[1]}.{good[2]}", "the signature of its token is wrong");
    }

    [Fact]
    public async Task A_signature_that_is_missing_is_refused()
    {
        var good = _teams.Token.ToString().Split('.');
        Assert.Equal(401, (await _teams.CheckAsync($"Bearer {good[0]}.{good[1]}.")).Refusal!.Status);
    }

    [Fact]
    public async Task One_changed_character_anywhere_is_refused_and_none_is_an_error()
    {
        var good = _teams.Token.ToString();
        var last = good.Length - 1; // the last one holds bits that do not count
        for (var place = 0; place < last; place++)
        {
            var changed = good.ToCharArray();
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            Assert.Equal(401, (await _teams.CheckAsync($"Bearer {new string(changed)}")).Refusal?.Status);
        }
    }

    [Fact]
    public async Task The_clouds_of_governments_have_an_issuer_of_their_own()
    {
        await using var gov = await AuthenticationUnderTest.StartAsync(AuthenticationUnderTest.Options with { Issuer = "https://api.botframework.us" });
        Assert.Null((await gov.CheckAsync(gov.Token with { Issuer = "https://api.botframework.us" })).Refusal);
        Assert.NotNull((await gov.CheckAsync(gov.Token)).Refusal);
    }

    [Fact]
    public async Task No_refusal_tells_the_token()
    {
        foreach (var token in new[] { _teams.Token with { Issuer = "secret-test" }, _teams.Token with { Audience = "secret-test" }, _teams.Token with { KeyId = "secret-test" }, _teams.Token with { Key = SigningKey.Forged } })
        {
            var (_, refusal) = await _teams.CheckAsync(token);
            Assert.DoesNotContain("secret-test", refusal!.Why, StringComparison.Ordinal);
            Assert.DoesNotContain(token.ToString(), refusal.Why, StringComparison.Ordinal);
        }
    }

    private Task RefusedAsync(ConnectorToken token, string why) => RefusedAsync(token.Header, why);

    private async Task RefusedAsync(string? authorization, string why) => Assert.Equal((null, Refusal.Unproven(why)), await _teams.CheckAsync(authorization));
}
