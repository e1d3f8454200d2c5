using IncidentBot.Core.Bot;
using IncidentBot.Teams.Auth;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Auth;
using IncidentBot.Tests.Teams.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>The whole program, within the test's process, set up for a tenant of ours. What comes in is proved with keys of ours, which can be wrong in every way.</summary>
internal sealed class ProgramUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;
    private readonly ConnectorMetadata _metadata;
    private readonly TeamsWorkspace _teams;
    private readonly TemporaryFolder _folder;
    private readonly LoggedLines _logged;

    private ProgramUnderTest(WebApplication app, ConnectorMetadata metadata, TeamsWorkspace teams, TemporaryFolder folder, LoggedLines logged) =>
        (_app, _metadata, _teams, _folder, _logged, Url) = (app, metadata, teams, folder, logged, new(app.Urls.Single()));

    public Uri Url { get; }

    /// <summary>Errors that it logged: none of what comes from outside is one. Sayings to where nobody is are.</summary>
    public IEnumerable<string> Errors => _logged.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) && !line.StartsWith("Error Saying", StringComparison.Ordinal));

    public static ConnectorToken Token => new(TimeProvider.System.GetUtcNow());

    public static async Task<ProgramUnderTest> StartAsync()
    {
        var (metadata, folder, logged) = (await ConnectorMetadata.StartAsync(), new TemporaryFolder(), new LoggedLines());
        var teams = await TeamsWorkspace.StartAsync(new() { LimitsRates = false });
        string[] settings =
        [
            "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder.FullPath, "incidentbot.db"),
            "--Teams:AppId", ConnectorToken.AppId, "--Teams:TenantId", AuthenticationUnderTest.Options.TenantId!, "--Teams:ClientSecret", "test-secret",
            "--Teams:MetadataUrl", metadata.Url.ToString(), "--Logging:Console:LogLevel:Default", "None",
        ];
        var app = await ProgramHost.BuildAsync(settings, TimeProvider.System, builder => builder.Services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            if (handlers.Name != KeyDownload.HttpName) handlers.PrimaryHandler = teams.Handler();
        })));
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(logged);
        await ProgramHost.StartAsync(app);
        return new(app, metadata, teams, folder, logged);
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
        await _teams.DisposeAsync();
        _folder.Dispose();
    }
}
