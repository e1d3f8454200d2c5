using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Monitoring.Servers;

/// <summary>A server of a Debian package in a process of its own, on a free loopback port and a folder of its own. Tests are skipped where the package is missing.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private LoopbackServer(ProcessStartInfo start, Uri url)
    {
        Url = url;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends in a slash.</summary>
    public Uri Url { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="program">As the package calls it; the package has the same name unless <paramref name="package"/> tells.</param>
    /// <param name="arguments">For the address that it is to listen at.</param>
    public static async Task<LoopbackServer> StartAsync(string program, string folder, Func<string, IEnumerable<string>> arguments, string? package = null)
    {
        var address = $"127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = new ProcessStartInfo(PathOf(program, package ?? program), arguments(address)) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new LoopbackServer(start, new($"http://{address}/"));
        try
        {
            await server.IsReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a program of a package to its end.</summary>
    public static async Task RunAsync(string program, string package, params string[] arguments)
    {
        var start = new ProcessStartInfo(PathOf(program, package), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await said}{await wrong}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task IsReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = Patience };
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (_process.HasExited) throw new InvalidOperationException($"It ended: {Output()}");
            try
            {
                using var answer = await http.GetAsync("-/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"Not ready within {Patience}: {Output()}");
    }

    private static string PathOf(string program, string package)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Requires.That(path is not null, $"{program} is not installed; the Debian package {package} has it.");
        return path!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Read(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }

    private string Output()
    {
        lock (_output) return _output.ToString();
    }
}
