using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>A bare connection: what goes over it is chosen to the byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _read = new byte[4096];
    private int _length;

    private RawConnection()
    {
    }

    /// <summary>Our end of it.</summary>
    public int Port => ((System.Net.IPEndPoint)_socket.LocalEndPoint!).Port;

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await _socket.SendAsync(bytes)..];
    }

    /// <summary>No more is sent.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Goes away without a goodbye.</summary>
    public void Reset()
    {
        _socket.LingerState = new(enable: true, seconds: 0);
        _socket.Close();
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="SocketException">The connection was reset.</exception>
    public async Task<RawAnswer?> AskAsync(ReadOnlyMemory<byte> request)
    {
        await SendAsync(request);
        return await AnswerAsync();
    }

    /// <summary>The next answer; null when the connection ends in good order without one.</summary>
    public async Task<RawAnswer?> AnswerAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        int head;
        while ((head = _read.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
            if (!await ReadMoreAsync(patience.Token)) return _length == 0 ? null : throw new IOException("The connection ended within an answer");
        var text = Encoding.ASCII.GetString(_read, 0, head);
        var body = head + 4;
        var end = body + (Header(text, "Content-Length") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : 0);
        var chunked = Header(text, "Transfer-Encoding") is not null;
        while (chunked ? (end = EndOfChunks(body)) < 0 : _length < end)
            if (!await ReadMoreAsync(patience.Token)) throw new IOException("The connection ended within an answer");
        var answer = new RawAnswer(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), string.Equals(Header(text, "Connection"), "close", StringComparison.OrdinalIgnoreCase), Encoding.UTF8.GetString(_read, body, end - body));
        _read.AsSpan(end, _length - end).CopyTo(_read);
        _length -= end;
        return answer;
    }

    public void Dispose() => _socket.Dispose();

    private static string? Header(string head, string name) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 1)..].Trim() : null;

    private int EndOfChunks(int body) => _read.AsSpan(body, _length - body).IndexOf("0\r\n\r\n"u8) is >= 0 and var last ? body + last + 5 : -1;

    private async Task<bool> ReadMoreAsync(CancellationToken ct)
    {
        if (_length == _read.Length) Array.Resize(ref _read, _read.Length * 2);
        var read = await _socket.ReceiveAsync(_read.AsMemory(_length), ct);
        _length += read;
        return read > 0;
    }
}

/// <param name="Closes">The server sends no more over this connection.</param>
internal sealed record RawAnswer(int Status, bool Closes, string Body);
