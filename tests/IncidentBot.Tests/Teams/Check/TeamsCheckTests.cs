using IncidentBot.Core.Bot;
using IncidentBot.Teams;
using IncidentBot.Teams.Check;
using IncidentBot.Tests.Teams.Auth;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IncidentBot.Tests.Teams.Check;

public sealed class TeamsCheckTests : IAsyncLifetime
{
    private const string Tenant = "72f988bf-0000-4000-8000-2d7cd011db47";
    private ConnectorMetadata _metadata = null!;
    private Login _login = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TeamsOptions Options => AuthenticationUnderTest.Options with { MetadataUrl = _metadata.Url, LoginUrl = _login.Url, PublicUrl = new("https://bot.example/") };

    public async ValueTask InitializeAsync() => (_metadata, _login) = (await ConnectorMetadata.StartAsync(), await Login.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _metadata.DisposeAsync();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task A_bot_that_is_set_up_is_fine()
    {
        var lines = await CheckAsync(Options);
        Assert.DoesNotContain(lines, line => line.Result is CheckResult.Fault);
        Assert.Equal(["Teams:AppId", "Teams:MetadataUrl", "Teams:ClientSecret", "Teams:GraphUrl", "ChannelMessage.Read.Group", "Teams:PublicUrl", "Incidents:AnnounceChannel"], lines.Select(line => line.Subject));
        Assert.Contains(lines, line => line.Words == "the keys were read, 1 of 4 sign for Teams.");
        Assert.Equal([(Tenant, "https://api.botframework.com/.default"), (Tenant, "https://graph.microsoft.com/.default")], _login.Asked);
    }

    [Fact]
    public async Task The_messaging_endpoint_is_told()
    {
        Assert.Contains("https://bot.example/api/messages;", Line(await CheckAsync(Options), "Teams:PublicUrl").Words, StringComparison.Ordinal);
        Assert.Contains("is not set", Line(await CheckAsync(Options with { PublicUrl = null }), "Teams:PublicUrl").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_a_fault()
    {
        _metadata.Instead = _ => Results.StatusCode(404);
        var line = Line(await CheckAsync(Options), "Teams:MetadataUrl");
        Assert.Equal(CheckResult.Fault, line.Result);
        Assert.Contains("404", line.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_another_channel_are_a_fault()
    {
        _metadata.Keys = [SigningKey.WebChat];
        Assert.Equal((CheckResult.Fault, true), (Line(await CheckAsync(Options), "Teams:MetadataUrl").Result, Line(await CheckAsync(Options), "Teams:MetadataUrl").Words.StartsWith("none of the 1 keys", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_secret_that_is_not_accepted_is_a_fault_that_does_not_repeat_it()
    {
        _login.Instead = _ => Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided, test-secret" }, statusCode: 401);
        var lines = await CheckAsync(Options);
        Assert.Contains("AADSTS7000215", Line(lines, "Teams:ClientSecret").Words, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Subject == "Teams:GraphUrl" || line.Words.Contains("test-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_token_for_Graph_alone_is_told_of_Graph()
    {
        _login.Instead = scope => scope.Contains("graph", StringComparison.Ordinal) ? Results.Json(new { error = "invalid_scope" }, statusCode: 400) : null;
        var lines = await CheckAsync(Options);
        Assert.Equal((CheckResult.Fine, CheckResult.Fault), (Line(lines, "Teams:ClientSecret").Result, Line(lines, "Teams:GraphUrl").Result));
    }

    [Fact]
    public async Task A_bot_for_many_tenants_is_told_whom_it_hears()
    {
        var lines = await CheckAsync(Options with { AppType = TeamsAppType.MultiTenant, TenantId = null });
        Assert.Equal((CheckResult.Remark, true), (Line(lines, "Teams:AppId").Result, Line(lines, "Teams:AppId").Words.Contains("anybody who installs", StringComparison.Ordinal)));
        Assert.Equal(CheckResult.Remark, Line(lines, "Teams:GraphUrl").Result);
        Assert.Equal([("botframework.com", "https://api.botframework.com/.default")], _login.Asked);
    }

    [Fact]
    public async Task A_trial_without_tokens_asks_nobody()
    {
        var lines = await CheckAsync(new() { AppId = "", AllowAnonymous = true, MetadataUrl = _metadata.Url, LoginUrl = _login.Url });
        Assert.All(lines, line => Assert.Equal(CheckResult.Remark, line.Result));
        Assert.Equal((0, 0), (_metadata.Readings, _login.Asked.Count));
    }

    [Fact]
    public async Task Without_an_announce_channel_nothing_is_announced() =>
        Assert.Equal("it is empty: incidents are announced nowhere.", Line(await CheckAsync(Options, announce: null), "Incidents:AnnounceChannel").Words);

    [Theory]
    [InlineData("@ana", CheckResult.Fault)]
    [InlineData("@29:1abc", CheckResult.Remark)]
    [InlineData("Ops/leads", CheckResult.Remark)]
    public async Task Whom_to_ask_for_help_is_looked_at(string to, CheckResult result) =>
        Assert.Equal(result, Line(await CheckAsync(Options, escalateTo: to), "Reminders:EscalateTo").Result);

    private static CheckLine Line(IEnumerable<CheckLine> lines, string subject) => Assert.Single(lines, line => line.Subject == subject);

    private static async Task<List<CheckLine>> CheckAsync(TeamsOptions options, string? announce = "incidents", string? escalateTo = null)
    {
        var lines = new List<CheckLine>();
        await foreach (var line in TeamsCheck.RunAsync(options, announce, escalateTo, TimeProvider.System, Ct)) lines.Add(line);
        return lines;
    }
}
