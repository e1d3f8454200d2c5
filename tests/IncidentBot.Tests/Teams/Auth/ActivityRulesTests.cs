using System.Text.Json.Nodes;
using IncidentBot.Teams;
using IncidentBot.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Auth;

public sealed class ActivityRulesTests
{
    private const string Own = "72f988bf-0000-4000-8000-2d7cd011db47";
    private const string Other = "99999999-0000-4000-8000-2d7cd011db47";

    private static readonly TeamsOptions MultiTenant = AuthenticationUnderTest.Options with { AppType = TeamsAppType.MultiTenant, TenantId = null };
    private static readonly TeamsOptions Anonymous = new() { AppId = "", AllowAnonymous = true };

    [Fact]
    public void What_Teams_sends_is_taken() => Assert.Null(Refused(Activities.Message()));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/EMEA/", 0)]
    [InlineData("HTTPS://SMBA.TRAFFICMANAGER.NET/emea/", 0)]
    [InlineData("https://smba.trafficmanager.net/emea", 401)]
    [InlineData("https://smba.trafficmanager.net/amer/", 401)]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/", 401)]
    [InlineData("", 401)]
    [InlineData(null, 401)]
    public void The_service_url_is_that_of_the_token_but_for_its_case(string? said, int status) =>
        Assert.Equal(status, Refused(Activities.Message(activity => activity["serviceUrl"] = said))?.Status ?? 0);

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_channel_is_refused(string? channel) => Assert.Equal(401, Refused(Activities.Message(activity => activity["channelId"] = channel))?.Status);

    [Theory]
    [InlineData("28:22222222-2222-4333-8444-555555555555")]
    [InlineData(ConnectorToken.AppId)]
    [InlineData("28:")]
    [InlineData(null)]
    public void Another_recipient_is_refused(string? recipient) =>
        Assert.Equal(Refusal.Forbidden("it is addressed to another bot than Teams:AppId"), Refused(Activities.Message(activity => activity["recipient"]!["id"] = recipient)));

    [Theory]
    [InlineData(Own, null)]
    [InlineData(null, Own)]
    [InlineData("72F988BF-0000-4000-8000-2D7CD011DB47", Own)]
    public void A_tenant_may_be_named_once_and_in_any_case(string? conversation, string? channel) => Assert.Null(Refused(OfTenants(conversation, channel)));

    [Theory]
    [InlineData(Own, Other)]
    [InlineData(Other, Own)]
    [InlineData(Own, "")]
    [InlineData("", Own)]
    public void Two_tenants_are_refused(string conversation, string channel) => Assert.Equal(403, Refused(OfTenants(conversation, channel), MultiTenant)?.Status);

    [Fact]
    public void No_tenant_is_refused() => Assert.Equal(Refusal.Forbidden("it names no tenant"), Refused(OfTenants(null, null), MultiTenant));

    [Theory]
    [InlineData(TeamsAppType.SingleTenant)]
    [InlineData(TeamsAppType.UserAssignedMsi)]
    public void Only_the_bot_s_own_tenant_is_heard(TeamsAppType type) =>
        Assert.Contains("Teams:AllowedTenants", Refused(OfTenants(Other, Other), AuthenticationUnderTest.Options with { AppType = type })?.Why, StringComparison.Ordinal);

    [Fact]
    public void A_bot_for_many_tenants_hears_all_or_those_that_are_named()
    {
        Assert.Null(Refused(OfTenants(Other, Other), MultiTenant));
        Assert.Null(Refused(OfTenants(Other, Other), MultiTenant with { AllowedTenants = [Own, Other] }));
        Assert.Equal(403, Refused(OfTenants(Other, Other), MultiTenant with { AllowedTenants = [Own] })?.Status);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?to=evil.example")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("//smba.trafficmanager.net/")]
    public void A_service_url_elsewhere_is_refused_though_its_token_is_good(string url) =>
        Assert.Equal(403, ActivityRules.Refuses(Activities.Read(Activities.Message(activity => activity["serviceUrl"] = url)), url, AuthenticationUnderTest.Options)?.Status);

    [Theory]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams/")]
    [InlineData("https://SMBA.trafficmanager.net:443/emea/")]
    public void A_service_url_at_a_host_that_is_listed_is_taken(string url) =>
        Assert.Null(ActivityRules.Refuses(Activities.Read(Activities.Message(activity => activity["serviceUrl"] = url)), url, AuthenticationUnderTest.Options));

    [Theory]
    [InlineData("http://localhost:56150/_connector", 0)]
    [InlineData("http://127.0.0.1:56150/_connector", 0)]
    [InlineData("http://[::1]:56150/_connector", 0)]
    [InlineData("https://smba.trafficmanager.net/emea/", 0)]
    [InlineData("http://192.168.0.7:56150/_connector", 403)]
    [InlineData("http://127.0.0.1.evil.example/", 403)]
    [InlineData("https://evil.example/", 403)]
    public void Without_tokens_this_machine_may_be_spoken_to_as_well(string url, int status) =>
        Assert.Equal(status, Refused(Activities.Message(activity => activity["serviceUrl"] = url), Anonymous)?.Status ?? 0);

    [Fact]
    public void Without_tokens_any_bot_and_tenant_are_taken_but_not_two_tenants()
    {
        Assert.Null(Refused(Activities.Message(activity => activity["recipient"]!["id"] = "00000000-0000-0000-0000-00000000000011"), Anonymous));
        Assert.Null(Refused(OfTenants(Other, Other), Anonymous));
        Assert.Equal(403, Refused(OfTenants(Own, Other), Anonymous)?.Status);
        Assert.Equal(403, Refused(OfTenants(Other, Other), Anonymous with { TenantId = Own })?.Status);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("recipient")]
    [InlineData("serviceUrl")]
    [InlineData("channelId")]
    public void Fields_of_another_kind_are_no_error(string field)
    {
        foreach (var value in new[] { "null", "1", "[]", "{}", "true", "\"x\"", """{"id":{},"tenantId":[],"tenant":{"id":1}}""" })
            ActivityRules.Refuses(Activities.Read(Activities.Message(activity => activity[field] = JsonNode.Parse(value))), ConnectorToken.ServiceUrl, AuthenticationUnderTest.Options);
    }

    private static JsonObject OfTenants(string? conversation, string? channel) => Activities.Message(activity =>
    {
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"]!["tenant"]!["id"] = channel;
    });

    private static Refusal? Refused(JsonObject activity, TeamsOptions? options = null) =>
        ActivityRules.Refuses(Activities.Read(activity), ConnectorToken.ServiceUrl, options ?? AuthenticationUnderTest.Options);
}
