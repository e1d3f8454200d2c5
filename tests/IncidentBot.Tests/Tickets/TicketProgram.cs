using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Tickets.GitHub;
using IncidentBot.Tickets;
using IncidentBot.Tickets.GitHub;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IncidentBot.Tests.Tickets;

/// <summary>The whole program within the test's process, with the browser chat and a double of GitHub.</summary>
internal sealed class TicketProgram : IAsyncDisposable
{
    private const string Secret = "test-secret";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder;
    private readonly HttpClient _http;
    private readonly WebApplication _app;

    private TicketProgram(WebApplication app, GitHubDouble github, TemporaryFolder folder) => (_app, GitHub, _folder, _http) = (app, github, folder, new() { BaseAddress = new(app.Urls.Single()) });

    public GitHubDouble GitHub { get; }

    public static async Task<TicketProgram> StartAsync(params string[] more)
    {
        var (github, folder) = (await GitHubDouble.OpenAsync(TimeProvider.System.GetUtcNow().AddSeconds(1)), new TemporaryFolder());
        var app = await ProgramHost.BuildAsync(
            [
                "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder.FullPath, "incidentbot.db"), "--Logging:Console:LogLevel:Default", "None",
                "--Tickets:Provider", "GitHub", "--Tickets:Automatic", "true", "--Tickets:GitHub:Token", GitHubDouble.Token, "--Tickets:GitHub:Repository", "acme/shop", "--Tickets:GitHub:ApiBaseUrl", github.Url.ToString(), "--Tickets:GitHub:WebhookSecret", Secret, .. more,
            ],
            TimeProvider.System, _ => { });
        await ProgramHost.StartAsync(app);
        return new(app, github, folder);
    }

    public async Task SaysAsync(string channel, string text)
    {
        using var answer = await _http.PostAsJsonAsync("/chat/api/messages", new { @as = "ana", channel, text });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} for {text}");
    }

    /// <summary>An incident with one item.</summary>
    public async Task BeginsAsync()
    {
        await SaysAsync("general", "/incident start checkout is failing");
        await UntilAsync(async () => (await ChatAsync()).Contains("checkout is failing", StringComparison.Ordinal), "the room is open");
        await SaysAsync("inc-1-checkout-is-failing", "/incident action Add a canary");
    }

    public async Task<ActionItem?> ItemAsync() => await _app.Services.GetRequiredService<IStore>().ActionItems.FindAsync(new((await WorkspaceAsync())!, 1), CancellationToken.None);

    /// <summary>What stands on the incident's timeline.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync() =>
        [.. (await _app.Services.GetRequiredService<IStore>().Timeline.PageAsync((await ItemAsync())!.Incident, null, 100, CancellationToken.None)).Select(entry => entry.Text)];

    public Task ItemIsAsync(Func<ActionItem, bool> so, string what) => UntilAsync(async () => await ItemAsync() is { } item && so(item), what);

    public Task AskTrackerAsync() => _app.Services.GetRequiredService<TicketPoll>().AskAsync(CancellationToken.None);

    public Task<JsonElement> ReadyAsync() => _http.GetFromJsonAsync<JsonElement>("/health/ready");

    /// <summary>What stands in the incident's room; nothing while there is none.</summary>
    public async Task<string> ChatAsync()
    {
        using var answer = await _http.GetAsync("/chat/api/channels/inc-1-checkout-is-failing/messages?as=ana");
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
    }

    /// <summary>GitHub tells how an issue stands.</summary>
    public async Task<HttpStatusCode> TellsAsync(GitHubDouble.Issue issue, string delivery, string? secret = Secret, string @event = "issues")
    {
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["action"] = "changed", ["issue"] = issue.Json(GitHub.Url), ["sender"] = new JsonObject { ["login"] = "octocat" } }.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/github") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("X-GitHub-Event", @event);
        request.Headers.Add("X-GitHub-Delivery", delivery);
        if (secret is not null) request.Headers.Add("X-Hub-Signature-256", new GitHubHook(secret).Signature(body));
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task SettlesAsync() => await UntilAsync(async () =>
    {
        var ready = await ReadyAsync();
        return ready.GetProperty("inbox").GetProperty("depth").GetInt32() + ready.GetProperty("outbox").GetProperty("depth").GetInt32() == 0;
    }, "everything is heard and said");

    public static async Task UntilAsync(Func<Task<bool>> so, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"Not within {Patience}: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await GitHub.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string?> WorkspaceAsync() => await _app.Services.GetRequiredService<IStore>().ActionItems.OpenAsync(null, CancellationToken.None) is [var item, ..] ? item.Id.Workspace : "local";
}
