using IncidentBot.Tests.Support;

namespace IncidentBot.Tests.Monitoring.Servers;

/// <summary>A real Alertmanager.</summary>
internal sealed class AlertmanagerServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly LoopbackServer _server;

    private AlertmanagerServer(TemporaryFolder folder, LoopbackServer server) => (_folder, _server) = (folder, server);

    public Uri Url => _server.Url;

    /// <param name="config">Its configuration, as YAML.</param>
    public static async Task<AlertmanagerServer> StartAsync(string config)
    {
        var folder = new TemporaryFolder();
        try
        {
            var (file, data) = (folder.Write("alertmanager.yml", config), Path.Combine(folder.FullPath, "data"));
            return new(folder, await LoopbackServer.StartAsync("prometheus-alertmanager", folder.FullPath, address =>
                [$"--config.file={file}", $"--storage.path={data}", $"--web.listen-address={address}", "--cluster.listen-address=", "--log.level=warn"]));
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
}
