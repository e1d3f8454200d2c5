using System.Text;
using IncidentBot.Tests.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Anybody can send anything to the address that Slack posts to.</summary>
[Collection(ProgramCollection.Name)]
public sealed class HostileRequestTests : OneHeardProgram
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Every_shape_is_refused_or_means_nothing_and_the_next_request_is_heard()
    {
        var number = 0;
        foreach (var (name, post, signedStatus) in Shapes())
        {
            Assert.True(signedStatus == await StatusAsync(post), $"signed: {name} gave {await StatusAsync(post)}");
            // Nothing of a body is looked at before its signature: whatever it holds, the answer is the same.
            var unsigned = await StatusAsync(post with { SignedAt = null });
            Assert.True(unsigned == 401 || (unsigned == signedStatus && signedStatus is 404 or 405 or 408 or 413 or 431), $"unsigned: {name} gave {unsigned}");
            Assert.Equal(200, await StatusAsync(Said.Post(++number)));
        }
        await Program.SettlesAsync();
        Assert.Equal(Enumerable.Range(1, number).Select(SaidInRoom.Text), await Program.TextsAsync());
        Program.Faults.AreNone();
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: many\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nX-Broken\r\n")]
    [InlineData("Content-Length: 2\r\nX-Null: a\0b\r\n")]
    public async Task A_head_that_is_no_head_is_refused_and_the_connection_closed(string framing)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        var answer = await connection.AskAsync((new SlackPost("{}") { Framing = framing }).ToBytes());
        Assert.Equal((400, true), (answer!.Status, answer.Closes));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n", "2\r\n{}", 408)] // the rest never comes
    [InlineData("Content-Length: 1000\r\n", "{}", 408)]
    public async Task A_body_that_does_not_end_as_it_said_is_refused_in_time(string framing, string sent, int status)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        var answer = await connection.AskAsync((new SlackPost(sent) { Framing = framing }).ToBytes());
        Assert.Equal((status, true), (answer!.Status, answer.Closes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_leaves_within_a_body_leaves_nothing_behind(bool inGoodOrder)
    {
        for (var sender = 0; sender < 100; sender++)
        {
            using var connection = await RawConnection.OpenAsync(Program.Url);
            await connection.SendAsync((new SlackPost(new string('x', 100_000)) { Framing = "Content-Length: 200000\r\n" }).ToBytes());
            if (inGoodOrder) connection.EndSending();
            else connection.Reset();
        }
        Assert.Equal(200, await StatusAsync(Said.Post(1)));
        Program.Faults.AreNone();
    }

    /// <summary>Each with what it is answered when it is signed.</summary>
    private IEnumerable<(string Name, SlackPost Post, int Status)> Shapes()
    {
        var deep = new string('[', 200_000);
        yield return ("GET", new SlackPost("") { Method = "GET" }, 405);
        yield return ("PUT", new SlackPost("{}") { Method = "PUT" }, 405);
        yield return ("an unknown method", new SlackPost("{}") { Method = "BREW" }, 405);
        yield return ("another path", new SlackPost("{}") { Path = "/slack/events/../secrets" }, 404);
        yield return ("no content type", new SlackPost("{}") { Type = null }, 400);
        yield return ("text/plain", new SlackPost("{}") { Type = "text/plain" }, 400);
        yield return ("a content type that is none", new SlackPost("{}") { Type = "json/;;;=" }, 400);
        yield return ("JSON that says it is a form", new SlackPost("""{"type":"event_callback"}""") { Type = Form }, 200);
        yield return ("a form that says it is JSON", new SlackPost("payload=%7B%7D"), 400);
        yield return ("nothing", new SlackPost(""), 400);
        yield return ("null", new SlackPost("null"), 400);
        yield return ("an array", new SlackPost("[]"), 400);
        yield return ("a number", new SlackPost("1e999999"), 400);
        yield return ("an empty object", new SlackPost("{}"), 200);
        yield return ("half an object", new SlackPost("""{"type":"event_callback","event":{"""), 400);
        yield return ("deep arrays", new SlackPost(deep), 400);
        yield return ("deep objects", new SlackPost(string.Concat(Enumerable.Repeat("""{"event":""", 50_000))), 400);
        yield return ("a megabyte of empty arrays", new SlackPost("""{"type":"event_callback","team_id":"T1","event":[""" + string.Join(',', Enumerable.Repeat("[]", 340_000)) + "]}"), 200);
        yield return ("a megabyte of keys", new SlackPost("{" + string.Join(',', Enumerable.Range(0, 80_000).Select(key => $"\"k{key}\":1")) + "}"), 200);
        yield return ("a megabyte of blanks", new SlackPost(new string(' ', 1_000_000)), 400);
        yield return ("more than a megabyte", new SlackPost(new string('x', 1_100_000)), 413);
        yield return ("NUL", new SlackPost("""{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":"C1","ts":"1.1","text":""" + "\"a\0b\"}}"), 400);
        yield return ("broken UTF-8", new SlackPost((byte[])[.. "{\"type\":\"event_callback\",\"event\":{\"type\":\""u8, 0xff, 0xc0, 0x80, .. "\"}}"u8]), 200);
        yield return ("UTF-16", new SlackPost(Encoding.Unicode.GetBytes("{}")), 400);
        yield return ("keys twice", new SlackPost("""{"type":"x","type":"event_callback","event":{},"event":{"type":"message"},"team_id":7,"team_id":"T1"}"""), 200);
        yield return ("numbers as texts", new SlackPost("""{"type":1,"team_id":2,"event_id":3,"event_time":"now","event":{"type":4,"channel":5,"ts":6,"user":7,"text":8}}"""), 200);
        yield return ("all fields missing", new SlackPost("""{"type":"event_callback","team_id":"T1","event":{"type":"message"}}"""), 200);
        yield return ("a message without a time", new SlackPost("""{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":"C1","user":"U1","text":"x"}}"""), 200);
        yield return ("an edit of nothing", new SlackPost("""{"type":"event_callback","team_id":"T1","event":{"type":"message","subtype":"message_changed","channel":"C1","message":null,"previous_message":[]}}"""), 200);
        yield return ("an interaction that is none", new SlackPost("payload=%5B%5D") { Type = Form }, 400);
        yield return ("a form of 20,000 fields", new SlackPost(string.Join('&', Enumerable.Range(0, 20_000).Select(field => $"f{field}=1"))) { Type = Form }, 400);
        yield return ("a form with broken escapes", new SlackPost("command=%2Fincident&text=%zz%&team_id=T1") { Type = Form }, 200);
        yield return ("huge headers", new SlackPost("{}") { MoreHeaders = $"X-Long: {new string('a', 40_000)}\r\n" }, 431);
        yield return ("many headers", new SlackPost("{}") { MoreHeaders = string.Concat(Enumerable.Range(0, 300).Select(header => $"X-{header}: 1\r\n")) }, 431);
    }

    private async Task<int> StatusAsync(SlackPost post)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        return (await connection.AskAsync(post.ToBytes()))!.Status;
    }
}
