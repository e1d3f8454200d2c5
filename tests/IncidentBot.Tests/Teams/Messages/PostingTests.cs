using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Messages;

public sealed class PostingTests : IAsyncLifetime
{
    private readonly TeamsUnderTest _test = new();

    private ScriptedTeams Connector => _test.Connector;

    public async ValueTask InitializeAsync() => await _test.KnowsAllAsync();

    [Fact]
    public async Task In_a_channel_a_post_begins_a_thread()
    {
        Connector.On("POST /v3/conversations", """{"id":"19:incidents@thread.tacv2;messageid=200","activityId":"200"}""");

        Assert.Equal(new MessageRef(InChannel, "200"), await _test.PostAsync(new(InChannel)));

        var sent = Assert.Single(Connector.Calls).Json;
        Assert.Equal((Channel, Bot, Tenant, true), ((string?)sent["channelData"]!["channel"]!["id"], (string?)sent["bot"]!["id"], (string?)sent["tenantId"], (bool)sent["isGroup"]!));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)sent["activity"]!["attachments"]![0]!["contentType"]);
        Assert.Equal("Checkout fails", (string?)sent["activity"]!["summary"]);
        Assert.Null(sent["activity"]!["text"]);
    }

    [Theory]
    [InlineData("""{"id":"201"}""")]
    [InlineData("""{"id":201}""")]
    [InlineData("""{"activityId":"201"}""")]
    [InlineData("""{"id":"19:incidents@thread.tacv2;messageid=201"}""")]
    public async Task A_reply_goes_to_the_conversation_of_its_thread(string answer)
    {
        Connector.On("/activities", answer);

        Assert.Equal(new MessageRef(InChannel, "201"), await _test.PostAsync(new(InChannel, "100")));

        Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D100/activities", Assert.Single(Connector.Calls).Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_an_id_is_not_said_again()
    {
        Connector.On("/activities", "{}");

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.PostAsync(new(InChannel, "100")))).Fault);
    }

    [Fact]
    public async Task A_chat_and_a_direct_conversation_have_no_threads()
    {
        Connector.On("/activities", """{"id":"201"}""");

        await _test.PostAsync(new(InChat));
        await _test.PostAsync(new(InDirect));

        Assert.Equal(["/emea/v3/conversations/19%3Achat%40thread.v2/activities", "/emea/v3/conversations/a%3Adirect/activities"], Connector.Calls.Select(call => call.Url.AbsolutePath));
    }

    [Fact]
    public async Task A_reply_of_ours_is_updated_in_its_thread_also_after_a_restart()
    {
        Connector.On("/activities", """{"id":"201"}""");
        Connector.On("PUT /201", "{}");
        var reply = await _test.PostAsync(new(InChannel, "100"));
        _test.Restart();

        await _test.Bots.UpdateAsync(reply, Card.Of("All is well"), Ct);

        Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D100/activities/201", Connector.To("PUT /201").Single().Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_message_is_updated_in_its_own_thread()
    {
        Connector.On("PUT /200", "{}");

        await _test.Bots.UpdateAsync(new(InChannel, "200"), Card.Of("All is well"), Ct);

        Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D200/activities/200", Assert.Single(Connector.Calls).Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_no_longer_stands_is_gone()
    {
        Connector.On("PUT /200", () => Refusal(404, "ActivityNotFoundInConversation"));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Bots.UpdateAsync(new(InChannel, "200"), Card.Of("x"), Ct))).Fault);
    }

    [Fact]
    public async Task A_long_card_goes_on_in_the_thread_of_its_first_message()
    {
        var next = 201;
        Connector.On("POST /v3/conversations", """{"id":"19:incidents@thread.tacv2;messageid=200","activityId":"200"}""");
        Connector.On("/activities", _ => Json($$"""{"id":"{{next++}}"}"""));

        var first = await _test.PassingTimeAsync(_test.Bots.PostAsync(new(InChannel), Long(), new("out:7"), Ct), TimeSpan.FromSeconds(1));

        Assert.Equal("200", first.Id);
        Assert.True(Connector.Calls.Count > 1);
        Assert.All(Connector.Calls.Skip(1), call => Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D200/activities", call.Url.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_try_goes_on_behind_the_parts_that_stand()
    {
        Connector.On("/activities", () => Json("""{"id":"201"}"""), () => Refusal(503));
        await Assert.ThrowsAnyAsync<ChatException>(() => _test.Bots.PostAsync(new(InDirect), Long(), new("out:7"), Ct));
        _test.Restart();
        var before = Connector.Calls.Count;
        Connector.On("/activities", """{"id":"202"}""");

        var first = await _test.PassingTimeAsync(_test.Bots.PostAsync(new(InDirect), Long(), new("out:7", _test.Clock.GetUtcNow()), Ct), TimeSpan.FromSeconds(1));

        Assert.Equal("201", first.Id);
        Assert.DoesNotContain(Connector.Calls.Skip(before), call => call.Body == Connector.Calls.First().Body);
    }

    [Fact]
    public async Task What_an_earlier_try_posted_is_found_by_its_mark_and_not_posted_again()
    {
        Connector.On("/activities", """{"id":"201"}""");
        await _test.PostAsync(new(InChat));
        HasInGraph(Connector.Calls.Last().Json["attachments"]![0]!["content"]!);

        Assert.Equal("301", (await _test.PostAsync(new(InChat), new("out:7", _test.Clock.GetUtcNow()))).Id);
        Assert.Single(Connector.Calls);

        Assert.Equal("201", (await _test.PostAsync(new(InChat), new("out:8", _test.Clock.GetUtcNow()))).Id);
    }

    [Fact]
    public async Task Where_nobody_may_look_it_is_said_again()
    {
        Connector.On("/activities", """{"id":"201"}""");
        _test.Graph.On("/messages", () => Refusal(403, "Forbidden"));

        Assert.Equal("201", (await _test.PostAsync(new(InChat), new("out:7", _test.Clock.GetUtcNow()))).Id);
    }

    [Fact]
    public async Task Mentions_are_in_the_text_and_among_the_entities()
    {
        Connector.On("/activities", """{"id":"201"}""");
        var ana = new Person(Person("aad-ana"), "Ana <script> & Co");

        await _test.Bots.PostAsync(new(InChat), Card.Of(RichText.Of($"Ask {ana}.")), new("out:7"), Ct);

        var card = Assert.Single(Connector.Calls).Json["attachments"]![0]!["content"]!;
        var entity = Assert.Single(card["msteams"]!["entities"]!.AsArray())!;
        Assert.Equal("29:ana", (string?)entity["mentioned"]!["id"]);
        Assert.Contains((string)entity["text"]!, card["body"]!.AsArray().SelectMany(Texts));
    }

    [Fact]
    public async Task Where_the_bot_was_taken_out_nothing_is_said()
    {
        var removed = Said("channel", Channel);
        (removed["type"], removed["action"]) = ("installationUpdate", "remove");
        await _test.LearnAsync(removed);

        var refused = await Assert.ThrowsAsync<ChatException>(() => _test.PostAsync(new(InChannel, "100")));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("add the app", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_done_depends_on_the_place()
    {
        Assert.Equal(new(RoomKind.Thread, false), _test.Bots.CapabilitiesAt(InChannel));
        Assert.Equal(new(RoomKind.Chat, false), _test.Bots.CapabilitiesAt(InChat));
        Assert.Equal(new(RoomKind.None, false), _test.Bots.CapabilitiesAt(InDirect));
        Assert.Equal(TeamsChat.CommandPrefix, _test.Bots.CommandPrefix);
    }

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Card Long() => new("Long", [.. Enumerable.Range(0, 400).Select(number => new Paragraph($"Line {number}: " + new string('x', 400)))]);

    // What stands between <at> and </at> in the texts of a card.
    private static IEnumerable<string> Texts(JsonNode? json) => json switch
    {
        JsonObject some => some.SelectMany(part => part is { Key: "text", Value: JsonValue text } ? At(text.ToString()) : Texts(part.Value)),
        JsonArray many => many.SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<string> At(string text) => text.IndexOf("<at>", StringComparison.Ordinal) is >= 0 and var from && text.IndexOf("</at>", StringComparison.Ordinal) is var to and >= 0 ? [text[from..(to + 5)]] : [];

    private void HasInGraph(JsonNode card)
    {
        var message = new JsonObject
        {
            ["id"] = "301",
            ["createdDateTime"] = "2026-11-22T14:00:00Z",
            ["lastModifiedDateTime"] = "2026-11-22T14:00:00Z",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card.ToJsonString() }),
        };
        _test.Graph.On("/messages", new JsonObject { ["value"] = new JsonArray(message) }.ToJsonString());
    }
}
