using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Messages;

public sealed class PostingTests : IDisposable
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"1700000000.000100"}""";

    private readonly SlackUnderTest _test = new();
    private readonly SayingKey _again;

    public PostingTests() => _again = new("out:7", _test.Clock.GetUtcNow());

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_card_is_posted_with_blocks_a_fallback_and_the_mark_of_its_saying()
    {
        Slack.On("chat.postMessage", Posted);

        var message = await PostAsync(SlackUnderTest.Room(thread: "1700000000.000001"), new("out:7"));

        Assert.Equal(SlackUnderTest.Message("1700000000.000100"), message);
        var call = Assert.Single(Slack.Calls);
        Assert.Equal(["C1", "1700000000.000001", "Checkout fails", "false", "false"], new[] { "channel", "thread_ts", "text", "unfurl_links", "unfurl_media" }.Select(name => call[name]));
        Assert.Equal("section", JsonNode.Parse(call["blocks"]!)![0]!["type"]!.GetValue<string>());
        Assert.Equal("""{"event_type":"incidentbot_saying","event_payload":{"key":"out:7"}}""", call["metadata"]);
    }

    [Fact]
    public async Task A_card_that_needs_more_than_one_message_goes_on_in_the_thread_of_the_first()
    {
        var next = 0;
        Slack.On("chat.postMessage", _ => $$"""{"ok":true,"channel":"C1","ts":"1700000000.00010{{next++}}"}""");
        var lines = Enumerable.Range(0, 120).Select(number => (CardBlock)new Paragraph($"Line {number}: " + new string('x', 200)));

        var first = await _test.Chat.PostAsync(SlackUnderTest.Room(), new Card("Long", [.. lines]), new("out:7"), SlackUnderTest.Ct);

        var calls = Slack.Calls.ToList();
        Assert.True(calls.Count > 1);
        Assert.Equal("1700000000.000100", first.Id);
        Assert.Null(calls[0]["thread_ts"]);
        Assert.All(calls.Skip(1), call => Assert.Equal(first.Id, call["thread_ts"]));
        Assert.Equal(calls.Count, calls.Select(call => call["metadata"]).Distinct().Count());
    }

    [Fact]
    public async Task What_an_earlier_try_posted_is_found_and_not_posted_again()
    {
        Slack.On("conversations.history", call => call["cursor"] is null
            ? """{"ok":true,"messages":[],"response_metadata":{"next_cursor":"more"}}"""
            : Page(Marked("1700000000.000100", "out:7")));

        Assert.Equal("1700000000.000100", (await PostAsync(SlackUnderTest.Room(), _again)).Id);

        Assert.Empty(Slack.To("chat.postMessage"));
        var look = Slack.To("conversations.history").First();
        Assert.Equal(("C1", "true", "true", "1795355940.000000"), (look["channel"], look["inclusive"], look["include_all_metadata"], look["oldest"]));
    }

    [Fact]
    public async Task A_reply_is_looked_for_in_its_thread()
    {
        Slack.On("conversations.replies", Page(Marked("1700000000.000100", "out:7")));

        Assert.Equal("1700000000.000100", (await PostAsync(SlackUnderTest.Room(thread: "1700000000.000001"), _again)).Id);

        Assert.Equal("1700000000.000001", Slack.To("conversations.replies").Single()["ts"]);
    }

    [Theory]
    [InlineData("out:77", "UBOT")]
    [InlineData("out:7", "U1")]
    public async Task Another_message_is_not_taken_for_the_earlier_try(string key, string user)
    {
        Slack.On("conversations.history", Page(Marked("1700000000.000099", key, user)));
        Slack.On("chat.postMessage", Posted);

        Assert.Equal("1700000000.000100", (await PostAsync(SlackUnderTest.Room(), _again)).Id);
    }

    [Fact]
    public async Task Where_nobody_may_look_it_is_posted()
    {
        Slack.On("conversations.history", """{"ok":false,"error":"missing_scope","needed":"im:history"}""");
        Slack.On("chat.postMessage", Posted);

        Assert.Equal("1700000000.000100", (await PostAsync(SlackUnderTest.Room(), _again)).Id);
    }

    [Fact]
    public async Task While_Slack_cannot_be_asked_whether_it_was_posted_it_is_not()
    {
        Slack.On("conversations.history", Refusal("internal_error"));

        Assert.Equal(ChatFault.Temporary, (await RefusedAsync(SlackUnderTest.Room(), _again)).Fault);
        Assert.Empty(Slack.To("chat.postMessage"));
    }

    [Fact]
    public async Task A_public_channel_is_joined_when_that_is_missing()
    {
        Slack.On("chat.postMessage", Refusal("not_in_channel"), Posted);
        Slack.On("conversations.join", Ok);

        await PostAsync(SlackUnderTest.Room(), new("out:7"));

        Assert.Equal(["chat.postMessage", "conversations.join", "chat.postMessage"], Slack.Calls.Select(call => call.Method));
    }

    [Theory]
    [InlineData("method_not_supported_for_channel_type")]
    [InlineData("missing_scope")]
    public async Task A_channel_that_cannot_be_joined_is_refused_with_what_to_do(string error)
    {
        Slack.On("chat.postMessage", Refusal("not_in_channel"));
        Slack.On("conversations.join", Refusal(error));

        var refused = await RefusedAsync(SlackUnderTest.Room(), new("out:7"));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("invite it there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_not_seen_may_be_private()
    {
        Slack.On("chat.postMessage", Refusal("channel_not_found"));

        var refused = await RefusedAsync(SlackUnderTest.Room(), new("out:7"));

        Assert.Equal(ChatFault.Gone, refused.Fault);
        Assert.Contains("invite the bot", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#incidents")]
    [InlineData("incidents")]
    public async Task A_channel_may_be_given_by_its_name(string name)
    {
        Slack.On("conversations.list", call => call["cursor"] is null
            ? """{"ok":true,"channels":[{"id":"C8","name":"incidents-archive"}],"response_metadata":{"next_cursor":"more"}}"""
            : """{"ok":true,"channels":[{"id":"C9","name":"incidents"}]}""");
        Slack.On("chat.postMessage", """{"ok":true,"channel":"C9","ts":"1700000000.000100"}""");

        Assert.Equal(SlackUnderTest.Message("1700000000.000100", "C9"), await PostAsync(SlackUnderTest.Room(name), new("out:7")));
        await PostAsync(SlackUnderTest.Room(name), new("out:8"));

        Assert.All(Slack.To("chat.postMessage"), call => Assert.Equal("C9", call["channel"]));
        Assert.Equal(2, Slack.To("conversations.list").Count());
    }

    [Fact]
    public async Task A_name_that_no_channel_has_is_refused_with_the_setting_that_gives_it()
    {
        Slack.On("conversations.list", """{"ok":true,"channels":[]}""");

        var refused = await Assert.ThrowsAsync<ChatException>(() => PostAsync(SlackUnderTest.Room("incidents"), new("out:7")));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("Incidents:AnnounceChannel", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("edit_window_closed")]
    [InlineData("cant_update_message")]
    public async Task A_message_that_can_no_longer_be_updated_is_gone(string error)
    {
        Slack.On("chat.update", Refusal(error));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Chat.UpdateAsync(SlackUnderTest.Message("1700000000.000100"), Card.Of("x"), SlackUnderTest.Ct))).Fault);
    }

    [Fact]
    public async Task An_update_replaces_text_and_blocks()
    {
        Slack.On("chat.update", Ok);

        await _test.Chat.UpdateAsync(SlackUnderTest.Message("1700000000.000100"), Card.Of("All is well"), SlackUnderTest.Ct);

        var call = Assert.Single(Slack.Calls);
        Assert.Equal(("C1", "1700000000.000100", "All is well"), (call["channel"], call["ts"], call["text"]));
        Assert.Contains("All is well", call["blocks"], StringComparison.Ordinal);
    }

    public void Dispose() => _test.Dispose();

    private static string Page(string messages) => $$"""{"ok":true,"messages":[{{messages}}]}""";

    private static string Marked(string ts, string key, string user = "UBOT") =>
        $$$"""{"ts":"{{{ts}}}","user":"{{{user}}}","text":"x","metadata":{"event_type":"incidentbot_saying","event_payload":{"key":"{{{key}}}"} } }""";

    private Task<MessageRef> PostAsync(Place to, SayingKey key) => _test.Chat.PostAsync(to, Card.Of("Checkout fails"), key, SlackUnderTest.Ct);

    private Task<ChatException> RefusedAsync(Place to, SayingKey key) => Assert.ThrowsAnyAsync<ChatException>(() => PostAsync(to, key));
}
