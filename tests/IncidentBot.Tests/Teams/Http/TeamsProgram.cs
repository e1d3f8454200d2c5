using IncidentBot.Core.Bot;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>The whole program, within the test's process, set up for Teams with a Connector of ours. Nothing that it says arrives.</summary>
internal sealed class TeamsProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;
    private readonly ConnectorMetadata _metadata;
    private readonly TemporaryFolder _folder;
    private readonly LoggedLines _logged;

    private TeamsProgram(WebApplication app, ConnectorMetadata metadata, TemporaryFolder folder, LoggedLines logged) => (_app, _metadata, _folder, _logged, Url) = (app, metadata, folder, logged, new(app.Urls.Single()));

    public Uri Url { get; }

    /// <summary>Errors that it logged: none of what comes from outside is one. Sayings that cannot arrive are.</summary>
    public IEnumerable<string> Errors => _logged.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) && !line.StartsWith("Error Saying", StringComparison.Ordinal));

    public static ConnectorToken Token => new(TimeProvider.System.GetUtcNow());

    public static async Task<TeamsProgram> StartAsync()
    {
        var (metadata, folder, logged) = (await ConnectorMetadata.StartAsync(), new TemporaryFolder(), new LoggedLines());
        string[] settings =
        [
            "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder.FullPath, "incidentbot.db"),
            "--Teams:AppId", ConnectorToken.AppId, "--Teams:TenantId", AuthenticationUnderTest.Options.TenantId!, "--Teams:ClientSecret", "test-secret",
            "--Teams:MetadataUrl", metadata.Url.ToString(), "--Teams:LoginUrl", "http://127.0.0.1:1/", "--Teams:GraphUrl", "http://127.0.0.1:1/", "--Logging:Console:LogLevel:Default", "None",
        ];
        var app = await ProgramHost.BuildAsync(settings, TimeProvider.System, _ => { });
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(logged);
        await ProgramHost.StartAsync(app);
        return new(app, metadata, folder, logged);
    }

    /// <summary>How much it has stored: what was heard, what is to be said, what was learnt.</summary>
    public async Task<int> StoredAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var (inbox, outbox) = (await _app.Services.GetRequiredService<IInbox>().DepthAsync(ct), await _app.Services.GetRequiredService<IOutbox>().DepthAsync(ct));
        return inbox.Depth + inbox.Parked + outbox.Depth + outbox.Parked + (await _app.Services.GetRequiredService<IAdapterRecords>().ListAsync("teams", "", ct)).Count;
    }

    /// <summary>Waits until everything heard is worked on; fails when something was put aside.</summary>
    public async Task SettlesAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            var inbox = await _app.Services.GetRequiredService<IInbox>().DepthAsync(TestContext.Current.CancellationToken);
            Assert.True(inbox.Parked == 0, string.Join('\n', Errors));
            if (inbox.Depth == 0) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Deliveries still wait after {Patience}. {string.Join('\n', Errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _metadata.DisposeAsync();
        _folder.Dispose();
    }
}
