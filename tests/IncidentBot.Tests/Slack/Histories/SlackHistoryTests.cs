using IncidentBot.Core.Chat;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.Histories;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Histories;

public sealed class SlackHistoryTests : IDisposable
{
    /// <summary>1700000000 in Slack's count.</summary>
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly SlackUnderTest _test = new();

    public SlackHistoryTests() => Slack.On("users.info", call => $$$"""{"ok":true,"user":{"id":"{{{call["user"]}}}","profile":{"display_name":"name of {{{call["user"]}}}"} } }""");

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task Messages_come_oldest_first_over_pages_of_which_one_is_empty()
    {
        Slack.On("conversations.history", call => call["cursor"] switch
        {
            null => Page(Said("1700000030.000000"), next: "two"),
            "two" => Page("", next: "three"),
            _ => Page($"{Said("1700000020.000200")},{Said("1700000020.000100")}"),
        });

        var told = await ReadAsync();

        Assert.Equal(["1700000020.000100", "1700000020.000200", "1700000030.000000"], told.Select(one => one.Posted.Message.Id));
        var first = told[0].Posted;
        Assert.Equal((SlackUnderTest.Room(), "name of U1", "said at 1700000020.000100", true, null), (first.Place, first.By.Name, first.Text, first.FromHistory, told[0].EditedAt));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_020).AddMicroseconds(100), first.At);
    }

    [Fact]
    public async Task Only_what_people_said_since_then_stands()
    {
        Slack.On("conversations.history", Page(string.Join(',',
            Said("1700000009.000000", more: """, "bot_id":"BBOT" """),
            Said("1700000008.000000", user: "UBOT"),
            Said("1700000007.000000", user: "USLACKBOT", more: ""","subtype":"tombstone" """),
            Said("1700000006.000000", more: ""","subtype":"channel_join" """),
            Said("1700000005.000000", more: ""","subtype":"me_message" """),
            Said("1700000000.000000"),
            Said("1699999999.999999"))));

        Assert.Equal(["1700000000.000000", "1700000005.000000"], (await ReadAsync()).Select(one => one.Posted.Message.Id));
    }

    [Fact]
    public async Task An_edit_comes_with_its_time()
    {
        Slack.On("conversations.history", Page(Said("1700000005.000000", more: ""","edited":{"user":"U1","ts":"1700000050.000000"}""")));

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_050), Assert.Single(await ReadAsync()).EditedAt);
    }

    [Fact]
    public async Task Replies_stand_in_their_threads_also_those_of_a_thread_that_began_before()
    {
        Slack.On("conversations.history", Page(string.Join(',', Head("1700000005.000000", "1700000006.000000"), Head("1699990000.000000", "1700000001.000000"), Head("1699980000.000000", "1699980001.000000"))));
        Slack.On("conversations.replies", call => call["ts"] == "1700000005.000000"
            ? Page($"{Head("1700000005.000000", "1700000006.000000")},{Reply("1700000006.000000", "1700000005.000000")}")
            : Page($"{Head("1699990000.000000", "1700000001.000000")},{Reply("1699990001.000000", "1699990000.000000")},{Reply("1700000001.000000", "1699990000.000000")}"));

        var told = await ReadAsync();

        Assert.Equal(
            [("1700000001.000000", "1699990000.000000"), ("1700000005.000000", null), ("1700000006.000000", "1700000005.000000")],
            told.Select(one => (one.Posted.Message.Id, one.Posted.Place.Thread)));
        Assert.Equal(2, Slack.To("conversations.replies").Count());
        Assert.Equal(SlackTime.Write(Since - SlackHistory.ThreadsBefore), Slack.To("conversations.history").Single()["oldest"]);
        Assert.All(Slack.To("conversations.replies"), call => Assert.Equal("1700000000.000000", call["oldest"]));
    }

    [Fact]
    public async Task A_history_can_be_read_from_its_beginning()
    {
        Slack.On("conversations.history", Page(Said("1700000005.000000")));

        Assert.Single(await ReadAsync(since: DateTimeOffset.UnixEpoch));
        Assert.Equal("0", Assert.Single(Slack.To("conversations.history"))["oldest"]);
    }

    [Fact]
    public async Task A_reply_that_was_also_sent_to_the_channel_stands_once()
    {
        var broadcast = Reply("1700000006.000000", "1700000005.000000", ""","subtype":"thread_broadcast" """);
        Slack.On("conversations.history", Page($"{broadcast},{Head("1700000005.000000", "1700000006.000000")}"));
        Slack.On("conversations.replies", Page($"{Head("1700000005.000000", "1700000006.000000")},{broadcast}"));

        Assert.Equal(["1700000005.000000", "1700000006.000000"], (await ReadAsync()).Select(one => one.Posted.Message.Id));
    }

    [Fact]
    public async Task Of_a_room_that_is_a_thread_only_the_replies_are_read()
    {
        Slack.On("conversations.replies", Page($"{Head("1700000005.000000", "1700000006.000000")},{Reply("1700000006.000000", "1700000005.000000")}"));

        var told = await ReadAsync("1700000005.000000");

        Assert.Equal("1700000006.000000", Assert.Single(told).Posted.Message.Id);
        Assert.Empty(Slack.To("conversations.history"));
    }

    [Fact]
    public async Task A_thread_that_is_deleted_meanwhile_takes_nothing_else_along()
    {
        Slack.On("conversations.history", Page(Head("1700000005.000000", "1700000006.000000")));
        Slack.On("conversations.replies", Refusal("thread_not_found"));

        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task A_wish_to_wait_in_the_middle_is_waited_for()
    {
        var limited = true;
        Slack.On("conversations.history", (call, _) =>
        {
            if (call["cursor"] is null) return Task.FromResult(Json(Page(Said("1700000005.000000"), next: "two")));
            if (limited)
            {
                limited = false;
                return Task.FromResult(Limited("30"));
            }
            return Task.FromResult(Json(Page(Said("1700000004.000000"))));
        });

        var told = await _test.PassingTimeAsync(ReadAsync(), TimeSpan.FromSeconds(5));

        Assert.Equal(["1700000004.000000", "1700000005.000000"], told.Select(one => one.Posted.Message.Id));
        Assert.Equal(1, Slack.To("conversations.history").Count(call => call["cursor"] is null));
    }

    [Fact]
    public async Task What_is_limited_again_and_again_is_for_later()
    {
        Slack.On("conversations.history", () => Limited("30"));

        var failure = await _test.PassingTimeAsync(Assert.ThrowsAnyAsync<ChatException>(() => ReadAsync()), TimeSpan.FromSeconds(10));

        Assert.Equal(ChatFault.Temporary, failure.Fault);
        Assert.Equal(PatientReading.MostWaits + 1, Slack.To("conversations.history").Count());
    }

    [Fact]
    public async Task A_room_that_is_gone_says_so()
    {
        Slack.On("conversations.history", Refusal("channel_not_found"));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => ReadAsync())).Fault);
    }

    public void Dispose() => _test.Dispose();

    private static string Page(string messages, string next = "") => $$$"""{"ok":true,"messages":[{{{messages}}}],"response_metadata":{"next_cursor":"{{{next}}}"}}""";

    private static string Said(string ts, string user = "U1", string more = "") => $$"""{"type":"message","ts":"{{ts}}","user":"{{user}}","text":"said at {{ts}}"{{more}}}""";

    private static string Head(string ts, string latest) => Said(ts, more: $$""","thread_ts":"{{ts}}","reply_count":1,"latest_reply":"{{latest}}" """);

    private static string Reply(string ts, string thread, string more = "") => Said(ts, "U2", $$""","thread_ts":"{{thread}}"{{more}}""");

    private async Task<List<StandingMessage>> ReadAsync(string? thread = null, DateTimeOffset? since = null)
    {
        var told = new List<StandingMessage>();
        await foreach (var message in _test.Chat.HistoryAsync(SlackUnderTest.Room(thread: thread), since ?? Since, SlackUnderTest.Ct)) told.Add(message);
        return told;
    }
}
