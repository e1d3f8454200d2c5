using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;

namespace IncidentBot.Tests.Teams.Api;

public sealed class ConnectorApiTests : IDisposable
{
    private const string Path = "v3/conversations/c/activities";

    private static readonly ConnectorLine Line = new(TeamsUnderTest.Tenant, "c");

    private readonly TeamsUnderTest _test = new();

    private ScriptedTeams Connector => _test.Connector;

    private ConnectorApi Api => _test.Get<ConnectorApi>();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/emea/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities/2")]
    [InlineData("https://smba.trafficmanager.net/emea", "https://smba.trafficmanager.net/emea/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities/2")]
    [InlineData("https://smba.trafficmanager.net", "https://smba.trafficmanager.net/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities/2")]
    public void Addresses_keep_the_path_of_the_service_and_escape_ids(string service, string address) =>
        Assert.Equal(address, ConnectorAddress.Join(new(service), ConnectorAddress.Activity("19:a@thread.tacv2;messageid=1", "2")).AbsoluteUri);

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public void An_id_is_no_step_in_the_path(string id) => Assert.Throws<TeamsApiException>(() => ConnectorAddress.Activity("c", id));

    [Theory]
    [InlineData(400, "BadArgument", ChatFault.Refused)]
    [InlineData(400, "BadSyntax", ChatFault.Refused)]
    [InlineData(403, "BotNotInConversationRoster", ChatFault.Refused)]
    [InlineData(403, "BotDisabledByAdmin", ChatFault.Refused)]
    [InlineData(403, "ConversationBlockedByUser", ChatFault.Refused)]
    [InlineData(403, "NotEnoughPermissions", ChatFault.Refused)]
    [InlineData(403, "MessageWritesBlocked", ChatFault.Refused)]
    [InlineData(404, "ConversationNotFound", ChatFault.Gone)]
    [InlineData(404, "ActivityNotFoundInConversation", ChatFault.Gone)]
    [InlineData(408, "", ChatFault.Temporary)]
    [InlineData(413, "MessageSizeTooBig", ChatFault.Refused)]
    [InlineData(413, "RequestEntityTooLarge", ChatFault.Refused)]
    [InlineData(429, "Throttled", ChatFault.Temporary)]
    [InlineData(500, "ServiceError", ChatFault.Refused)]
    [InlineData(501, "NotImplemented", ChatFault.Refused)]
    [InlineData(502, "", ChatFault.Temporary)]
    [InlineData(503, "", ChatFault.Temporary)]
    [InlineData(504, "", ChatFault.Temporary)]
    public async Task A_refused_post_is_made_once_and_is_worth_what_the_documentation_says(int status, string code, ChatFault fault)
    {
        Connector.On("/activities", () => Refusal(status, code));

        var refused = await RefusedAsync();

        Assert.Equal((fault, code, status), (refused.Fault, refused.Code, (int)refused.Status!));
        Assert.Equal(fault is ChatFault.Temporary, refused.RetryAfter is not null);
        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData("BotNotInConversationRoster", "add the app")]
    [InlineData("BotDisabledByAdmin", "administrator")]
    [InlineData("ConversationBlockedByUser", "unblock")]
    [InlineData("NotEnoughPermissions", "owner")]
    [InlineData("Anything", "add it to the team")]
    public async Task A_forbidden_call_says_what_to_do(string code, string said)
    {
        Connector.On("/activities", () => Refusal(403, code));

        Assert.Contains(said, (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_that_met_are_made_again()
    {
        Connector.On("/activities", () => Refusal(412, "PreconditionFailed"), () => Refusal(412), () => Json("""{"id":"1"}""", 201));

        await _test.PassingTimeAsync(PostAsync(), TimeSpan.FromSeconds(1));

        Assert.Equal(3, Connector.Calls.Count);
    }

    [Fact]
    public async Task Writes_that_meet_again_and_again_are_left_for_later()
    {
        Connector.On("/activities", () => Refusal(412));

        Assert.Equal(ChatFault.Temporary, (await RefusedAsync()).Fault);
        Assert.Equal(4, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_post_whose_answer_got_lost_is_not_made_again_here()
    {
        Connector.On("/activities", Lost);

        Assert.Equal((ChatFault.Temporary, null), ((await RefusedAsync()).Fault, (await RefusedAsync()).Status));
        Assert.Equal(2, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_read_whose_answer_got_lost_is_made_again()
    {
        Connector.On("GET /members", Lost, () => Refusal(502), () => Json("{}"));

        await _test.PassingTimeAsync(Api.SendAsync(HttpMethod.Get, new(TeamsUnderTest.Service), "v3/conversations/c/members", null, Line, "members", TeamsUnderTest.Ct), TimeSpan.FromSeconds(1));

        Assert.Equal(3, Connector.Calls.Count);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Sun, 22 Nov 2026 14:00:20 GMT", 20)]
    [InlineData("0", 1)]
    [InlineData("86400", 900)]
    public async Task A_wish_to_wait_is_told_on_and_kept(string header, int seconds)
    {
        Connector.On("/activities", () => Refusal(429, "Throttled", header), () => Json("""{"id":"1"}"""));

        var refused = await Assert.ThrowsAsync<TeamsApiException>(() => PostAsync());
        Assert.Equal(TimeSpan.FromSeconds(seconds), refused.RetryAfter);
        if (seconds > 2) await Assert.ThrowsAsync<TeamsApiException>(() => PostAsync());
        Assert.Single(Connector.Calls);

        _test.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await PostAsync();
    }

    [Fact]
    public async Task Without_a_time_each_wait_is_about_twice_the_last()
    {
        Connector.On("/activities", () => Refusal(503));
        for (var failure = 0; failure < 4; failure++)
        {
            var wait = (await Assert.ThrowsAsync<TeamsApiException>(() => PostAsync())).RetryAfter!.Value;
            Assert.InRange(wait.TotalSeconds, (1 << failure) / 2.0, 1 << failure);
        }
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        Connector.On("/activities", () => Refusal(401), () => Json("""{"id":"1"}"""));

        await PostAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], Connector.Calls.Select(call => call.Authorization));
        Assert.Null(Api.Fault);
    }

    [Fact]
    public async Task A_new_token_that_is_refused_too_is_a_fault_until_one_is_taken()
    {
        Connector.On("/activities", () => Refusal(401), () => Refusal(401), () => Json("""{"id":"1"}"""));

        var refused = await RefusedAsync();

        Assert.Equal(ChatFault.Temporary, refused.Fault);
        Assert.Contains("Teams:TenantId", Api.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", refused + string.Concat(_test.Logged), StringComparison.Ordinal);
        Assert.Equal(2, Connector.Calls.Count);
        await PostAsync();
        Assert.Null(Api.Fault);
    }

    [Theory]
    [InlineData("https://evil.example/teams/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("http://127.0.0.1:5000/")]
    public async Task No_token_goes_to_a_host_that_is_not_listed(string service)
    {
        var refused = await Assert.ThrowsAsync<TeamsApiException>(() => PostAsync(service));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Empty(Connector.Calls);
        Assert.Empty(_test.Login.Calls);
    }

    [Fact]
    public async Task A_trial_without_tokens_speaks_to_this_machine()
    {
        using var test = new TeamsUnderTest(options => options with { AllowAnonymous = true });
        test.Connector.On("/activities", """{"id":"1"}""");

        await test.Get<ConnectorApi>().SendAsync(HttpMethod.Post, new("http://127.0.0.1:56150/_connector"), Path, new JsonObject(), Line, "a message", TeamsUnderTest.Ct);

        var call = Assert.Single(test.Connector.Calls);
        Assert.Equal(("http://127.0.0.1:56150/_connector/v3/conversations/c/activities", null), (call.Url.AbsoluteUri, call.Authorization));
    }

    [Fact]
    public async Task A_tenant_of_the_government_cloud_is_reached_there_from_then_on()
    {
        Connector.On("/activities", call => call.Url.Host == "smba.trafficmanager.net" ? Refusal(403, "InvalidBotApiHost") : Json("""{"id":"1"}"""));

        await PostAsync();
        await PostAsync();

        Assert.Equal(["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gcc.teams.microsoft.com"], Connector.Calls.Select(call => call.Url.Host));
        Assert.Equal("/teams/v3/conversations/c/activities", Connector.Calls.Last().Url.AbsolutePath);
    }

    public void Dispose() => _test.Dispose();

    private Task<System.Text.Json.JsonElement?> PostAsync(string service = TeamsUnderTest.Service) =>
        Api.SendAsync(HttpMethod.Post, new(service), Path, new JsonObject { ["type"] = "message" }, Line, "a message", TeamsUnderTest.Ct);

    private async Task<TeamsApiException> RefusedAsync()
    {
        var work = PostAsync();
        await _test.PassingTimeAsync(Task.WhenAny(work), TimeSpan.FromSeconds(1));
        return await Assert.ThrowsAsync<TeamsApiException>(() => work);
    }
}
