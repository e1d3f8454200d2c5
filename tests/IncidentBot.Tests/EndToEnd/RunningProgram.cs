using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The real program, in a process of its own, on a free loopback port and a folder of its own.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public HttpClient Http { get; private set; } = new();

    public ChatClient Chat => new(this);

    public Uri Url => Http.BaseAddress!;

    public int ProcessId => _process.Id;

    /// <summary>Everything that it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<RunningProgram> StartAsync(string folder, params string[] settings) => StartTrustingAsync(null, folder, settings);

    /// <param name="certificate">A file with the certificate that it trusts; null: those of the machine.</param>
    public static async Task<RunningProgram> StartTrustingAsync(string? certificate, string folder, params string[] settings)
    {
        var program = Spawn(folder, ["--Urls", "http://127.0.0.1:0", .. settings], certificate);
        var url = await program._listening.Task.WaitAsync(Patience);
        program.Http = new() { BaseAddress = url, Timeout = Patience };
        return program;
    }

    /// <summary>Starts it with these words and waits until it has ended.</summary>
    public static async Task<(int ExitCode, string Output, TimeSpan Took)> RunToEndAsync(string folder, params string[] arguments)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var program = Spawn(folder, arguments);
        await program._process.WaitForExitAsync().WaitAsync(Patience);
        return (program._process.ExitCode, program.Output, TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>What <c>/health/ready</c> answers, whatever the status.</summary>
    public async Task<JsonElement> ReadyAsync()
    {
        using var answer = await Http.GetAsync("/health/ready");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Waits until it has heard and said everything; fails when something was parked.</summary>
    public async Task SettlesAsync()
    {
        await EventuallyAsync(async () => await IsSettledAsync() && await IsSettledAsync() ? this : null, "the bot has heard and said everything"); // an opened room goes from the outbox back to the inbox

        async Task<bool> IsSettledAsync()
        {
            var ready = await ReadyAsync();
            Assert.Equal((0, 0), (ready.GetProperty("inbox").GetProperty("parked").GetInt32(), ready.GetProperty("outbox").GetProperty("parked").GetInt32()));
            return ready.GetProperty("inbox").GetProperty("depth").GetInt32() + ready.GetProperty("outbox").GetProperty("depth").GetInt32() == 0;
        }
    }

    /// <summary>Waits until what is asked for is so, looking again and again.</summary>
    public async Task<T> EventuallyAsync<T>(Func<Task<T?>> look, string what) where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await look() is { } found) return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"Not within {Patience}: {what}\n{Output}");
    }

    /// <summary>SIGKILL: nothing is finished.</summary>
    public void Kill() => _process.Kill();

    public async Task KillAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; returns the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await SignalAsync("TERM");
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, TimeProvider.System.GetElapsedTime(began));
    }

    /// <summary>SIGSTOP: it stands still until it is told to continue.</summary>
    public Task SuspendAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private static RunningProgram Spawn(string folder, IEnumerable<string> arguments, string? certificate = null)
    {
        var path = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProgramPath").Value!;
        var start = new ProcessStartInfo("dotnet", [path, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_URLS");
        if (certificate is not null) start.Environment["SSL_CERT_FILE"] = certificate;
        var program = new RunningProgram(new() { StartInfo = start });
        program._process.EnableRaisingEvents = true;
        program._process.Exited += (_, _) => program._listening.TrySetException(new InvalidOperationException($"It ended: {program.Output}"));
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) _listening.TrySetResult(new(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
