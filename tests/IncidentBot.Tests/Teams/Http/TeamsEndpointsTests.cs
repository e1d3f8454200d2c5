using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Teams;
using IncidentBot.Teams.Http;
using IncidentBot.Tests.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

public sealed class TeamsEndpointsTests : IAsyncLifetime
{
    private EndpointsUnderTest _teams = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _teams = await EndpointsUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task An_activity_is_taken_as_it_came_and_acknowledged_with_nothing()
    {
        using var answer = await _teams.PostAsync(Activities.Message());
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, answer);
        Assert.Equal(Activities.Message().ToJsonString(), Assert.Single(_teams.Taken).GetRawText());
        Assert.Equal(0, _teams.Refused);
    }

    [Theory]
    [InlineData(200, """{"task":{"type":"message","value":"Recorded."}}""")]
    [InlineData(400, """{"error":{"code":"BadRequest"}}""")]
    [InlineData(501, null)]
    public async Task An_invoke_is_answered_with_its_status_and_body(int status, string? body)
    {
        _teams.Take = (_, _) => Task.FromResult(new InvokeAnswer(status, body is null ? null : JsonNode.Parse(body)));
        using var answer = await _teams.PostAsync(Activities.Message(activity => activity["type"] = "invoke"));
        Assert.Equal((status, body ?? ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        if (body is not null) Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_expects_replies_in_the_answer_gets_an_empty_list_of_them()
    {
        using var answer = await _teams.PostAsync(Activities.Message(activity => activity["deliveryMode"] = "expectReplies"));
        Assert.Equal((HttpStatusCode.OK, """{"activities":[]}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        using var invoked = await _teams.PostAsync(Activities.Message(activity => (activity["deliveryMode"], activity["type"]) = ("expectReplies", "invoke")));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, invoked);
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_one_nothing_happens()
    {
        var wrong = new[]
        {
            "", "Bearer", $"Bearer {_teams.Token} x",
            (_teams.Token with { Audience = "another" }).Header, (_teams.Token with { Issuer = "another" }).Header, (_teams.Token with { Algorithm = "none" }).Header, (_teams.Token with { Key = SigningKey.Forged }).Header,
            (_teams.Token with { ValidFor = -TimeSpan.FromMinutes(6), ValidIn = -TimeSpan.FromHours(1) }).Header, (_teams.Token with { ServiceUrlClaim = null }).Header,
            (_teams.Token with { ServiceUrlClaim = "https://smba.trafficmanager.net/amer/" }).Header,
            ConnectorToken.SignedBy(SigningKey.WebChat, _teams.Time.GetUtcNow()).Header, ConnectorToken.SignedBy(SigningKey.Unendorsed, _teams.Time.GetUtcNow()).Header,
        };
        foreach (var authorization in wrong)
        {
            using var answer = await _teams.SendAsync(EndpointsUnderTest.Request(Encoding.UTF8.GetBytes(Activities.Message().ToJsonString()), authorization));
            await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Unauthorized, answer);
        }
        Assert.Empty(_teams.Taken);
        Assert.Equal(wrong.Length, _teams.Refused);
    }

    [Fact]
    public async Task What_is_of_elsewhere_or_for_another_bot_is_forbidden_and_nothing_happens()
    {
        var wrong = new[]
        {
            Activities.Message(activity => activity["recipient"]!["id"] = "28:another"),
            Activities.Message(activity => activity["channelData"]!["tenant"]!["id"] = "another"),
            Activities.Message(activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = ("another", "another")),
        };
        foreach (var activity in wrong)
        {
            using var answer = await _teams.PostAsync(activity);
            await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Forbidden, answer);
        }
        using var foreign = await _teams.PostAsync(Activities.Message(activity => activity["serviceUrl"] = "https://evil.example/").ToJsonString(), (_teams.Token with { ServiceUrlClaim = "https://evil.example/" }).Header);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Forbidden, foreign);
        Assert.Empty(_teams.Taken);
    }

    [Fact]
    public async Task Refusals_are_logged_once_a_minute_without_the_token()
    {
        var forged = (_teams.Token with { Key = SigningKey.Forged }).Header;
        for (var request = 0; request < 5; request++) (await _teams.PostAsync("{}", forged)).Dispose();
        var line = Assert.Single(_teams.Logged.Lines);
        Assert.Equal("Warning A request to /api/messages was refused with 401 because the signature of its token is wrong. 0 more were refused since the last such line ", line);
        _teams.Time.Advance(TimeSpan.FromMinutes(1));
        (await _teams.PostAsync("{}", forged)).Dispose();
        Assert.Contains("4 more were refused", _teams.Logged.Lines.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(_teams.Logged.Lines, logged => logged.Contains(forged.Split('.')[1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":["message"]}""")]
    [InlineData("""{"Type":"message"}""")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        using var answer = await _teams.PostAsync(body);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.BadRequest, answer);
        Assert.Empty(_teams.Taken);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_a_page_of_another_site_could_post_is_refused(string type)
    {
        using var answer = await _teams.PostAsync(Activities.Message().ToJsonString(), type: type);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.UnsupportedMediaType, answer);
        Assert.Empty(_teams.Taken);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_taken()
    {
        var rest = TeamsEndpoints.LargestBody - Activities.Message(activity => activity["text"] = "").ToJsonString().Length;
        using var taken = await _teams.PostAsync(Activities.Message(activity => activity["text"] = new string('x', rest)));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, taken);
    }

    [Fact]
    public async Task What_was_not_stored_is_not_acknowledged()
    {
        _teams.Take = (_, _) => throw new StoreUnavailableException("full");
        using var answer = await _teams.PostAsync(Activities.Message());
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.ServiceUnavailable, answer);
    }

    [Fact]
    public async Task A_store_that_stalls_is_answered_for_in_time()
    {
        var stalled = new TaskCompletionSource<InvokeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _teams.Take = (_, _) =>
        {
            begun.SetResult();
            return stalled.Task;
        };
        var answering = _teams.PostAsync(Activities.Message());
        await begun.Task.WaitAsync(Ct);
        _teams.Time.Advance(TeamsEndpoints.AnswerWithin - TimeSpan.FromMilliseconds(1));
        Assert.False(answering.IsCompleted);
        _teams.Time.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await answering;
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.ServiceUnavailable, answer);
        stalled.SetResult(InvokeAnswer.Accepted);
    }

    [Fact]
    public async Task A_bug_is_no_acknowledgement_and_tells_nothing()
    {
        _teams.Take = (_, _) => throw new InvalidOperationException("a secret");
        using var answer = await _teams.PostAsync(Activities.Message());
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.InternalServerError, answer);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task It_can_only_be_posted_to(string method)
    {
        using var answer = await _teams.SendAsync(new(new(method), TeamsEndpoints.Path));
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.MethodNotAllowed, answer);
    }

    [Fact]
    public async Task Without_tokens_a_trial_on_this_machine_is_taken_whatever_it_says_of_itself()
    {
        await using var trial = await EndpointsUnderTest.StartAsync(new() { AppId = "", AllowAnonymous = true });
        foreach (var header in new[] { "true", "false", null })
        {
            var request = EndpointsUnderTest.Request(Encoding.UTF8.GetBytes(Activities.Message(activity => activity["serviceUrl"] = "http://localhost:56150/_connector").ToJsonString()), "");
            request.Headers.Add("x-ms-agents-playground", header);
            using var answer = await trial.SendAsync(request);
            await EndpointsUnderTest.EmptyAsync(HttpStatusCode.OK, answer);
        }
        Assert.Equal(3, trial.Taken.Count);
    }

    [Fact]
    public async Task A_playground_that_says_so_needs_a_token_all_the_same()
    {
        var request = EndpointsUnderTest.Request(Encoding.UTF8.GetBytes(Activities.Message().ToJsonString()), "");
        request.Headers.Add("x-ms-agents-playground", "true");
        using var answer = await _teams.SendAsync(request);
        await EndpointsUnderTest.EmptyAsync(HttpStatusCode.Unauthorized, answer);
    }
}
