using IncidentBot.Teams;
using IncidentBot.Teams.Tokens;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;

namespace IncidentBot.Tests.Teams.Tokens;

public sealed class BotTokensTests : IDisposable
{
    private const string Scope = TeamsOptions.DefaultBotScope;

    private readonly TeamsUnderTest _test = new();

    private ScriptedTeams Login => _test.Login;

    [Fact]
    public async Task A_secret_is_shown_to_the_tenant_of_the_bot()
    {
        Assert.Equal("token-1", await TokenAsync());

        var call = Assert.Single(Login.Calls);
        Assert.Equal("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", call.Url.AbsoluteUri);
        Assert.Equal(["client_credentials", "app-1", "test-secret", "https://api.botframework.com/.default"], new[] { "grant_type", "client_id", "client_secret", "scope" }.Select(name => call[name]));
    }

    [Fact]
    public async Task A_bot_for_every_tenant_asks_where_such_bots_are_registered()
    {
        using var test = new TeamsUnderTest(options => options with { AppType = TeamsAppType.MultiTenant, TenantId = null });

        await test.Get<BotTokens>().ForAsync(Scope, TeamsUnderTest.Ct);
        await test.Get<BotTokens>().ForAsync("https://graph.microsoft.com", "customer", TeamsUnderTest.Ct);

        Assert.Equal(["/botframework.com/oauth2/v2.0/token", "/customer/oauth2/v2.0/token"], test.Login.Calls.Select(call => call.Url.AbsolutePath));
    }

    [Fact]
    public async Task Without_tokens_nobody_is_asked()
    {
        using var test = new TeamsUnderTest(options => options with { AllowAnonymous = true });

        Assert.Null(await test.Get<BotTokens>().ForAsync(Scope, TeamsUnderTest.Ct));
        Assert.Empty(test.Login.Calls);
    }

    [Theory]
    [InlineData(3599, 3298, 1)]
    [InlineData(3599, 3300, 2)]
    [InlineData(60, 29, 1)]
    [InlineData(60, 31, 2)]
    public async Task A_token_is_renewed_shortly_before_it_expires(int lifetime, int later, int asked)
    {
        Gives(lifetime);
        await TokenAsync();

        _test.Clock.Advance(TimeSpan.FromSeconds(later));
        await TokenAsync();

        Assert.Equal(asked, Login.Calls.Count);
    }

    [Fact]
    public async Task However_many_ask_it_is_asked_for_once()
    {
        using var gate = new ManualResetEventSlim();
        Login.On("/token", _ =>
        {
            gate.Wait(TeamsUnderTest.Ct);
            return Json("""{"expires_in":3599,"access_token":"one"}""");
        });
        var asking = Enumerable.Range(0, 20).Select(_ => Task.Run(TokenAsync)).ToList();
        gate.Set();

        Assert.All(await Task.WhenAll(asking), token => Assert.Equal("one", token));
        Assert.Single(Login.Calls);
    }

    [Fact]
    public async Task Scopes_and_tenants_have_tokens_of_their_own()
    {
        await TokenAsync();
        await _test.Get<BotTokens>().ForAsync("https://graph.microsoft.com/.default", TeamsUnderTest.Ct);
        await _test.Get<BotTokens>().ForAsync("https://graph.microsoft.com", TeamsUnderTest.Ct);

        Assert.Equal(["https://api.botframework.com/.default", "https://graph.microsoft.com/.default"], Login.Calls.Select(call => call["scope"]));
    }

    [Fact]
    public async Task While_a_renewal_fails_the_old_token_serves_until_its_end()
    {
        Gives(3599);
        await TokenAsync();
        Login.On("/token", () => Refusal(503));

        _test.Clock.Advance(TimeSpan.FromSeconds(3590));
        Assert.Equal("kept", await TokenAsync());

        _test.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.False((await FailsAsync()).Lasting);
    }

    [Fact]
    public async Task When_it_is_asked_to_wait_nobody_asks_before()
    {
        Login.On("/token", () => Refusal(429, retryAfter: "30"), () => Json("""{"expires_in":3599,"access_token":"late"}"""));
        Assert.Equal(TimeSpan.FromSeconds(30), (await FailsAsync()).RetryAfter);

        _test.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(TimeSpan.FromSeconds(1), (await FailsAsync()).RetryAfter);
        Assert.Single(Login.Calls);

        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("late", await TokenAsync());
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Teams:ClientSecret is not a secret of this app")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "has expired")]
    [InlineData("AADSTS700016: Application with identifier was not found.", "no app with the id of Teams:AppId")]
    [InlineData("something else", "Check Teams:AppId")]
    public async Task A_wrong_setting_is_said_to_the_operator_without_the_secret(string description, string said)
    {
        Login.On("/token", () => Json($$"""{"error":"invalid_client","error_description":"{{description}} {{TeamsUnderTest.Secret}}"}""", 401));

        var failed = await FailsAsync();

        Assert.True(failed.Lasting);
        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
        Assert.Equal(failed.Message, _test.Get<BotTokens>().Fault);
        Assert.DoesNotContain(TeamsUnderTest.Secret, failed + string.Concat(_test.Logged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_puts_an_end_to_the_fault()
    {
        Login.On("/token", () => Refusal(400), () => Json("""{"expires_in":3599,"access_token":"one"}"""));
        await FailsAsync();
        Assert.NotNull(_test.Get<BotTokens>().Fault);

        await TokenAsync();

        Assert.Null(_test.Get<BotTokens>().Fault);
    }

    [Theory]
    [InlineData("""{"expires_in":3599}""")]
    [InlineData("""{"access_token":7}""")]
    [InlineData("<html>")]
    public async Task An_answer_without_a_token_is_none(string body)
    {
        Login.On("/token", () => Json(body));

        Assert.False((await FailsAsync()).Lasting);
    }

    [Fact]
    public async Task A_lost_answer_is_tried_again_by_who_asks()
    {
        Login.On("/token", Lost, () => Json("""{"expires_in":"3599","access_token":"one"}"""));

        Assert.Contains("no answer", (await FailsAsync()).Message, StringComparison.Ordinal);
        Assert.Equal("one", await TokenAsync());
    }

    [Fact]
    public async Task Only_the_token_that_was_refused_is_forgotten()
    {
        Assert.Equal("token-1", await TokenAsync());
        _test.Get<BotTokens>().Forget(Scope, "token-1");
        Assert.Equal("token-2", await TokenAsync());
        _test.Get<BotTokens>().Forget(Scope, "token-1");

        Assert.Equal("token-2", await TokenAsync());
    }

    public void Dispose() => _test.Dispose();

    private async Task<string?> TokenAsync() => await _test.Get<BotTokens>().ForAsync(Scope, TeamsUnderTest.Ct);

    private Task<TokenException> FailsAsync() => Assert.ThrowsAsync<TokenException>(TokenAsync);

    private void Gives(int lifetime) => Login.On("/token", () => Json($$"""{"expires_in":{{lifetime}},"access_token":"kept"}"""));
}
