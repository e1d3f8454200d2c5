using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Monitoring.Servers;

/// <summary>A real Prometheus that scrapes every second, or was given its data beforehand.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private const string Package = "prometheus";
    private readonly TemporaryFolder _folder;
    private readonly LoopbackServer _server;

    private PrometheusServer(TemporaryFolder folder, LoopbackServer server) => (_folder, _server) = (folder, server);

    public Uri Url => _server.Url;

    /// <param name="exporter">What it scrapes; null: nothing.</param>
    /// <param name="history">What it has collected before, as OpenMetrics text with times.</param>
    /// <param name="rules">The groups of its rules file, as YAML.</param>
    /// <param name="alertmanager">Who is told of alerts.</param>
    public static async Task<PrometheusServer> StartAsync(Uri? exporter = null, string? history = null, string? rules = null, Uri? alertmanager = null)
    {
        var folder = new TemporaryFolder();
        try
        {
            var data = Path.Combine(folder.FullPath, "data");
            if (history is not null) await LoopbackServer.RunAsync("promtool", Package, "tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=96h", folder.Write("history.txt", history), data);
            if (rules is not null) folder.Write("rules.yml", rules);
            var config = folder.Write("prometheus.yml", Config(exporter, rules is not null, alertmanager));
            return new(folder, await LoopbackServer.StartAsync(Package, folder.FullPath, address =>
                [$"--config.file={config}", $"--storage.tsdb.path={data}", "--storage.tsdb.retention.time=3650d", $"--web.listen-address={address}", "--log.level=warn"]));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static string Config(Uri? exporter, bool hasRules, Uri? alertmanager) => $$"""
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [{{(hasRules ? "rules.yml" : "")}}]
        alerting: {alertmanagers: [{{(alertmanager is null ? "" : $"{{static_configs: [{{targets: ['{alertmanager.Authority}']}}]}}")}}]}
        scrape_configs: [{{(exporter is null ? "" : $"{{job_name: shop, static_configs: [{{targets: ['{exporter.Authority}']}}]}}")}}]
        """;
}
