using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Messages;

public sealed class WhispersTests : IDisposable
{
    private const string Url = "https://hooks.slack.com/commands/T1/1/answer";

    private readonly SlackUnderTest _test = new();

    public WhispersTests() => _test.Slack.On("chat.postEphemeral", Ok);

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_whisper_is_an_ephemeral_message_also_in_a_thread()
    {
        await WhisperAsync("1700000000.000001");

        var call = Assert.Single(Slack.Calls);
        Assert.Equal(("chat.postEphemeral", "C1", "U1", "1700000000.000001", "Hush"), (call.Method, call["channel"], call["user"], call["thread_ts"], call["text"]));
    }

    [Fact]
    public async Task A_command_is_answered_at_its_response_url_without_the_token()
    {
        _test.Get<ResponseUrls>().Keep("C1", "U1", Url);
        Slack.On("answer", () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") });

        await WhisperAsync();

        var call = Assert.Single(Slack.Calls);
        Assert.Equal((Url, null), (call.Url.ToString(), call.Authorization));
        var body = JsonNode.Parse(call.Body)!;
        Assert.Equal(("ephemeral", false, "Hush"), (body["response_type"]!.GetValue<string>(), body["replace_original"]!.GetValue<bool>(), body["text"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "used_url")]
    [InlineData(HttpStatusCode.OK, """{"ok":false,"error":"expired_url"}""")]
    public async Task A_response_url_that_no_longer_works_is_done_without(HttpStatusCode status, string body)
    {
        _test.Get<ResponseUrls>().Keep("C1", "U1", Url);
        Slack.On("answer", () => new HttpResponseMessage(status) { Content = new StringContent(body) });

        await WhisperAsync();

        Assert.Equal(["answer", "chat.postEphemeral"], Slack.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task The_response_url_of_another_person_or_for_a_thread_is_not_used()
    {
        _test.Get<ResponseUrls>().Keep("C1", "U2", Url);
        await WhisperAsync();

        _test.Get<ResponseUrls>().Keep("C1", "U1", Url);
        await WhisperAsync("1700000000.000001");

        Assert.All(Slack.Calls, call => Assert.Equal("chat.postEphemeral", call.Method));
    }

    [Theory]
    [InlineData("user_not_in_channel")]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("is_archived")]
    public async Task Where_whispering_is_not_possible_it_is_not_for_later(string error)
    {
        Slack.On("chat.postEphemeral", Refusal(error));

        Assert.NotEqual(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => WhisperAsync())).Fault);
    }

    public void Dispose() => _test.Dispose();

    private Task WhisperAsync(string? thread = null) =>
        _test.Chat.WhisperAsync(SlackUnderTest.Room(thread: thread), SlackUnderTest.Person("U1"), Card.Of("Hush"), new("out:1"), SlackUnderTest.Ct);
}
