using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IncidentBot.Tests.Slack.Workspace.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Workspace;

/// <summary>The double refuses what Slack refuses, in Slack's words.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SlackWorkspace? _workspace;

    private SlackWorkspace Workspace => _workspace!;

    private string Incidents => Workspace.Channel("incidents").Id;

    private string General => Workspace.Channel("general").Id;

    public async ValueTask InitializeAsync() => _workspace = await SlackWorkspace.StartAsync();

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-other", "invalid_auth")]
    [InlineData("xapp-test", "not_allowed_token_type")]
    public async Task Wrong_tokens(string? token, string error) => Assert.Equal(error, await ErrorAsync("auth.test", [], token));

    [Fact]
    public async Task A_token_in_the_body_is_a_violation()
    {
        await CallAsync("auth.test", [("token", "xoxb-test")]);
        Assert.Single(Workspace.State.Violations);
    }

    [Fact]
    public async Task Posts_that_cannot_be()
    {
        Assert.Equal("channel_not_found", await ErrorAsync("chat.postMessage", [("channel", "C404"), ("text", "x")]));
        Assert.Equal("not_in_channel", await ErrorAsync("chat.postMessage", [("channel", General), ("text", "x")]));
        Assert.Equal("no_text", await ErrorAsync("chat.postMessage", [("channel", Incidents)]));
        Assert.Equal("cannot_reply_to_message", await ErrorAsync("chat.postMessage", [("channel", Incidents), ("text", "x"), ("thread_ts", "1.000001")]));
        Assert.Equal("message_not_found", await ErrorAsync("chat.update", [("channel", Incidents), ("ts", "1.000001"), ("text", "x")]));
        Assert.Equal("user_not_found", await ErrorAsync("chat.postEphemeral", [("channel", Incidents), ("user", "U404"), ("text", "x")]));
        Assert.Equal("message_not_found", await ErrorAsync("pins.add", [("channel", Incidents), ("timestamp", "1.000001")]));
        Workspace.Person("ana").Archive("incidents");
        Assert.Equal("is_archived", await ErrorAsync("chat.postMessage", [("channel", Incidents), ("text", "x")]));
    }

    [Fact]
    public async Task Somebody_elses_message_is_not_changed()
    {
        var said = Workspace.Person("ana").Say("incidents", "mine");
        Assert.Equal("cant_update_message", await ErrorAsync("chat.update", [("channel", Incidents), ("ts", said.Ts), ("text", "x")]));
    }

    [Theory]
    [InlineData("incidents", "name_taken")]
    [InlineData("With Capitals", "invalid_name_specials")]
    [InlineData("---", "invalid_name_punctuation")]
    [InlineData("a-name-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-until-it-is-over", "invalid_name_maxlength")]
    public async Task Names_that_cannot_be(string name, string error) => Assert.Equal(error, await ErrorAsync("conversations.create", [("name", name)]));

    [Theory]
    [InlineData("""[{"type":"section"}]""", "invalid_blocks")]
    [InlineData("""[{"type":"poem"}]""", "invalid_blocks")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"A"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"B"}}]}]""", "invalid_blocks")]
    [InlineData("""[{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]},{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}]""", "invalid_attachments")]
    [InlineData("no JSON", "invalid_blocks_format")]
    public async Task Blocks_that_cannot_be(string blocks, string error) => Assert.Equal(error, await ErrorAsync("chat.postMessage", [("channel", Incidents), ("text", "x"), ("blocks", blocks)]));

    [Fact]
    public async Task More_than_the_limits()
    {
        Assert.Equal("invalid_blocks", await ErrorAsync("chat.postMessage", [("channel", Incidents), ("text", "x"), ("blocks", Dividers(51))]));
        Assert.Equal("ok", await ErrorAsync("chat.postMessage", [("channel", Incidents), ("text", "x"), ("blocks", Dividers(50))]));
        var own = Workspace.Messages("incidents")[^1];
        Assert.Equal("msg_too_long", await ErrorAsync("chat.update", [("channel", Incidents), ("ts", own.Ts), ("text", new string('x', 4001))]));
        Assert.Equal("too_long", await ErrorAsync("conversations.setTopic", [("channel", Incidents), ("topic", new string('x', 251))]));

        static string Dividers(int count) => new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonObject { ["type"] = "divider" })]).ToJsonString();
    }

    [Fact]
    public async Task A_trigger_is_good_for_one_use()
    {
        const string View = """{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"divider"}]}""";
        lock (Workspace.State.Gate)
        {
            Workspace.State.Triggers["fresh"] = (TimeProvider.System.GetUtcNow(), Workspace.Person("ana").Id);
            Workspace.State.Triggers["old"] = (TimeProvider.System.GetUtcNow().AddSeconds(-4), Workspace.Person("ana").Id);
        }
        Assert.Equal("ok", await ErrorAsync("views.open", [("trigger_id", "fresh"), ("view", View)]));
        Assert.Equal("exchanged_trigger_id", await ErrorAsync("views.open", [("trigger_id", "fresh"), ("view", View)]));
        Assert.Equal("expired_trigger_id", await ErrorAsync("views.open", [("trigger_id", "old"), ("view", View)]));
        Assert.Equal("not_found", await ErrorAsync("views.update", [("view_id", "V404"), ("view", View)]));
    }

    [Fact]
    public async Task An_upload_goes_in_its_order()
    {
        var place = await CallAsync("files.getUploadURLExternal", [("filename", "a.md"), ("length", "3")]);
        var files = new JsonArray(new JsonObject { ["id"] = (string?)place["file_id"] }).ToJsonString();
        Assert.Equal("file_not_found [ERROR] nothing was uploaded to its address yet", await ErrorAsync("files.completeUploadExternal", [("files", files), ("channel_id", Incidents)]));
    }

    [Fact]
    public async Task A_call_inside_the_time_to_wait_is_a_violation()
    {
        Workspace.Faults.Next("users.info", new Fault.RateLimited("2"));
        using var first = await _http.SendAsync(Request("users.info", [("user", "U1")], "xoxb-test"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(2)), (first.StatusCode, first.Headers.RetryAfter!.Delta));
        while (Workspace.State.Violations.IsEmpty) // at first, calls that were under way are nobody's fault
        {
            using var again = await _http.SendAsync(Request("users.info", [("user", "U1")], "xoxb-test"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        }
        Assert.Single(Workspace.State.Violations);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Workspace.DisposeAsync();
    }

    private async Task<string> ErrorAsync(string method, (string, string)[] arguments, string? token = "xoxb-test")
    {
        var answer = await CallAsync(method, arguments, token);
        if ((bool)answer["ok"]!) return "ok";
        return method == "files.completeUploadExternal" ? $"{answer["error"]} {answer["response_metadata"]!["messages"]![0]}" : (string)answer["error"]!;
    }

    private async Task<JsonNode> CallAsync(string method, (string, string)[] arguments, string? token = "xoxb-test")
    {
        using var answer = await _http.SendAsync(Request(method, arguments, token));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private HttpRequestMessage Request(string method, (string Name, string Value)[] arguments, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Workspace.ApiUrl, method)) { Content = new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
