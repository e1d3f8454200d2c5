using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Teams.Node;

/// <summary>A script of this folder, running.</summary>
internal sealed partial class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NodeProcess(string script, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("node", [script]) { WorkingDirectory = NodePackages.Folder(), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = new() { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"It ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public Task<Uri> ListeningAsync() => _listening.Task.WaitAsync(Patience, TimeProvider.System);

    /// <summary>Waits until it has ended and returns its last line.</summary>
    public async Task<string> LastLineAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        return _process.ExitCode == 0 ? Output.TrimEnd().Split('\n')[^1] : throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _listening.Task.Exception?.Handle(_ => true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) _listening.TrySetResult(new(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^listening on (\S+)$")]
    private static partial Regex Listening();
}
