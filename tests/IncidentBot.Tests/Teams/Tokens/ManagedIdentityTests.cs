using IncidentBot.Teams;
using IncidentBot.Teams.Tokens;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;

namespace IncidentBot.Tests.Teams.Tokens;

public sealed class ManagedIdentityTests
{
    private const string Resource = "https%3A%2F%2Fapi.botframework.com";

    [Fact]
    public async Task App_Service_is_asked_with_its_header()
    {
        using var test = Test(new(new Uri("http://127.0.0.1:41741/msi/token/"), "test-header"));
        test.Login.On("GET /msi/token/", _ => Json($$"""{"access_token":"one","expires_on":"{{test.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}}"}"""));

        Assert.Equal("one", await TokenAsync(test));
        test.Clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("one", await TokenAsync(test));

        var call = Assert.Single(test.Login.Calls);
        Assert.Equal($"http://127.0.0.1:41741/msi/token/?api-version=2019-08-01&resource={Resource}&client_id=app-1", call.Url.AbsoluteUri);
        Assert.Equal("test-header", call.Headers["X-IDENTITY-HEADER"]);
    }

    [Fact]
    public async Task A_virtual_machine_is_asked_at_its_metadata_service()
    {
        using var test = Test(new(null, null));
        test.Login.On("GET /metadata/identity/oauth2/token", """{"access_token":"one","expires_in":"3599","token_type":"Bearer"}""");

        Assert.Equal("one", await TokenAsync(test));

        var call = Assert.Single(test.Login.Calls);
        Assert.Equal($"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource={Resource}&client_id=app-1", call.Url.AbsoluteUri);
        Assert.Equal("true", call.Headers["Metadata"]);
    }

    [Fact]
    public async Task An_identity_that_the_machine_has_not_is_said()
    {
        using var test = Test(new(null, null));
        test.Login.On("GET /token", () => Refusal(400));

        var failed = await Assert.ThrowsAsync<TokenException>(() => TokenAsync(test));

        Assert.Contains("client id is Teams:AppId", failed.Message, StringComparison.Ordinal);
    }

    private static TeamsUnderTest Test(ManagedIdentity identity) => new(options => options with { AppType = TeamsAppType.UserAssignedMsi, ClientSecret = null }, identity);

    private static async Task<string?> TokenAsync(TeamsUnderTest test) => await test.Get<BotTokens>().ForAsync(TeamsOptions.DefaultBotScope, TeamsUnderTest.Ct);
}
