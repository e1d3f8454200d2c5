using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Benchmarks.Servers;

/// <summary>A server as a process of its own, so that its memory and processor time are its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(2);

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

    /// <summary>Starts it and asks a path until it answers as expected.</summary>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, Uri address, string path, HttpStatusCode expected, CancellationToken ct)
    {
        start.RedirectStandardOutput = true;
        var server = new ServerProcess(Process.Start(start)!, address);
        using var http = new HttpClient { BaseAddress = address, Timeout = Patience };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience && !server._process.HasExited;)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
                if (answer.StatusCode == expected) return server;
            }
            catch (HttpRequestException)
            {
                // nobody listens yet
            }
            await Task.Delay(Asking, TimeProvider.System, ct);
        }
        await server.DisposeAsync();
        throw new MeasurementException($"{string.Join(' ', start.ArgumentList.Take(2))} did not come up.");
    }

    /// <summary>An address that nobody listens on.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>The command that starts a program of this build with the bot's settings.</summary>
    /// <param name="words">What stands before the settings.</param>
    public static ProcessStartInfo Program(string name, Uri address, string data, params IEnumerable<string> words)
    {
        string[] settings = ["--Urls", address.ToString(), "--Storage:LiteDb:Path", Path.Combine(data, "incidentbot.db"), "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot"];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. words, .. settings]);
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
}
