using Xunit;

namespace IncidentBot.Tests.Slack.Events;

public sealed class EventTableTests
{
    private const string OnMessage = "\"item\":{\"type\":\"message\",\"channel\":\"C1\",\"ts\":\"1700000001.000000\"}";

    [Theory]
    [InlineData("""{"type":"reaction_added","reaction":"pushpin","user":"U1","item_user":"U2",ITEM}""", "9.000000 Ana in C1: reaction on 1700000001.000000")]
    [InlineData("""{"type":"reaction_removed","reaction":"round_pushpin","user":"U1",ITEM}""", "9.000000 Ana in C1: reaction off 1700000001.000000")]
    [InlineData("""{"type":"reaction_added","reaction":"thumbsup","user":"U1",ITEM}""", "")]
    [InlineData("""{"type":"reaction_added","reaction":"pushpin","user":"U1","item_user":"UBOT",ITEM}""", "")] // on a card of ours
    [InlineData("""{"type":"reaction_added","reaction":"pushpin","user":"U1","item":{"type":"file","file":"F1"}}""", "")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"type":"message","channel":"C1","message":{"user":"U2","ts":"1700000001.000000","text":"x"}},"item_user":"U2"}""", "9.000000 Ana in C1: pin on 1700000001.000000")]
    [InlineData("""{"type":"pin_removed","user":"U1","channel_id":"C1","item":{"type":"message","message":{"user":"U2","ts":"1700000001.000000","thread_ts":"1700000000.000000"}}}""", "9.000000 Ana in C1: pin off 1700000001.000000")]
    [InlineData("""{"type":"pin_added","user":"UBOT","channel_id":"C1","item":{"type":"message","message":{"user":"UBOT","ts":"1700000001.000000"}}}""", "")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"type":"message","message":{"bot_id":"BBOT","ts":"1700000001.000000"}}}""", "")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"type":"message","message":{"user":"U2","subtype":"channel_join","ts":"1700000001.000000"}}}""", "")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"type":"file","file":{"id":"F1"}}}""", "")]
    public async Task A_pushpin_or_a_pin_is_a_highlight(string inner, string told) => Assert.Equal(told, await HearAsync(inner.Replace("ITEM", OnMessage, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"inc-1-pay","created":1}}""", "9.000000 Slack in C1: renames to inc-1-pay")]
    [InlineData("""{"type":"group_rename","channel":{"id":"C1","name":"inc-1-pay"}}""", "9.000000 Slack in C1: renames to inc-1-pay")]
    [InlineData("""{"type":"channel_archive","channel":"C1","user":"U1"}""", "9.000000 Ana in C1: gone")]
    [InlineData("""{"type":"group_archive","channel":"C1","user":"U1"}""", "9.000000 Ana in C1: gone")]
    [InlineData("""{"type":"channel_deleted","channel":"C1"}""", "9.000000 Slack in C1: gone")]
    [InlineData("""{"type":"group_deleted","channel":"C1"}""", "9.000000 Slack in C1: gone")]
    [InlineData("""{"type":"channel_unarchive","channel":"C1","user":"U1"}""", "")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}""", "9.000000 Slack in G1: moves to C1")]
    public async Task Rooms_are_renamed_moved_and_lost(string inner, string told) => Assert.Equal(told, await HearAsync(inner));

    [Theory]
    [InlineData("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T2","inviter":"U2"}""", "9.000000 Ana in C1: comes")]
    [InlineData("""{"type":"member_left_channel","user":"U1","channel":"C1"}""", "9.000000 Ana in C1: leaves")]
    [InlineData("""{"type":"member_joined_channel","user":"UBOT","channel":"C1"}""", "")]
    [InlineData("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}""", "9.000000 Ana in D1: opens home")]
    [InlineData("""{"type":"app_home_opened","user":"U1","tab":"home"}""", "9.000000 Ana in U1: opens home")]
    [InlineData("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages"}""", "")]
    public async Task People_come_go_and_look_at_the_bots_page(string inner, string told) => Assert.Equal(told, await HearAsync(inner));

    [Theory]
    [InlineData("""{"type":"emoji_changed"}""")]
    [InlineData("""{"type":"user_typing","user":"U1","channel":"C1"}""")]
    [InlineData("""{"type":"not_invented_yet"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Other_events_tell_nothing(string inner) => Assert.Empty(await Hearing.EventAsync(inner));

    [Theory]
    [InlineData("1700000999", "999.000000")]
    [InlineData("\"1700000999\"", "999.000000")]
    [InlineData("\"soon\"", "now")]
    [InlineData("null", "now")]
    public async Task The_envelopes_time_stands_in_for_a_missing_one(string time, string at) =>
        Assert.Equal($"{at} Slack in C1: gone", await Hearing.PayloadAsync($$"""{"type":"event_callback","team_id":"T1","event":{"type":"channel_deleted","channel":"C1"},"event_time":{{time}}}"""));

    [Theory]
    [InlineData("""{"team_id":"T7","authorizations":[{"team_id":"T1"}],""", "slack:T1")] // said by somebody of another workspace in a shared channel
    [InlineData("""{"team_id":"T7","authorizations":[{"team_id":null}],""", "slack:T7")]
    [InlineData("""{"team_id":"T7",""", "slack:T7")]
    public async Task The_workspace_is_that_for_which_the_bot_hears_it(string beginning, string workspace) =>
        Assert.Equal(workspace, Assert.Single(await Hearing.ReadAsync(beginning + "\"type\":\"event_callback\",\"event\":{\"type\":\"channel_deleted\",\"channel\":\"C1\"}}")).Place.Channel.Workspace);

    private static Task<string> HearAsync(string inner) => Hearing.EventAsync("""{"event_ts":"1700000009.000000",""" + inner[1..]);
}
