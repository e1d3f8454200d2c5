using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Slack.Http;
using Xunit;

namespace IncidentBot.Tests.Slack.Http;

public sealed class SlackEndpointsTests : IAsyncLifetime
{
    private EndpointsUnderTest _slack = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _slack = await EndpointsUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=UTF-8")]
    public async Task An_event_is_taken_and_acknowledged_with_nothing(string type)
    {
        using var answer = await _slack.PostAsync("/slack/events", type, """{"type":"event_callback","event_id":"Ev1"}"""u8.ToArray());
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, answer);
        Assert.Equal("""{"type":"event_callback","event_id":"Ev1"}""", Assert.Single(_slack.Taken).GetRawText());
    }

    [Fact]
    public async Task A_command_is_taken_as_an_object_of_strings()
    {
        using var answer = await _slack.PostFormAsync("command=%2Fincident&text=start+caf%C3%A9+%F0%9F%94%A5&is_enterprise_install=false&channel_name=&text=again");
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, answer);
        var taken = Assert.Single(_slack.Taken);
        Assert.Equal("/incident", taken.GetProperty("command").GetString());
        Assert.Equal("start café 🔥,again", taken.GetProperty("text").GetString());
        Assert.Equal("", taken.GetProperty("channel_name").GetString());
        Assert.Equal("false", taken.GetProperty("is_enterprise_install").GetString());
    }

    [Fact]
    public async Task An_interaction_is_taken_as_its_payload_and_answered_with_its_body()
    {
        _slack.Take = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["response_action"] = "clear" });
        using var answer = await _slack.PostFormAsync("payload=" + Uri.EscapeDataString("""{"type":"view_submission","view":{"id":"V1"}}"""), "/slack/interactions");
        Assert.Equal(("application/json", """{"response_action":"clear"}"""), (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Equal("V1", Assert.Single(_slack.Taken).GetProperty("view").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_challenge_is_given_back_as_plain_text()
    {
        using var answer = await _slack.PostJsonAsync("""{"token":"t","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Empty(_slack.Taken);
    }

    [Fact]
    public async Task A_signed_look_at_our_certificate_is_answered_and_does_nothing()
    {
        using var answer = await _slack.PostFormAsync("ssl_check=1&token=t");
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, answer);
        Assert.Empty(_slack.Taken);
    }

    [Theory]
    [InlineData("/slack/events", "application/json", """{"type":"event_callback"}""")]
    [InlineData("/slack/events", "application/json", """{"type":"url_verification","challenge":"c"}""")]
    [InlineData("/slack/commands", "application/x-www-form-urlencoded", "command=%2Fincident&text=resolve")]
    [InlineData("/slack/commands", "application/x-www-form-urlencoded", "ssl_check=1")]
    [InlineData("/slack/commands", "application/x-www-form-urlencoded", "ssl_check=1&command=%2Fincident&text=resolve")]
    [InlineData("/slack/interactions", "application/x-www-form-urlencoded", "payload=%7B%7D")]
    [InlineData("/slack/interactions", "text/html", "<p>")]
    [InlineData("/slack/events", "application/json", "{")]
    public async Task What_is_unsigned_or_forged_is_refused_and_does_nothing(string path, string type, string body)
    {
        using var unsigned = await _slack.SendAsync(EndpointsUnderTest.Unsigned(path, type, Encoding.UTF8.GetBytes(body)));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Unauthorized, unsigned);
        var forged = _slack.Signed(path, type, Encoding.UTF8.GetBytes(body));
        forged.Content = EndpointsUnderTest.Unsigned(path, type, Encoding.UTF8.GetBytes(body + " ")).Content;
        using var refused = await _slack.SendAsync(forged);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Unauthorized, refused);
        Assert.Empty(_slack.Taken);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task What_is_stale_or_of_the_future_is_refused(int secondsLater)
    {
        var signed = _slack.Signed("/slack/events", "application/json", "{}"u8.ToArray());
        if (secondsLater > 0) _slack.Time.Advance(TimeSpan.FromSeconds(secondsLater));
        else signed = Later(-secondsLater);
        using var refused = await _slack.SendAsync(signed);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Unauthorized, refused);
        Assert.Empty(_slack.Taken);

        HttpRequestMessage Later(int seconds)
        {
            var timestamp = $"{_slack.Time.GetUtcNow().ToUnixTimeSeconds() + seconds}";
            var request = EndpointsUnderTest.Unsigned("/slack/events", "application/json", "{}"u8.ToArray());
            request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
            request.Headers.Add(SlackSignature.SignatureHeader, new SlackSignature("secret-test", _slack.Time).Of(timestamp, "{}"u8));
            return request;
        }
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[1]")]
    [InlineData("application/json", "{\"type\":")]
    [InlineData("application/x-www-form-urlencoded", "payload=nothing")]
    [InlineData("application/x-www-form-urlencoded", "payload=")]
    [InlineData("text/plain", "{}")]
    public async Task A_signed_body_that_cannot_be_read_is_refused(string type, string body)
    {
        using var answer = await _slack.PostAsync("/slack/events", type, Encoding.UTF8.GetBytes(body));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.BadRequest, answer);
        Assert.Empty(_slack.Taken);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_taken()
    {
        using var taken = await _slack.PostJsonAsync("{\"text\":\"" + new string('x', SlackEndpoints.LargestBody - 11) + "\"}");
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, taken);
        Assert.Single(_slack.Taken);
    }

    [Fact]
    public async Task What_was_not_stored_is_not_acknowledged()
    {
        _slack.Take = (_, _) => throw new StoreUnavailableException("full");
        using var answer = await _slack.PostJsonAsync("{}");
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.ServiceUnavailable, answer);
    }

    [Fact]
    public async Task A_store_that_stalls_is_answered_for_in_time()
    {
        var stalled = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _slack.Take = (_, _) =>
        {
            begun.SetResult();
            return stalled.Task;
        };
        var answering = _slack.PostJsonAsync("{}");
        await begun.Task.WaitAsync(Ct);
        _slack.Time.Advance(SlackEndpoints.AnswerWithin - TimeSpan.FromMilliseconds(1));
        Assert.False(answering.IsCompleted);
        _slack.Time.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await answering;
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.ServiceUnavailable, answer);
        stalled.SetResult(null);
    }

    [Fact]
    public async Task A_bug_is_no_acknowledgement_and_tells_nothing()
    {
        _slack.Take = (_, _) => throw new InvalidOperationException("a secret");
        using var answer = await _slack.PostJsonAsync("{}");
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.InternalServerError, answer);
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    public async Task There_is_nothing_to_get(string path)
    {
        using var answer = await _slack.SendAsync(new(HttpMethod.Get, path));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.MethodNotAllowed, answer);
    }
}
