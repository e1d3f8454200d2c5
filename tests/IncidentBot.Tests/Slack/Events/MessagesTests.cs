using Xunit;

namespace IncidentBot.Tests.Slack.Events;

public sealed class MessagesTests
{
    [Theory]
    [InlineData("""{"user":"U1","text":"down"}""", "1.000001 Ana in C1: says 1700000001.000001 \"down\"")]
    [InlineData("""{"user":"U1","text":"reply","thread_ts":"1700000000.000009"}""", "1.000001 Ana in C1/1700000000.000009: says 1700000001.000001 \"reply\"")]
    [InlineData("""{"user":"U1","text":"head","thread_ts":"1700000001.000001"}""", "1.000001 Ana in C1: says 1700000001.000001 \"head\"")]
    [InlineData("""{"user":"U1","text":"ask <@U2>"}""", "1.000001 Ana in C1: says 1700000001.000001 \"ask @Ben\" +U2")]
    [InlineData("""{"user":"U1","text":"","subtype":"file_share","files":[{"name":"graph.png","title":"Graph","permalink":"https://example.com/f"},{"id":"F2","mode":"tombstone"},{"title":"log","url_private":"https://example.com/g"}]}""", "1.000001 Ana in C1: says 1700000001.000001 \"\" [graph.png https://example.com/f] [log https://example.com/g]")]
    [InlineData("""{"user":"U1","text":"looks on","subtype":"me_message"}""", "1.000001 Ana in C1: says 1700000001.000001 \"looks on\"")]
    [InlineData("""{"user":"U1","text":"all","subtype":"thread_broadcast","thread_ts":"1700000000.000009"}""", "1.000001 Ana in C1/1700000000.000009: says 1700000001.000001 \"all\"")]
    [InlineData("""{"user":"U1","text":"all","subtype":"thread_broadcast","root":{"ts":"1700000000.000008"}}""", "1.000001 Ana in C1/1700000000.000008: says 1700000001.000001 \"all\"")]
    [InlineData("""{"user":"U1","text":"all","subtype":"thread_broadcast","root":{"ts":"1700000000.000008","thread_ts":"1700000000.000007"}}""", "1.000001 Ana in C1/1700000000.000007: says 1700000001.000001 \"all\"")]
    [InlineData("""{"bot_id":"B2","username":"Alerts","text":"fire","subtype":"bot_message"}""", "1.000001 Alerts in C1: says 1700000001.000001 \"fire\"")]
    [InlineData("""{"bot_id":"B2","text":"fire","subtype":"bot_message"}""", "1.000001 a bot in C1: says 1700000001.000001 \"fire\"")]
    [InlineData("""{"bot_id":"B2","user":"U77","bot_profile":{"name":"Deployer","app_id":"A2"},"app_id":"A2","text":"done"}""", "1.000001 Deployer in C1: says 1700000001.000001 \"done\"")]
    [InlineData("""{"bot_id":"B2","user":"UROBOT","username":"Deployer","text":"done"}""", "1.000001 Deployer in C1: says 1700000001.000001 \"done\"")]
    [InlineData("""{"bot_id":"B2","user":"U1","bot_profile":{"name":"An app of Ana's"},"text":"by an app as a person"}""", "1.000001 Ana in C1: says 1700000001.000001 \"by an app as a person\"")]
    [InlineData("""{"bot_id":"B2","user":"UROBOT","text":"done"}""", "1.000001 Robot in C1: says 1700000001.000001 \"done\"")]
    [InlineData("""{"user":"U8","user_profile":{"display_name":"Eve"},"text":"from another workspace","user_team":"T2"}""", "1.000001 Eve in C1: says 1700000001.000001 \"from another workspace\"")]
    public async Task What_people_and_other_bots_say_is_heard(string message, string heard) => Assert.Equal(heard, await SaidAsync(message));

    [Theory]
    [InlineData("""{"user":"UBOT","text":"card"}""")]
    [InlineData("""{"bot_id":"BBOT","text":"card","subtype":"bot_message"}""")]
    [InlineData("""{"bot_id":"B9","app_id":"A1","text":"card"}""")]
    [InlineData("""{"bot_id":"B9","bot_profile":{"app_id":"A1"},"text":"card"}""")]
    public async Task What_the_bot_says_itself_is_not(string message) => Assert.Empty(await SaidAsync(message));

    [Theory]
    [InlineData("channel_join")]
    [InlineData("channel_leave")]
    [InlineData("channel_topic")]
    [InlineData("channel_purpose")]
    [InlineData("channel_name")]
    [InlineData("channel_archive")]
    [InlineData("channel_unarchive")]
    [InlineData("group_join")]
    [InlineData("group_topic")]
    [InlineData("channel_posting_permissions")]
    [InlineData("channel_convert_to_private")]
    [InlineData("pinned_item")]
    [InlineData("reminder_add")]
    [InlineData("ekm_access_denied")]
    [InlineData("assistant_app_thread")]
    [InlineData("message_replied")]
    [InlineData("tombstone")]
    [InlineData("not_invented_yet")]
    public async Task A_line_of_the_system_is_no_message(string subtype) => Assert.Empty(await SaidAsync($$"""{"user":"U1","text":"a line","subtype":"{{subtype}}"}"""));

    [Fact]
    public async Task An_edit_has_its_own_time() =>
        Assert.Equal(
            "30.000000 Ana in C1: edits 1700000001.000001 of 1.000001 \"up, says @Ben\" +U2",
            await ChangedAsync("""{"user":"U1","text":"up, says <@U2>","ts":"1700000001.000001","edited":{"user":"U1","ts":"1700000030.000000"}}""", """{"user":"U1","text":"down","ts":"1700000001.000001"}"""));

