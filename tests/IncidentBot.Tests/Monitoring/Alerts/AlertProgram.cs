using System.Net.Http.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;
using IncidentBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Monitoring.Alerts;

/// <summary>The whole program within the test's process, with the browser chat and hooks for alerts.</summary>
internal sealed class AlertProgram : IAsyncDisposable
{
    public const string Secret = "test-secret-of-alerts";
    private static readonly IncidentId First = new("local", 1);
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private AlertProgram(WebApplication app, TemporaryFolder folder) => (_app, _folder, Http) = (app, folder, new() { BaseAddress = new(app.Urls.Single()) });

    public HttpClient Http { get; }

    private IStore Store => _app.Services.GetRequiredService<IStore>();

    public static async Task<AlertProgram> StartAsync(params string[] more)
    {
        var folder = new TemporaryFolder();
        var app = await ProgramHost.BuildAsync(
            [
                "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder.FullPath, "incidentbot.db"), "--Logging:Console:LogLevel:Default", "None",
                "--Alerts:Secret", Secret, .. more,
            ],
            TimeProvider.System, _ => { });
        await ProgramHost.StartAsync(app);
        return new(app, folder);
    }

    /// <summary>An Alertmanager's configuration that notifies this program without delay.</summary>
    public string Configuration => $$"""
        route: {receiver: incidentbot, group_by: [service], group_wait: 100ms, group_interval: 1s, repeat_interval: 1h}
        receivers:
          - name: incidentbot
            webhook_configs: [{url: '{{Http.BaseAddress}}hooks/alertmanager', send_resolved: true, http_config: { authorization: { credentials: '{{Secret}}' } } }]
        """;

    public Task<Incident?> IncidentAsync() => Store.Incidents.FindAsync(First, CancellationToken.None);

    public async Task<int> IncidentsAsync() => (await Store.Incidents.ListAsync(First.Workspace, new(OpenOnly: false), CancellationToken.None)).Count;

    /// <summary>What the timeline tells of alerts.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> EntriesAsync() => [.. (await Store.Timeline.PageAsync(First, null, 100, CancellationToken.None)).Where(entry => entry.Kind is EntryKind.Alert)];

    public async Task SaysAsync(string channel, string text)
    {
        using var answer = await Http.PostAsJsonAsync("/chat/api/messages", new { @as = "ana", channel, text });
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
