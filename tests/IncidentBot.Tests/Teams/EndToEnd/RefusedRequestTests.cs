using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.Delivery;
using IncidentBot.Tests.Teams.Workspace.Login;
using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>Requests that do not come from Teams, or are not for this bot: they are refused, and nothing comes of them.</summary>
public sealed class RefusedRequestTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TeamsWorkspace? _teams;
    private TeamsProgram? _program;
    private BotEndpoint? _bot;

    private TeamsWorkspace Teams => _teams!;

    public async ValueTask InitializeAsync()
    {
        _teams = await TeamsWorkspace.StartAsync();
        _program = await TeamsProgram.StartAsync(Teams, _folder.FullPath);
        _bot = Teams.Tell(_program.Url);
        Teams.Deliveries.Bot = null;
    }

    public static TheoryData<string, HttpStatusCode> Requests => new()
    {
        { "no token", HttpStatusCode.Unauthorized },
        { "a forged signature", HttpStatusCode.Unauthorized },
        { "expired", HttpStatusCode.Unauthorized },
        { "for another bot", HttpStatusCode.Unauthorized },
        { "of another issuer", HttpStatusCode.Unauthorized },
        { "for another service", HttpStatusCode.Unauthorized },
        { "a key not endorsed for Teams", HttpStatusCode.Unauthorized },
        { "another tenant", HttpStatusCode.Forbidden },
        { "two tenants", HttpStatusCode.Forbidden },
        { "addressed to another bot", HttpStatusCode.Forbidden },
        { "a service that is not Microsoft's", HttpStatusCode.Forbidden },
        { "a service without https", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_refused_and_nothing_comes_of_it(string what, HttpStatusCode status)
    {
        var ana = Teams.Person("ana");
        var activity = Teams.Activities.Message(ana.Says("incidents", "@IncidentBot start it is all lies sev1"));
        var token = new ActivityToken(Teams.Options.AppId, TeamsWorkspace.RealServiceUrl);
        var key = Teams.OpenId.Current;
        using var forger = new SigningKey(key.Id, ["msteams"]);
        Change();

        var answer = await _bot!.PostAsync(activity.ToJsonString(), what == "no token" ? null : $"Bearer {key.Sign(token.ToClaims())}");

        Assert.Equal(status, answer.Status);
        Assert.Equal(0, (await _program!.Storage.Inbox.DepthAsync(TestContext.Current.CancellationToken)).Depth);
        Assert.DoesNotContain(Teams.Calls, call => call.Operation is not ("metadata" or "keys"));
        Assert.Equal(0, Teams.Login.Given);

        void Change()
        {
            switch (what)
            {
                case "no token": break;
                case "a forged signature": key = forger; break;
                case "expired": token = token with { From = token.From.AddHours(-2), Until = token.From.AddMinutes(-10) }; break;
                case "for another bot": token = token with { Audience = "99999999-2222-4333-8444-555555555555" }; break;
                case "of another issuer": token = token with { IssuedBy = "https://sts.windows.net/" }; break;
                case "for another service": token = token with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }; break;
                case "a key not endorsed for Teams": key = Teams.OpenId.Publish("webchat-only", "webchat"); break;
                case "another tenant": InTenant("00000000-1111-4000-8000-000000000000"); activity["channelData"]!["tenant"]!["id"] = "00000000-1111-4000-8000-000000000000"; break;
                case "two tenants": InTenant("00000000-1111-4000-8000-000000000000"); break;
                case "addressed to another bot": activity["recipient"]!["id"] = "28:99999999-2222-4333-8444-555555555555"; break;
                case "a service that is not Microsoft's": AtService("https://smba.trafficmanager.net.example.com/emea/"); break;
                case "a service without https": AtService("http://smba.trafficmanager.net/emea/"); break;
                default: throw new InvalidOperationException($"Nobody knows {what}");
            }
        }

        void InTenant(string tenant) => activity["conversation"]!["tenantId"] = tenant;

        void AtService(string address)
        {
            activity["serviceUrl"] = address;
            token = token with { ServiceUrl = address };
        }
    }

    [Fact]
    public async Task The_same_request_unchanged_is_taken()
    {
        var activity = Teams.Activities.Message(Teams.Person("ana").Says("incidents", "@IncidentBot start it is true sev1"));
        Teams.Deliveries.Bot = _bot;

        Assert.Equal(HttpStatusCode.OK, (await _bot!.PostAsync(activity)).Status);
        await Teams.UntilAsync(() => Teams.Messages("incidents").Any(message => message.IsByBot && message.Words.Contains("it is true", StringComparison.Ordinal)), "the room");
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        var invoke = Teams.Activities.Invoke("composeExtension/somethingNew", Teams.Conversation("incidents"), null, Teams.Person("ana").Member, new JsonObject());

        Assert.Equal(HttpStatusCode.NotImplemented, (await _bot!.PostAsync(invoke)).Status);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        if (_teams is not null) await _teams.DisposeAsync();
        _folder.Dispose();
    }
}
