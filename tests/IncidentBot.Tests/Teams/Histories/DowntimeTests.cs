using IncidentBot.Core.Chat;
using IncidentBot.Core.Timeline;
using IncidentBot.Teams;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.EndToEnd;
using IncidentBot.Tests.Teams.Workspace;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>The whole program, stopped while people went on in the room.</summary>
public sealed class DowntimeTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TeamsWorkspace? _teams;
    private TeamsProgram? _program;

    private TeamsWorkspace Teams => _teams!;

    public async ValueTask InitializeAsync() => _teams = await TeamsWorkspace.StartAsync(new() { RetryAfter = [] });

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        await Teams.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_said_and_edited_meanwhile_is_on_the_timeline_after_the_start()
    {
        var (ana, ben) = (Teams.Person("ana"), Teams.Person("ben"));
        _program = await TeamsProgram.StartAsync(Teams, _folder.FullPath);
        Teams.Install("incidents", ana);
        ana.Says("incidents", "@IncidentBot start checkout is failing sev2");
        var room = await Teams.EventuallyAsync(() => Teams.Messages("incidents").FirstOrDefault(message => message is { IsByBot: true, Card: not null } && message.HasButton("Take command")), "the living card");
        await OpenedAsync(room);
        var heard = ana.Replies(room, "looking at the gateway");
        await KnowsAsync(room, entry => entry is { Text: "looking at the gateway", FromHistory: false });

        await _program.DisposeAsync();
        var missed = ben.Replies(room, "rolled back 4711");
        ana.Edits(heard, "looking at the gateway in eu-west");
        await Teams.UntilAsync(() => Teams.Deliveries.Lost.Count == 2, "neither is delivered");
        _program = await TeamsProgram.StartAsync(Teams, _folder.FullPath);

        await KnowsAsync(room, entry => entry is { Text: "rolled back 4711", FromHistory: true } && entry.Message!.Id == missed.Id);
        await KnowsAsync(room, entry => entry.Text == "looking at the gateway in eu-west" && entry.Message!.Id == heard.Id);
        Teams.HasNoViolations();
    }

    /// <summary>Until the thread is known as the incident's room: what is said there before that is nobody's.</summary>
    private async Task OpenedAsync(Message room)
    {
        var place = PlaceOf(room);
        for (var looks = 0; looks < 600; looks++)
        {
            if ((await _program!.Store.Incidents.OpenAsync(TestContext.Current.CancellationToken)).Any(incident => incident.Room == place)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"The room is not opened.\n{Teams.Story()}");
    }

    private static Place PlaceOf(Message room) => new(TeamsIds.Channel(WorkspaceOptions.Tenant, room.Where.Id), room.Id);

    private async Task KnowsAsync(Message room, Func<TimelineEntry, bool> which)
    {
        var place = PlaceOf(room);
        IReadOnlyList<TimelineEntry> entries = [];
        for (var looks = 0; looks < 600; looks++)
        {
            entries = await EntriesAsync(place);
            if (entries.Any(which)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"It is not on the timeline: {string.Join('\n', entries.Select(entry => entry.Text))}\n{Teams.Story()}");
    }

    private async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(Place room)
    {
        var ct = TestContext.Current.CancellationToken;
        var found = new List<TimelineEntry>();
        foreach (var incident in (await _program!.Store.Incidents.OpenAsync(ct)).Where(incident => incident.Room == room))
            found.AddRange((await _program.Store.Timeline.PageAsync(incident.Id, TimelineEntry.SortKeyAt(incident.Id, DateTimeOffset.UnixEpoch), 100, ct)).Where(entry => entry.Kind is EntryKind.Message && entry.Message is not null));
        return found;
    }
}
