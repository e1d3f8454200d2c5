using System.Net;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>Which names the program answers to when Slack or Teams posts to it.</summary>
[Collection(ProgramCollection.Name)]
public sealed class NameTests : IDisposable
{
    private const string Public = "incidents.example";
    private static readonly string[] Slack = ["--Slack:BotToken", "xoxb-test", "--Slack:SigningSecret", "secret-test", "--Slack:ApiBaseUrl", "http://127.0.0.1:1/"];
    private static readonly string[] Teams =
    [
        "--Teams:AppId", "11111111-2222-4333-8444-555555555555", "--Teams:TenantId", "72f988bf-0000-4000-8000-2d7cd011db47", "--Teams:ClientSecret", "test-secret", "--Teams:PublicUrl", $"https://{Public}/",
        "--Teams:LoginUrl", "http://127.0.0.1:1/", "--Teams:GraphUrl", "http://127.0.0.1:1/", "--Teams:MetadataUrl", "http://127.0.0.1:1/",
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Slack_reaches_it_under_the_allowed_name_and_the_chat_is_not_there()
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath, [.. Slack, "--AllowedHosts", $"{Public};127.0.0.1"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/slack/events", Public));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(program, HttpMethod.Post, "/slack/events", "evil.example"));
        foreach (var path in new[] { "/", "/chat/api/channels?as=ana" })
            foreach (var name in new[] { Public, "127.0.0.1" })
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Get, path, name));
    }

    [Fact]
    public async Task The_chat_beside_Slack_answers_to_loopback_names_only()
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath, [.. Slack, "--AllowedHosts", $"{Public};127.0.0.1", "--WebChat:Enabled", "true"]);
        foreach (var path in new[] { "/", "/chat/api/channels?as=ana", "/_framework/blazor.web.js" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Get, path, Public));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, HttpMethod.Get, path, "127.0.0.1"));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/slack/commands", Public));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, HttpMethod.Get, "/health/live", Public));
        Assert.DoesNotContain("xoxb-test", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost;127.0.0.1")]
    public async Task Teams_reaches_it_under_its_public_name_and_the_chat_beside_it_is_not_there(string allowedHosts)
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath, [.. Teams, "--WebChat:Enabled", "true", "--AllowedHosts", allowedHosts]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(program, HttpMethod.Post, "/api/messages", Public));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(program, HttpMethod.Head, "/api/messages", Public));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(program, HttpMethod.Post, "/api/messages", "evil.example"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Get, "/", Public));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, HttpMethod.Get, "/", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, HttpMethod.Get, "/health/live", Public));
        Assert.DoesNotContain("test-secret", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Slack_there_are_no_endpoints_of_it()
    {
        await using var program = await RunningProgram.StartAsync(_folder.FullPath);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(program, HttpMethod.Post, "/slack/events", "127.0.0.1")); // the page of what is not there, which cannot be posted to
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpStatusCode> StatusAsync(RunningProgram program, HttpMethod method, string path, string name)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Host = $"{name}:{program.Url.Port}" } };
        using var answer = await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
