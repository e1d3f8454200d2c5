using IncidentBot.Core.Bot;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Tests.Teams.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>The whole program within the test's process, set up for Teams. It calls Microsoft's own addresses, and is led to the double.</summary>
internal sealed class TeamsProgram : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TeamsProgram(WebApplication app) => (_app, Url) = (app, new(app.Urls.Single() + "/"));

    public Uri Url { get; }

    public IStore Store => _app.Services.GetRequiredService<IStore>();

    public LiteDbStorage Storage => _app.Services.GetRequiredService<LiteDbStorage>();

    /// <summary>Starts it on the data in a folder; the double tells it what happens from now on.</summary>
    public static async Task<TeamsProgram> StartAsync(TeamsWorkspace teams, string folder, TimeProvider? time = null, params string[] more)
    {
        string[] settings =
        [
            "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder, "incidentbot.db"),
            "--Teams:AppId", teams.Options.AppId, "--Teams:TenantId", WorkspaceOptions.Tenant, "--Teams:ClientSecret", teams.Options.ClientSecret,
            "--Incidents:PromptAfter", "7.00:00:00", "--Reminders:Schedule", "0 9 1 1 *", "--Logging:Console:LogLevel:Default", "None", .. more,
        ];
        var app = await ProgramHost.BuildAsync(settings, time ?? TimeProvider.System, builder => builder.Services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            if (handlers.Name?.StartsWith("teams.", StringComparison.Ordinal) == true) handlers.PrimaryHandler = teams.Handler();
        })));
        await ProgramHost.StartAsync(app);
        var program = new TeamsProgram(app);
        teams.Tell(program.Url);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
