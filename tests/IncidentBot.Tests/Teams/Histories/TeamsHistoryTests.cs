using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class TeamsHistoryTests : IDisposable
{
    private readonly GraphUnderTest _test = new();

    private static readonly Place Thread = GraphUnderTest.Room("1");

    [Fact]
    public async Task A_thread_is_told_with_its_first_message_oldest_first_over_all_pages()
    {
        _test.HasThread(Said("1", 0), Said("5", 50, thread: "1"), Said("4", 40, thread: "1"), Said("3", 30, thread: "1"), Said("2", 20, thread: "1"));

        var told = await _test.ReadAsync(Thread, Start);

        Assert.Equal(["1", "2", "3", "4", "5"], told.Select(one => one.Posted.Message.Id));
        Assert.All(told, one => Assert.Equal((Thread, true, null), (one.Posted.Place, one.Posted.FromHistory, one.EditedAt)));
        var second = told[1].Posted;
        Assert.Equal((Start.AddSeconds(20), "ana", "oid-ana", "said 2"), (second.At, second.By.Name, second.By.Ref.Id, second.Text));
    }

    [Fact]
    public async Task Replies_in_an_unexpected_order_are_all_read()
    {
        _test.HasThread(Said("1", -900), Said("2", -800, thread: "1"), Said("3", -700, thread: "1"), Said("4", 10, thread: "1"), Said("5", 20, thread: "1"));

        Assert.Equal(["4", "5"], (await _test.ReadAsync(Thread, Start)).Select(one => one.Posted.Message.Id));
    }

    [Fact]
    public async Task Pages_that_are_older_are_not_asked_for()
    {
        _test.HasThread(Said("1", -900), Said("7", 20, thread: "1"), Said("6", 10, thread: "1"), Said("5", -10, thread: "1"), Said("4", -20, thread: "1"), Said("3", -30, thread: "1"));

        Assert.Equal(["6", "7"], (await _test.ReadAsync(Thread, Start)).Select(one => one.Posted.Message.Id));
        Assert.DoesNotContain(_test.Graph.Calls, call => call["$skiptoken"] == "4");
    }

    [Fact]
    public async Task Only_what_people_and_other_bots_said_and_did_not_delete_stands()
    {
        _test.HasThread(
            Said("1", 0, change: ByApplication(GraphUnderTest.App, "IncidentBot")),
            Said("7", 7, thread: "1", change: message => message["messageType"] = "unknownFutureValue"),
            Said("6", 6, thread: "1", change: message => (message["eventDetail"], message["from"]) = (new JsonObject { ["@odata.type"] = "#microsoft.graph.membersAddedEventMessageDetail" }, null)),
            Said("5", 5, thread: "1", change: DeletedAt(9)),
            Said("4", 4, thread: "1", change: ByApplication("app-other", "Alerts")),
            Said("3", 3, thread: "1", change: ByApplication("APP-1", "IncidentBot")),
            Said("9", 9, html: "<attachment id=\"a\"></attachment>", thread: "1"),
            Said("2", 2, thread: "1"));

        var told = await _test.ReadAsync(Thread, Start);

        Assert.Equal([("2", "ana", "oid-ana"), ("4", "Alerts", "28:app-other")], told.Select(one => (one.Posted.Message.Id, one.Posted.By.Name, one.Posted.By.Ref.Id)));
    }

    [Fact]
    public async Task An_edit_comes_with_its_time_and_a_reaction_is_none()
    {
        _test.HasThread(Said("1", 0, change: EditedAt(70)), Said("2", 2, thread: "1", change: message => message["lastModifiedDateTime"] = "2026-11-22T13:00:00Z"));

        Assert.Equal([Start.AddSeconds(70), (DateTimeOffset?)null], (await _test.ReadAsync(Thread, Start)).Select(one => one.EditedAt));
    }

    [Fact]
    public async Task Files_come_as_links()
    {
        _test.HasThread(Said("1", 0, change: message => message["attachments"] = JsonNode.Parse("""
            [{"id":"a","contentType":"reference","contentUrl":"https://example.sharepoint.com/log.txt","name":"log.txt"},{"id":"b","contentType":"application/vnd.microsoft.card.adaptive","content":"{}"}]
            """)));

        Assert.Equal([new FileLink("log.txt", "https://example.sharepoint.com/log.txt")], Assert.Single(await _test.ReadAsync(Thread, Start)).Posted.Files);
    }

    [Fact]
    public async Task A_chat_is_filtered_by_what_changed_since_and_told_oldest_first()
    {
        _test.Graph.On(GraphUnderTest.ChatMessages, Page([Said("0", -50, change: EditedAt(40)), Said("3", 30), Said("2", 20)]));

        var told = await _test.ReadAsync(GraphUnderTest.ChatRoom, Start);

        Assert.Equal(["2", "3"], told.Select(one => one.Posted.Message.Id));
        Assert.All(told, one => Assert.Equal(GraphUnderTest.ChatRoom, one.Posted.Place));
        var call = Assert.Single(_test.Graph.Calls);
        Assert.Equal(("50", "lastModifiedDateTime desc", "lastModifiedDateTime gt 2026-11-22T11:59:59.999Z"), (call["$top"], call["$orderby"], call["$filter"]));
        Assert.Equal("Bearer token-1", call.Authorization);
    }

    [Fact]
    public async Task Of_a_channel_all_threads_are_read()
    {
        _test.Graph.On(GraphUnderTest.Messages, Page(
        [
            Said("10", 10, change: message =>
            {
                message["replies"] = new JsonArray(JsonNode.Parse(Said("12", 12, thread: "10")));
                message["replies@odata.nextLink"] = $"{TeamsOptions.DefaultGraphUrl}v1.0/{GraphUnderTest.Messages}/10/replies?$skiptoken=x";
            }),
            Said("5", -7200, change: message => message["replies"] = new JsonArray(JsonNode.Parse(Said("13", 13, thread: "5")))),
        ]));
        _test.Graph.On($"{GraphUnderTest.Messages}/10/replies", Page([Said("11", 11, thread: "10")]));

        var told = await _test.ReadAsync(GraphUnderTest.Room(null), Start);

        Assert.Equal([("10", "10"), ("11", "10"), ("12", "10"), ("13", "5")], told.Select(one => (one.Posted.Message.Id, one.Posted.Place.Thread)));
    }

    [Fact]
    public async Task A_link_to_another_host_is_not_followed()
    {
        _test.Graph.On($"{GraphUnderTest.Messages}/1", Said("1", 0));
        _test.Graph.On($"{GraphUnderTest.Messages}/1/replies", Page([Said("2", 2, thread: "1")], next: "https://graph.example.com/v1.0/more"));

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(Thread, Start))).Fault);
        Assert.All(_test.Graph.Calls, call => Assert.Equal("graph.microsoft.com", call.Url.Host));
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_ends_the_reading_as_a_failure()
    {
        _test.Graph.On(GraphUnderTest.ChatMessages, Page([Said("2", 2)], next: $"{TeamsOptions.DefaultGraphUrl}v1.0/{GraphUnderTest.ChatMessages}?$skiptoken=x"));

        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(GraphUnderTest.ChatRoom, Start))).Fault);
    }

    [Fact]
    public async Task A_wish_to_wait_in_the_middle_is_waited_for()
    {
        var limited = true;
        _test.Graph.On($"{GraphUnderTest.Messages}/1", Said("1", 0));
        _test.Graph.On($"{GraphUnderTest.Messages}/1/replies", call =>
        {
            if (call["$skiptoken"] is null) return ScriptedGraph.Json(Page([Said("3", 3, thread: "1")], next: $"{TeamsOptions.DefaultGraphUrl}v1.0/{GraphUnderTest.Messages}/1/replies?$skiptoken=2"));
            (var wait, limited) = (limited, false);
            return wait ? ScriptedGraph.Refusal(HttpStatusCode.TooManyRequests, "TooManyRequests", "30") : ScriptedGraph.Json(Page([Said("2", 2, thread: "1")]));
        });
        var before = _test.Clock.GetUtcNow();

        var told = await _test.PassingTimeAsync(_test.ReadAsync(Thread, Start), TimeSpan.FromSeconds(5));

        Assert.Equal(["1", "2", "3"], told.Select(one => one.Posted.Message.Id));
        Assert.True(_test.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(30));
        Assert.Equal(1, _test.Graph.Calls.Count(call => call.Path.EndsWith("/replies", StringComparison.Ordinal) && call["$skiptoken"] is null));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task What_fails_again_and_again_is_for_later(HttpStatusCode status)
    {
        _test.Refuses(GraphUnderTest.ChatMessages, status, "busy");

        var failure = await _test.PassingTimeAsync(Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(GraphUnderTest.ChatRoom, Start)), TimeSpan.FromSeconds(10));

        Assert.Equal((ChatFault.Temporary, IncidentBot.Teams.Histories.Graph.PatientReading.MostWaits + 1), (failure.Fault, _test.Graph.Calls.Count));
    }

    [Fact]
    public async Task A_wait_of_many_minutes_is_for_later()
    {
        _test.Graph.On(GraphUnderTest.ChatMessages, _ => ScriptedGraph.Refusal(HttpStatusCode.TooManyRequests, "TooManyRequests", "600"));

        var failure = await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(GraphUnderTest.ChatRoom, Start));

        Assert.Equal((ChatFault.Temporary, TimeSpan.FromMinutes(10)), (failure.Fault, failure.RetryAfter));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        _test.Graph.On(GraphUnderTest.ChatMessages, call => call.Authorization == "Bearer token-2" ? ScriptedGraph.Json(Page([Said("2", 2)])) : ScriptedGraph.Refusal(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"));
        Assert.Single(await _test.ReadAsync(GraphUnderTest.ChatRoom, Start));

        _test.Refuses(GraphUnderTest.ChatMessages, HttpStatusCode.Unauthorized, "InvalidAuthenticationToken");
        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(GraphUnderTest.ChatRoom, Start))).Fault);
        Assert.Equal(4, _test.Graph.Calls.Count);
    }

    [Fact]
    public async Task A_room_that_is_gone_says_so() =>
        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(Thread, Start))).Fault);

    [Fact]
    public async Task The_direct_conversation_has_no_history() =>
        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.ReadAsync(new(TeamsIds.Personal(GraphUnderTest.Tenant, "a:1")), Start))).Fault);

    [Theory]
    [InlineData("""{"value":[null,1,"x",[],{},{"id":5},{"id":"9","messageType":"message","createdDateTime":"soon","from":{}}]}""", 0)]
    [InlineData("""{"value":[{"id":"9","messageType":"message","createdDateTime":"2026-11-22T13:00:00Z","from":{},"mentions":[5],"body":{"content":"<at id=\"0\">a</at>"}}]}""", 1)]
    [InlineData("""{"value":{}}""", 0)]
    public async Task What_is_malformed_throws_nothing(string body, int messages)
    {
        _test.Graph.On(GraphUnderTest.ChatMessages, body);

        Assert.Equal(messages, (await _test.ReadAsync(GraphUnderTest.ChatRoom, Start)).Count);
    }

    public void Dispose() => _test.Dispose();
}
