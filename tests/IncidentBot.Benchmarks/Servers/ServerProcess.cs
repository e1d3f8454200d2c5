using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Benchmarks.Servers;

/// <summary>A server as a process of its own, so that its memory and processor time are its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private readonly Task _output;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        _output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // a full pipe would stop it
        Address = address;
    }

    public Uri Address { get; }

    public double MemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits for a line that begins with a word.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, Uri address, string ready, CancellationToken ct)
    {
        var process = Start(start);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith(ready, StringComparison.Ordinal)) return new(process, address);
        throw new MeasurementException($"{start.FileName} ended before it was ready.");
    }

    /// <summary>Starts it and asks an address until it answers 200.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, Uri address, Uri asked, CancellationToken ct)
    {
        var process = Start(start);
        using var http = new HttpClient { Timeout = Patience };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience && !process.HasExited;)
        {
            try
            {
                using var answer = await http.GetAsync(asked, ct);
                if (answer.IsSuccessStatusCode) return new(process, address);
            }
            catch (HttpRequestException)
            {
                // nobody listens yet
            }
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, ct);
        }
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        throw new MeasurementException($"{start.FileName} did not answer at {asked.AbsolutePath}.");
    }

    /// <summary>An address that nobody listens on.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>The command that starts a program of this build.</summary>
    public static ProcessStartInfo Program(string name, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. args]);
        if (Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet") start.FileName = host;
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }
}
