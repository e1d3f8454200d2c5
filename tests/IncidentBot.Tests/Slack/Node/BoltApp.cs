using System.Diagnostics;
using System.Text;
using IncidentBot.Tests.Slack.Workspace;
using Xunit;

namespace IncidentBot.Tests.Slack.Node;

/// <summary>A small app on Slack's own Node SDK (<c>desk.mjs</c>), running against the double by Socket Mode.</summary>
public sealed class BoltApp : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SlackWorkspace? _workspace;
    private Process? _node;

    public SlackWorkspace Workspace => _workspace!;

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public async ValueTask InitializeAsync()
    {
        var folder = NodePackages.Folder();
        _workspace = await SlackWorkspace.StartAsync();
        var start = new ProcessStartInfo("node", ["desk.mjs"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLACK_BOT_TOKEN"] = _workspace.Options.BotToken;
        start.Environment["SLACK_APP_TOKEN"] = _workspace.Options.AppToken;
        start.Environment["SLACK_API_URL"] = _workspace.ApiUrl.ToString();
        _node = new() { StartInfo = start, EnableRaisingEvents = true };
        _node.OutputDataReceived += (_, line) => Read(line.Data);
        _node.ErrorDataReceived += (_, line) => Read(line.Data);
        _node.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"It ended: {Output}"));
        _node.Start();
        _node.BeginOutputReadLine();
        _node.BeginErrorReadLine();
        await _ready.Task.WaitAsync(Patience, TimeProvider.System);
        await _workspace.UntilAsync(() => _workspace.Sockets.Links.Count == 1, "the socket is open");
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is { HasExited: false })
        {
            _node.Kill();
            await _node.WaitForExitAsync();
        }
        _node?.Dispose();
        if (_workspace is not null) await _workspace.DisposeAsync();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (line == "ready") _ready.TrySetResult();
    }
}
