using System.Net;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Api;

public sealed class TokenHealthTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    private string? Fault => _test.Get<SlackApi>().TokenFault;

    [Fact]
    public async Task A_token_that_Slack_does_not_accept_is_a_fault_until_it_does()
    {
        _test.Slack.On("users.info", Refusal("invalid_auth"), Ok);
        Assert.Null(Fault);

        await _test.RefusedAsync("users.info");
        Assert.Contains("Slack:BotToken", Fault, StringComparison.Ordinal);

        await _test.CallAsync("users.info");
        Assert.Null(Fault);
    }

    [Fact]
    public async Task A_missing_scope_stays_a_fault_while_other_methods_work()
    {
        _test.Slack.On("reactions.add", """{"ok":false,"error":"missing_scope","needed":"reactions:write"}""", Ok);
        _test.Slack.On("users.info", Ok);

        await _test.RefusedAsync("reactions.add");
        await _test.CallAsync("users.info");
        Assert.Contains("reactions:write", Fault, StringComparison.Ordinal);

        await _test.CallAsync("reactions.add");
        Assert.Null(Fault);
    }

    [Theory]
    [InlineData("bookmarks.add")]
    [InlineData("usergroups.list")]
    public async Task A_scope_that_a_team_may_leave_out_is_no_fault(string method)
    {
        _test.Slack.On(method, """{"ok":false,"error":"missing_scope","needed":"it:write"}""");

        await _test.RefusedAsync(method);

        Assert.Null(Fault);
    }

    [Fact]
    public async Task Neither_failures_nor_the_log_show_a_token_or_a_secret_address()
    {
        _test.Slack.On("refuses", Refusal("invalid_auth"));
        _test.Slack.On("limits", () => Limited("1"));
        _test.Slack.On("breaks", (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (slack.com:443)"));
        _test.Slack.On("stumbles", () => new HttpResponseMessage(HttpStatusCode.BadGateway));
        _test.Slack.On("warns", """{"ok":true,"warning":"superfluous_charset"}""");
        _test.Slack.On("chat.postEphemeral", Refusal("channel_not_found"));
        _test.Slack.On("secret-path", () => new HttpResponseMessage(HttpStatusCode.NotFound));
        _test.Get<ResponseUrls>().Keep("C1", "U1", "https://hooks.slack.com/commands/T1/1/secret-path");

        List<string> said = [];
        foreach (var method in new[] { "refuses", "limits", "breaks", "stumbles", "unknown" }) said.Add((await _test.RefusedAsync(method)).ToString());
        await _test.CallAsync("warns");
        said.Add((await Assert.ThrowsAsync<SlackApiException>(() => _test.Chat.WhisperAsync(SlackUnderTest.Room(), SlackUnderTest.Person("U1"), Card.Of("hush"), new("out:1"), SlackUnderTest.Ct))).ToString());

        Assert.Contains(_test.Logged, line => line.Contains("superfluous_charset", StringComparison.Ordinal));
        Assert.All(said.Concat(_test.Logged), line =>
        {
            foreach (var secret in new[] { SlackUnderTest.BotToken, SlackUnderTest.AppToken, "secret-path" }) Assert.DoesNotContain(secret, line, StringComparison.Ordinal);
        });
    }

    public void Dispose() => _test.Dispose();
}