    [Fact]
    public async Task An_edit_in_a_thread_stays_there() =>
        Assert.Equal(
            "30.000000 Ana in C1/1700000000.000009: edits 1700000001.000001 of 1.000001 \"up\"",
            await ChangedAsync("""{"user":"U1","text":"up","ts":"1700000001.000001","thread_ts":"1700000000.000009","edited":{"ts":"1700000030.000000"}}""", """{"text":"down"}"""));

    [Theory]
    [InlineData("""{"text":"new","bot_id":"B2","username":"Alerts","subtype":"bot_message","ts":"1700000001.000001"}""", """{"text":"old"}""", "40.000000 Alerts in C1: edits 1700000001.000001 of 1.000001 \"new\"")] // no time of its own: that of the change
    [InlineData("""{"text":"","user":"U1","blocks":[{"type":"section","text":{"text":"new"}}],"ts":"1700000001.000001"}""", """{"text":"","blocks":[{"type":"section","text":{"text":"old"}}]}""", "40.000000 Ana in C1: edits 1700000001.000001 of 1.000001 \"new\"")]
    [InlineData("""{"text":"same","user":"U1","ts":"1700000001.000001","edited":{"ts":"1700000031.000000"}}""", """{"text":"same","edited":{"ts":"1700000030.000000"}}""", "31.000000 Ana in C1: edits 1700000001.000001 of 1.000001 \"same\"")]
    [InlineData("""{"text":"new","user":"U1","ts":"1700000001.000001","edited":{"ts":"1700000031.000000"}}""", "null", "31.000000 Ana in C1: edits 1700000001.000001 of 1.000001 \"new\"")]
    public async Task What_reads_differently_is_an_edit(string message, string before, string heard) => Assert.Equal(heard, await ChangedAsync(message, before));

    [Theory]
    [InlineData("""{"text":"see <https://x>","user":"U1","ts":"1700000001.000001","attachments":[{"from_url":"https://x","title":"X"}]}""", """{"text":"see <https://x>"}""")] // a link preview
    [InlineData("""{"text":"head","user":"U1","ts":"1700000001.000001","reply_count":2,"edited":{"ts":"1700000030.000000"}}""", """{"text":"head","edited":{"ts":"1700000030.000000"}}""")]
    [InlineData("""{"text":"pinned","user":"U1","ts":"1700000001.000001","pinned_to":["C1"]}""", """{"text":"pinned"}""")]
    [InlineData("""{"text":"no matter","user":"U1","ts":"1700000001.000001"}""", "null")]
    [InlineData("""{"text":"new card","user":"UBOT","bot_id":"BBOT","ts":"1700000001.000001","edited":{"ts":"1700000030.000000"}}""", """{"text":"old card"}""")]
    [InlineData("""{"text":"new topic","user":"U1","subtype":"channel_topic","ts":"1700000001.000001"}""", """{"text":"old topic"}""")]
    public async Task What_reads_the_same_or_is_no_message_is_no_edit(string message, string before) => Assert.Empty(await ChangedAsync(message, before));

    [Fact]
    public async Task A_deletion_tells_which_and_when() =>
        Assert.Equal(
            "40.000000 Ana in C1/1700000000.000009: deletes 1700000001.000001 of 1.000001",
            await Hearing.EventAsync("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000040.000000","deleted_ts":"1700000001.000001","previous_message":{"user":"U1","text":"oops","ts":"1700000001.000001","thread_ts":"1700000000.000009"}}"""));

    [Fact]
    public async Task A_deletion_counts_also_where_Slack_does_not_say_of_what() =>
        Assert.Equal("40.000000 Slack in C1: deletes 1700000001.000001 of 1.000001", await Hearing.EventAsync("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000040.000000","deleted_ts":"1700000001.000001"}"""));

    [Fact]
    public async Task A_tombstone_is_a_deletion() =>
        Assert.Equal(
            "40.000000 Ana in C1: deletes 1700000001.000001 of 1.000001",
            await ChangedAsync("""{"subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1700000001.000001","thread_ts":"1700000001.000001"}""", """{"user":"U1","text":"help","ts":"1700000001.000001","thread_ts":"1700000001.000001"}"""));

    [Theory]
    [InlineData("""{"user":"UBOT","text":"card"}""")]
    [InlineData("""{"user":"U1","subtype":"channel_join","text":"joined"}""")]
    [InlineData("""{"user":"USLACKBOT","subtype":"tombstone","text":"This message was deleted."}""")] // its becoming one told it
    public async Task Nothing_is_deleted_where_nothing_was_said(string before)
    {
        Assert.Empty(await Hearing.EventAsync($$"""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000040.000000","deleted_ts":"1700000001.000001","previous_message":{{before}}}"""));
        Assert.Empty(await ChangedAsync("""{"subtype":"tombstone","ts":"1700000001.000001"}""", before));
    }

    private static Task<string> SaidAsync(string message) =>
        Hearing.EventAsync("""{"type":"message","channel":"C1","ts":"1700000001.000001","event_ts":"1700000001.000001",""" + message[1..]);

    private static Task<string> ChangedAsync(string message, string before) =>
        Hearing.EventAsync($$"""{"type":"message","subtype":"message_changed","channel":"C1","ts":"1700000040.000000","message":{{message}},"previous_message":{{before}}}""");
}
