using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;
using IncidentBot.Slack;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.LiteDb.Queues;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>The whole program, within the test's process, set up for Slack over HTTP. An incident runs in one channel.</summary>
internal sealed class HeardProgram : IAsyncDisposable
{
    public const string Room = "checkout";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly WebApplication _app;
    private readonly SlackWorkspace _slack;
    private readonly TimeProvider _time;

    private HeardProgram(WebApplication app, SlackWorkspace slack, TimeProvider time, LoggedFaults faults) => (_app, _slack, _time, Faults, Url) = (app, slack, time, faults, new(app.Urls.Single()));

    public Uri Url { get; }

    /// <summary>Errors that it logged: none of what comes from outside is one.</summary>
    public LoggedFaults Faults { get; }

    public IStore Store => _app.Services.GetRequiredService<IStore>();

    public LiteDbInbox Inbox => (LiteDbInbox)_app.Services.GetRequiredService<LiteDbStorage>().Inbox;

    public IncidentId Incident { get; } = new(SlackIds.Workspace(WorkspaceState.TeamId), 1);

    /// <summary>A workspace with the incident's channel in it.</summary>
    public static async Task<SlackWorkspace> WorkspaceAsync()
    {
        var slack = await SlackWorkspace.StartAsync();
        slack.AddChannel(Room, isPrivate: false, withApp: true, "ana", "ben", "chidi", "dana");
        return slack;
    }

    /// <summary>Starts it on the data in a folder; the incident is declared unless it was.</summary>
    public static async Task<HeardProgram> StartAsync(SlackWorkspace slack, string folder, TimeProvider? time = null)
    {
        string[] settings =
        [
            "--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(folder, "incidentbot.db"),
            "--Slack:BotToken", slack.Options.BotToken, "--Slack:SigningSecret", slack.Options.SigningSecret, "--Slack:ApiBaseUrl", slack.ApiUrl.ToString(),
            "--Incidents:PromptAfter", "7.00:00:00", "--Reminders:Schedule", "0 9 1 1 *", "--Logging:Console:LogLevel:Default", "None",
        ];
        var app = await ProgramHost.BuildAsync(settings, time ?? TimeProvider.System, _ => { });
        var faults = new LoggedFaults();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(faults);
        await ProgramHost.StartAsync(app);
        var program = new HeardProgram(app, slack, time ?? TimeProvider.System, faults);
        await program.DeclareAsync();
        return program;
    }

    /// <summary>All of the timeline.</summary>
    public Task<IReadOnlyList<TimelineEntry>> TimelineAsync() => Store.Timeline.LastAsync(Incident, int.MaxValue, TestContext.Current.CancellationToken);

    /// <summary>The texts of the messages on the timeline.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync() => [.. (await TimelineAsync()).Where(entry => entry.Kind is EntryKind.Message).Select(entry => entry.Text)];

    /// <summary>The timeline as the file that the bot uploads when it is asked for it.</summary>
    public async Task<string> ExportAsync()
    {
        var known = _slack.State.Files.Count;
        await CommandAsync("timeline all");
        return System.Text.Encoding.UTF8.GetString(await _slack.EventuallyAsync(() => _slack.State.Files.Skip(known).FirstOrDefault(file => file.IsComplete)?.Content, "the timeline is uploaded"));
    }

    /// <summary>Ana gives a command in the room.</summary>
    public async Task CommandAsync(string words)
    {
        var (channel, user, trigger) = (_slack.Channel(Room).Id, _slack.Person("ana").Id, _slack.State.NewId(""));
        var form = $"command=%2Fincident&text={Uri.EscapeDataString(words)}&team_id={WorkspaceState.TeamId}&channel_id={channel}&user_id={user}&trigger_id={trigger}";
        using var connection = await RawConnection.OpenAsync(Url);
        var given = new SlackPost(form) { Path = "/slack/commands", Type = "application/x-www-form-urlencoded", SignedAt = _time.GetUtcNow().ToUnixTimeSeconds() };
        Assert.Equal(200, (await connection.AskAsync(given.ToBytes()))?.Status);
    }

    /// <summary>Waits until everything heard is worked on; fails when something was put aside.</summary>
    public async Task SettlesAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            var inbox = await Inbox.DepthAsync(TestContext.Current.CancellationToken);
            Assert.True(inbox.Parked == 0, Faults.ToString());
            if (inbox.Depth == 0) return;
            await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Deliveries still wait after {Patience}. {Faults}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task DeclareAsync()
    {
        if (await Store.Incidents.FindAsync(Incident, CancellationToken.None) is not null) return;
        var ana = new Person(SlackIds.Person(WorkspaceState.TeamId, _slack.Person("ana").Id), "Ana Sousa", "Etc/UTC");
        var at = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        var incident = new Incident
        {
            Id = Incident,
            TitleAsWritten = "checkout is failing",
            Severity = Severity.Sev2,
            Room = new(SlackIds.Channel(WorkspaceState.TeamId, _slack.Channel(Room).Id)),
            RoomName = Room,
            DeclaredIn = new(SlackIds.Channel(WorkspaceState.TeamId, _slack.Channel("incidents").Id)),
            DeclaredBy = ana,
            DeclaredAt = at,
            TimeZone = "Etc/UTC",
            Members = [ana.Ref],
            Milestones = [new(MilestoneKind.Declared, at, ana, "/incident start")],
        };
        await Store.CommitAsync(new(new() { Save = [incident] }, [], at), CancellationToken.None);
    }
}
