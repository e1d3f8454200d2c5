using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using HdrHistogram;
using IncidentBot.Benchmarks.Serving;
using IncidentBot.Slack.Http;

namespace IncidentBot.Benchmarks.Load;

/// <summary>Stands in where the peer's generator is not at hand: the same requests over bare sockets.</summary>
internal sealed class SocketLoad : ILoad
{
    private const long LongestMicroseconds = 60_000_000;

    public string Name => "built in";

    public async Task<LoadRun> RunAsync(Uri server, string prefix, int messages, int connections, int warmUp, IReadOnlyList<string> channels, CancellationToken ct)
    {
        await NewSecond.ComesAsync(ct);
        if (warmUp > 0) await SendAsync(server, prefix, 0, warmUp, connections, channels, ct);
        var began = Stopwatch.GetTimestamp();
        var took = await SendAsync(server, prefix, warmUp, warmUp + messages, connections, channels, ct);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double Milliseconds(double percentile) => took.GetValueAtPercentile(percentile) / 1000d;
        return new(connections, messages + warmUp, messages / seconds, Milliseconds(50), Milliseconds(99), Milliseconds(100));
    }

    private static async Task<LongHistogram> SendAsync(Uri server, string prefix, int first, int end, int connections, IReadOnlyList<string> channels, CancellationToken ct)
    {
        var sent = first - 1;
        var all = new LongHistogram(LongestMicroseconds, 3);
        foreach (var one in await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(server, Next, ct), ct)))) all.Add(one);
        return all;

        byte[]? Next() => Interlocked.Increment(ref sent) is var number && number < end ? Request(server, prefix, number, channels) : null;
    }

    private static async Task<LongHistogram> ConnectionAsync(Uri server, Func<byte[]?> next, CancellationToken ct)
    {
        var took = new LongHistogram(LongestMicroseconds, 3);
        var answer = new byte[4096];
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, ct);
        while (next() is { } request)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(request, ct);
            var length = 0;
            while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8)) // the answer has no body
            {
                var read = await socket.ReceiveAsync(answer.AsMemory(length), ct);
                if (read == 0) throw new MeasurementException("The server closed a connection.");
                length += read;
            }
            took.RecordValue((long)Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            if (!answer.AsSpan().StartsWith("HTTP/1.1 200"u8)) throw new MeasurementException($"Not acknowledged: {Encoding.ASCII.GetString(answer, 0, length)}");
        }
        return took;
    }

    private static byte[] Request(Uri server, string prefix, int number, IReadOnlyList<string> channels)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var channel = channels.Count > 0 ? channels[number % channels.Count] : RunningIncidents.Room(number % RunningIncidents.Count + 1).Channel.Id;
        var ts = string.Create(CultureInfo.InvariantCulture, $"{seconds}.{number % 1_000_000:D6}");
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"token":"x","team_id":"{{RunningIncidents.Team}}","api_app_id":"A0001","event":{"type":"message","channel":"{{channel}}","user":"U0{{number % 50}}","text":"{{Text}}","ts":"{{ts}}","event_ts":"{{ts}}","channel_type":"channel"},"type":"event_callback","event_id":"{{prefix}}{{number:D9}}","event_time":{{seconds}}}
            """));
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /slack/events HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nX-Slack-Request-Timestamp: {seconds}\r\nX-Slack-Signature: {Signature.Of(seconds, body)}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static readonly SlackSignature Signature = new(IngestHost.SigningSecret, TimeProvider.System);
    private static readonly string Text = new('m', 300);
}
