using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

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
    public static async Task<RunningProgram> StartAsync(string folder, params string[] settings)
    {
        var program = Spawn(folder, ["--Urls", "http://127.0.0.1:0", .. settings]);
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

    /// <summary>Posts a message, or gives a command, as a person. Returns the message's id when it was stored, null for a command.</summary>
    public async Task<string?> SaysAsync(string who, string channel, string text, string? thread = null)
    {
        using var answer = await Http.PostAsJsonAsync("/chat/api/messages", new { As = who, Channel = channel, Text = text, Thread = thread });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    /// <summary>A channel's messages as a person sees them, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string channel, string who = "ana")
    {
        var all = new List<JsonElement>();
        for (var page = await PageAsync(null); page.Count > 0; page = await PageAsync(all[^1].GetProperty("id").GetString())) all.AddRange(page);
        return all;

        async Task<List<JsonElement>> PageAsync(string? after) => await Http.GetFromJsonAsync<List<JsonElement>>($"/chat/api/channels/{channel}/messages?as={who}" + (after is null ? "" : $"&after={after}")) ?? [];
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
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; returns the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, TimeProvider.System.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Http.Dispose();
    }

    private static RunningProgram Spawn(string folder, IEnumerable<string> arguments)
    {
        var path = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProgramPath").Value!;
        var start = new ProcessStartInfo("dotnet", [path, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ASPNETCORE_URLS");
        var program = new RunningProgram(new() { StartInfo = start });
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
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
