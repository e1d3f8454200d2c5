using System.Text;
using IncidentBot.Teams.Http;
using IncidentBot.Tests.Slack.Ingest;
using IncidentBot.Tests.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>Anybody can send anything to the address that Teams posts to.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private EndpointsUnderTest _teams = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _teams = await EndpointsUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task Every_shape_is_refused_or_taken_and_the_next_request_is_heard()
    {
        var token = _teams.Token.Header;
        foreach (var (name, post, status) in Shapes())
        {
            Assert.True(status == await StatusAsync(post with { Authorization = token }), $"with a token: {name} gave {await StatusAsync(post with { Authorization = token })}");
            // Nothing of a body is looked at before its token: whatever it holds, the answer is the same.
            var unproven = await StatusAsync(post);
            Assert.True(unproven == 401 || (unproven == status && status is 400 or 404 or 405 or 415 or 431), $"without a token: {name} gave {unproven}");
            Assert.Equal(200, await StatusAsync(Good with { Authorization = token }));
        }
        Assert.DoesNotContain(_teams.Logged.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("Content-Length: 2\r\nX-Null: a\0b\r\n")]
    public async Task A_head_that_is_no_head_is_refused_and_the_connection_closed(string framing)
    {
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        var answer = await connection.AskAsync((Good with { Authorization = _teams.Token.Header, Framing = framing }).ToBytes());
        Assert.Equal((400, true), (answer!.Status, answer.Closes));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", "2\r\n{}")]
    [InlineData("Content-Length: 1000\r\n", "{}")]
    public async Task A_body_that_does_not_come_is_cut_off(string framing, string sent)
    {
        Assert.Equal(200, await StatusAsync(Good with { Authorization = _teams.Token.Header })); // from now on the keys are known
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        var answering = connection.AskAsync((new TeamsPost(sent) { Authorization = _teams.Token.Header, Framing = framing }).ToBytes());
        while (!answering.IsCompleted)
        {
            _teams.Time.Advance(TeamsEndpoints.AnswerWithin);
            await Task.WhenAny(answering, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct));
        }
        Assert.Equal((408, true), ((await answering)!.Status, (await answering)!.Closes));
    }

    [Theory]
    [InlineData(TeamsEndpoints.LargestBody + 1)]
    [InlineData(20 * TeamsEndpoints.LargestBody)]
    public async Task A_length_that_is_too_large_is_refused_before_the_body_comes(int length)
    {
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        var answer = await connection.AskAsync((new TeamsPost("") { Authorization = _teams.Token.Header, Framing = $"Content-Length: {length}\r\n" }).ToBytes());
        Assert.Equal((413, true), (answer!.Status, answer.Closes));
    }

    [Fact]
    public async Task A_body_without_a_length_is_read_no_further_than_allowed()
    {
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        await connection.SendAsync((new TeamsPost("") { Authorization = _teams.Token.Header, Framing = "Transfer-Encoding: chunked\r\n" }).ToBytes());
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        for (var sent = 0; sent < TeamsEndpoints.LargestBody; sent += 0x10000) await connection.SendAsync(chunk);
        var answer = await connection.AskAsync("1\r\nx\r\n"u8.ToArray());
        Assert.Equal(413, answer!.Status);
    }

    [Fact]
    public async Task A_large_body_without_a_token_is_not_waited_for()
    {
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        var answer = await connection.AskAsync((new TeamsPost("") { Framing = "Content-Length: 1000000\r\n" }).ToBytes());
        Assert.Equal(401, answer!.Status);
    }

    [Fact]
    public async Task With_a_token_or_without_no_bytes_are_an_error_of_ours()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.Equal(400, await StatusAsync(new TeamsPost(bytes) { Authorization = _teams.Token.Header }));
            Assert.Equal(401, await StatusAsync(new TeamsPost(bytes)));
        }
        Assert.Empty(_teams.Taken);
    }

    [Fact]
    public async Task Garbage_for_a_token_is_no_error_of_ours()
    {
        var random = new Random(1);
        var good = _teams.Token.ToString();
        for (var round = 0; round < 1000; round++)
        {
            var changed = good.ToCharArray();
            for (var changes = random.Next(1, 30); changes > 0; changes--) changed[random.Next(changed.Length)] = (char)random.Next('!', '~' + 1);
            Assert.Equal(401, await StatusAsync(Good with { Authorization = $"Bearer {new string(changed)[..random.Next(changed.Length)]}" }));
        }
        Assert.Empty(_teams.Taken);
        Assert.DoesNotContain(_teams.Logged.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static TeamsPost Good => new(Activities.Message().ToJsonString());

    /// <summary>Each with what it is answered when its token is good.</summary>
    private static IEnumerable<(string Name, TeamsPost Post, int Status)> Shapes()
    {
        var message = Activities.Message().ToJsonString();
        yield return ("GET", new TeamsPost("") { Method = "GET" }, 405);
        yield return ("an unknown method", Good with { Method = "BREW" }, 405);
        yield return ("another path", Good with { Path = "/api/messages/../secrets" }, 404);
        yield return ("no content type", Good with { Type = null }, 415);
        yield return ("text/plain", Good with { Type = "text/plain" }, 415);
        yield return ("a content type that is none", Good with { Type = "json/;;;=" }, 415);
        yield return ("nothing", new TeamsPost(""), 400);
        yield return ("null", new TeamsPost("null"), 400);
        yield return ("an array", new TeamsPost("[]"), 400);
        yield return ("a number", new TeamsPost("1e999999"), 400);
        yield return ("an empty object", new TeamsPost("{}"), 400);
        yield return ("half an object", new TeamsPost(message[..^5]), 400);
        yield return ("two objects", new TeamsPost(message + message), 400);
        yield return ("deep arrays", new TeamsPost(new string('[', 200_000)), 400);
        yield return ("deep objects", new TeamsPost(string.Concat(Enumerable.Repeat("""{"value":""", 50_000))), 400);
        yield return ("a deep value", With("value", new string('[', 500) + new string(']', 500)), 400);
        yield return ("a megabyte of empty arrays", With("attachments", $"[{string.Join(',', Enumerable.Repeat("[]", 330_000))}]"), 200);
        yield return ("a megabyte of keys", With("value", "{" + string.Join(',', Enumerable.Range(0, 80_000).Select(key => $"\"k{key}\":1")) + "}"), 200);
        yield return ("a megabyte of blanks", new TeamsPost(new string(' ', 1_000_000)), 400);
        yield return ("NUL", With("text", "\"a\0b\""), 400);
        yield return ("broken UTF-8", new TeamsPost((byte[])[.. Encoding.UTF8.GetBytes(message[..^1]), .. ",\"text\":\""u8, 0xff, 0xc0, 0x80, .. "\"}"u8]), 200);
        yield return ("half a surrogate pair", With("text", "\"\\ud83d\""), 200);
        yield return ("a byte order mark", new TeamsPost((byte[])[0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(message)]), 400);
        yield return ("UTF-16", new TeamsPost(Encoding.Unicode.GetBytes(message)), 400);
        yield return ("keys twice, the last of another bot", new TeamsPost(message[..^1] + ",\"recipient\":{\"id\":\"28:another\"}}"), 403);
        yield return ("keys twice, the last of another service", new TeamsPost(message[..^1] + ",\"serviceUrl\":\"https://evil.example/\"}"), 401);
        yield return ("numbers as texts", With("text", "8"), 200);
        yield return ("huge headers", Good with { MoreHeaders = $"X-Long: {new string('a', 40_000)}\r\n" }, 431);
        yield return ("many headers", Good with { MoreHeaders = string.Concat(Enumerable.Range(0, 300).Select(header => $"X-{header}: 1\r\n")) }, 431);
        yield return ("another authorization beside it", Good with { MoreHeaders = "Authorization: Bearer x\r\n" }, 401);

        TeamsPost With(string field, string json) => new(message[..^1] + $",\"{field}\":{json}}}");
    }

    private async Task<int> StatusAsync(TeamsPost post)
    {
        using var connection = await RawConnection.OpenAsync(_teams.Url);
        return (await connection.AskAsync(post.ToBytes()))!.Status;
    }
}
