using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentBot.Slack.Http;
using Xunit;

namespace IncidentBot.Tests.Slack.Http;

/// <summary>Bodies that no client of Slack's sends. What is seen of the answer is its first line.</summary>
public sealed class HostileBodyTests : IAsyncLifetime
{
    private EndpointsUnderTest _slack = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _slack = await EndpointsUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task A_body_that_does_not_come_is_cut_off()
    {
        using var slow = await ConnectAsync("Content-Length: 100\r\n\r\n{");
        var answer = slow.FirstLineAsync();
        while (!answer.IsCompleted)
        {
            _slack.Time.Advance(SlackEndpoints.AnswerWithin);
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Ct));
        }
        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer);
        Assert.True(await slow.ClosedAsync());
    }

    [Theory]
    [InlineData(SlackEndpoints.LargestBody + 1)]
    [InlineData(20 * SlackEndpoints.LargestBody)]
    public async Task A_length_that_is_too_large_is_refused_before_the_body_comes(int length)
    {
        using var large = await ConnectAsync($"Content-Length: {length}\r\n\r\n");
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await large.FirstLineAsync());
        Assert.True(await large.ClosedAsync());
    }

    [Fact]
    public async Task A_body_without_a_length_is_read_no_further_than_allowed()
    {
        using var endless = await ConnectAsync("Transfer-Encoding: chunked\r\n\r\n");
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('x', 0x10000)}\r\n");
        for (var sent = 0; sent < SlackEndpoints.LargestBody; sent += 0x10000) await endless.SendAsync(chunk);
        await endless.SendAsync("1\r\nx\r\n"u8.ToArray());
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await endless.FirstLineAsync());
    }

    [Theory]
    [InlineData("Content-Length: 2\r\nX-Slack-Signature: v0=a\r\nX-Slack-Signature: v0=b\r\nX-Slack-Request-Timestamp: 1\r\n\r\n{}")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    public async Task What_is_not_signed_well_is_refused(string rest)
    {
        using var request = await ConnectAsync(rest);
        Assert.Equal("HTTP/1.1 401 Unauthorized", await request.FirstLineAsync());
        Assert.Empty(_slack.Taken);
    }

    [Fact]
    public async Task Signed_or_not_no_bytes_are_an_error_of_ours()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var type = round % 2 == 0 ? "application/json" : "application/x-www-form-urlencoded";
            using var signed = await _slack.PostAsync("/slack/events", type, bytes);
            using var unsigned = await _slack.SendAsync(EndpointsUnderTest.Unsigned("/slack/events", type, bytes));
            Assert.Contains(signed.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
            Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        }
    }

    private async Task<RawRequest> ConnectAsync(string rest)
    {
        var client = new TcpClient();
        await client.ConnectAsync(_slack.Url.Host, _slack.Url.Port, Ct);
        var request = new RawRequest(client);
        await request.SendAsync(Encoding.ASCII.GetBytes($"POST /slack/events HTTP/1.1\r\nHost: {_slack.Url.Authority}\r\nContent-Type: application/json\r\n{rest}"));
        return request;
    }

    private sealed class RawRequest(TcpClient client) : IDisposable
    {
        private readonly StreamReader _reader = new(client.GetStream());

        public async Task SendAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, Ct);

        public async Task<string?> FirstLineAsync() => await _reader.ReadLineAsync(Ct);

        /// <summary>The server has closed the connection.</summary>
        public async Task<bool> ClosedAsync()
        {
            try
            {
                await _reader.ReadToEndAsync(Ct);
            }
            catch (IOException)
            {
                // Reset, as unread bytes are.
            }
            return true;
        }

        public void Dispose()
        {
            _reader.Dispose();
            client.Dispose();
        }
    }
}
