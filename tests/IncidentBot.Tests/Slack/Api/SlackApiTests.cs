using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Api;

public sealed class SlackApiTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_call_is_a_form_with_the_bot_token_in_its_header()
    {
        Slack.On("chat.postMessage", Ok);

        await _test.CallAsync("chat.postMessage", new()
        {
            ["channel"] = "C1",
            ["text"] = "a & b ≠ c",
            ["unfurl_links"] = false,
            ["limit"] = 20,
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "divider" }),
            ["thread_ts"] = null,
        });

        var call = Assert.Single(Slack.Calls);
        Assert.Equal("https://slack.com/api/chat.postMessage", call.Url.ToString());
        Assert.Equal("Bearer xoxb-test", call.Authorization);
        Assert.Equal(["C1", "a & b ≠ c", "false", "20", """[{"type":"divider"}]""", null], new[] { "channel", "text", "unfurl_links", "limit", "blocks", "thread_ts" }.Select(name => call[name]));
    }

    [Fact]
    public async Task Sockets_are_asked_for_with_the_app_token()
    {
        Slack.On("apps.connections.open", """{"ok":true,"url":"wss://example.test/"}""");

        var answer = await _test.Get<SlackApi>().CallAppAsync("apps.connections.open", new(), SlackUnderTest.Ct);

        Assert.Equal("wss://example.test/", answer.Text("url"));
        Assert.Equal("Bearer xapp-test", Assert.Single(Slack.Calls).Authorization);
    }

    [Theory]
    [InlineData("channel_not_found", ChatFault.Gone)]
    [InlineData("is_archived", ChatFault.Gone)]
    [InlineData("message_not_found", ChatFault.Gone)]
    [InlineData("thread_not_found", ChatFault.Gone)]
    [InlineData("edit_window_closed", ChatFault.Gone)]
    [InlineData("cant_update_message", ChatFault.Gone)]
    [InlineData("user_not_in_channel", ChatFault.Gone)]
    [InlineData("internal_error", ChatFault.Temporary)]
    [InlineData("fatal_error", ChatFault.Temporary)]
    [InlineData("service_unavailable", ChatFault.Temporary)]
    [InlineData("request_timeout", ChatFault.Temporary)]
    [InlineData("team_added_to_org", ChatFault.Temporary)]
    [InlineData("invalid_auth", ChatFault.Temporary)]
    [InlineData("token_revoked", ChatFault.Temporary)]
    [InlineData("account_inactive", ChatFault.Temporary)]
    [InlineData("missing_scope", ChatFault.Temporary)]
    [InlineData("invalid_blocks", ChatFault.Refused)]
    [InlineData("restricted_action", ChatFault.Refused)]
    [InlineData("a_code_of_tomorrow", ChatFault.Refused)]
    public async Task What_Slack_refuses_is_gone_or_refused_or_for_later(string error, ChatFault fault)
    {
        Slack.On("chat.postMessage", Refusal(error));

        var refused = await _test.RefusedAsync("chat.postMessage");

        Assert.Equal((error, fault, null), (refused.Error, refused.Fault, refused.RetryAfter));
        Assert.Contains($"chat.postMessage: {error}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_scope_is_named_and_holds_up_nothing_that_is_a_mere_comfort()
    {
        Slack.On("reactions.add", """{"ok":false,"error":"missing_scope","needed":"reactions:write","provided":"chat:write"}""");

        var refused = await _test.RefusedAsync("reactions.add");

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("reactions:write", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Slack_says_about_the_arguments_is_passed_on()
    {
        Slack.On("chat.postMessage", """{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}}""");

        Assert.Contains("less than 3001 characters", (await _test.RefusedAsync("chat.postMessage")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "<html>down</html>")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.OK, "<html>a proxy's page</html>")]
    [InlineData(HttpStatusCode.OK, "[]")]
    [InlineData(HttpStatusCode.OK, """{"ok":""")]
    [InlineData(HttpStatusCode.Redirect, "")]
    [InlineData(HttpStatusCode.ServiceUnavailable, """{"ok":false,"error":"a_code_of_tomorrow"}""")]
    public async Task An_answer_that_is_not_Slacks_is_for_later(HttpStatusCode status, string body)
    {
        Slack.On("chat.postMessage", () => new HttpResponseMessage(status) { Content = new StringContent(body) });

        Assert.Equal(ChatFault.Temporary, (await _test.RefusedAsync("chat.postMessage")).Fault);
        Assert.Single(Slack.Calls);
    }

    [Fact]
    public async Task A_connection_that_fails_is_for_later()
    {
        Slack.On("chat.postMessage", (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

        var refused = await _test.RefusedAsync("chat.postMessage");

        Assert.Equal((SlackErrors.NoAnswer, ChatFault.Temporary), (refused.Error, refused.Fault));
    }

    [Fact]
    public async Task A_call_that_gets_no_answer_ends_by_itself()
    {
        Slack.On("chat.postMessage", async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _test.Clock, ct);
            return Json(Ok);
        });

        var refused = await _test.PassingTimeAsync(_test.RefusedAsync("chat.postMessage"), TimeSpan.FromSeconds(1));

        Assert.Equal(ChatFault.Temporary, refused.Fault);
        Assert.Single(Slack.Calls);
    }

    [Fact]
    public async Task A_call_that_the_caller_gives_up_says_so()
    {
        using var gaveUp = new CancellationTokenSource();
        Slack.On("chat.postMessage", async (_, ct) =>
        {
            await gaveUp.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return Json(Ok);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Get<SlackApi>().CallAsync("chat.postMessage", new(), gaveUp.Token));
    }

    [Fact]
    public async Task The_scopes_of_the_token_come_with_every_answer()
    {
        Slack.On("auth.test", () =>
        {
            var answer = Json(Ok);
            answer.Headers.Add("x-oauth-scopes", "chat:write, commands");
            return answer;
        });
        Assert.Null(_test.Get<SlackApi>().Scopes);

        await _test.CallAsync("auth.test");

        Assert.Equal(["chat:write", "commands"], _test.Get<SlackApi>().Scopes);
    }

    [Fact]
    public async Task Reading_is_tried_again_at_once()
    {
        Slack.On("conversations.info", () => new(HttpStatusCode.ServiceUnavailable), () => Json(Ok));

        await _test.PassingTimeAsync(_test.CallAsync("conversations.info"), TimeSpan.FromMilliseconds(200));

        Assert.Equal(2, Slack.Calls.Count);
    }

    [Fact]
    public async Task Reading_is_not_tried_again_while_the_method_is_closed()
    {
        Slack.On("conversations.info", () =>
        {
            _test.Get<Pacing>().Close("conversations.info", TimeSpan.FromSeconds(30));
            return new(HttpStatusCode.ServiceUnavailable);
        });

        var refused = await _test.PassingTimeAsync(_test.RefusedAsync("conversations.info"), TimeSpan.FromMilliseconds(200));

        Assert.Equal(SlackErrors.RateLimited, refused.Error);
        Assert.Single(Slack.Calls);
    }

    public void Dispose() => _test.Dispose();
}
