using System.Net;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Timeline;
using IncidentBot.Teams;
using IncidentBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>What was said, edited and deleted in a room of Teams while the program was down.</summary>
public sealed class MissedInTeamsTests : IAsyncLifetime
{
    private static readonly Place Thread = GraphUnderTest.Room("1");

    private readonly GraphUnderTest _test = new();
    private readonly LiteDbUnderTest _files = new();
    private OpenStorage? _open;
    private Deciding? _deciding;
    private Backfill? _backfill;

    private IStore Store => _open!.Store;

    public async ValueTask InitializeAsync()
    {
        _open = await _files.OpenAsync(_test.Clock);
        var chats = new Chats([_test.Get<IChat>()]);
        var loader = new Loader(Store, chats, new(), TimeProvider.System);
        _deciding = new(Store, loader, _test.Clock);
        _backfill = new(Store, loader, chats, _deciding, _test.Clock, NullLogger<Backfill>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _open!.Whole.DisposeAsync();
        _files.Dispose();
        _test.Dispose();
    }

    [Fact]
    public async Task Is_made_good_in_a_thread()
    {
        var incident = await DeclaredAsync(Thread);
        foreach (var (id, second) in new[] { ("2", 20), ("3", 30), ("4", 40) }) await HeardAsync(Thread, id, second);
        _test.HasThread(
            Said("1", 0, change: ByApplication(GraphUnderTest.App, "IncidentBot")),
            Said("6", 60, thread: "1", change: DeletedAt(61)),
            Said("5", 50, "<p>rolled back <b>4711</b></p>", thread: "1", user: "bea"),
            Said("4", 40, thread: "1", change: DeletedAt(300)),
            Said("3", 30, "<p>said better</p>", thread: "1", change: EditedAt(200)),
            Said("2", 20, thread: "1"));

        await ReadOnAsync();

        var entries = await EntriesAsync(incident);
        Assert.Equal([("2", "said 2", false), ("3", "said better", false), ("5", "rolled back 4711", true)], entries.Where(entry => entry.DeletedAt is null).Select(entry => (entry.Message!.Id, entry.Text, entry.FromHistory)));
        Assert.Equal("said 3", Assert.Single(Assert.Single(entries, entry => entry.Message!.Id == "3").Revisions).Text);
        Assert.Equal("4", Assert.Single(entries, entry => entry.DeletedAt is not null).Message!.Id);

        await ReadOnAsync();
        Assert.Equal(entries.Count, (await EntriesAsync(incident)).Count);
        Assert.Single((await EntriesAsync(incident)).Single(entry => entry.Message!.Id == "3").Revisions);
    }

    [Fact]
    public async Task Is_made_good_in_a_group_chat()
    {
        var incident = await DeclaredAsync(GraphUnderTest.ChatRoom);
        await HeardAsync(GraphUnderTest.ChatRoom, "2", 20);
        await HeardAsync(GraphUnderTest.ChatRoom, "3", 30);
        _test.Graph.On(GraphUnderTest.ChatMessages, Page([Said("3", 30, change: DeletedAt(90)), Said("4", 40), Said("2", 20)]));

        await ReadOnAsync();

        Assert.Equal([("2", false), ("3", true), ("4", false)], (await EntriesAsync(incident)).Select(entry => (entry.Message!.Id, entry.DeletedAt is not null)));
    }

    [Fact]
    public async Task Stays_as_it_is_known_where_reading_breaks_off()
    {
        var incident = await DeclaredAsync(Thread);
        await HeardAsync(Thread, "2", 20);
        _test.Graph.On($"{GraphUnderTest.Messages}/1", Said("1", 0, change: ByApplication(GraphUnderTest.App, "IncidentBot")));
        _test.Graph.On($"{GraphUnderTest.Messages}/1/replies", call => call["$skiptoken"] is null
            ? ScriptedGraph.Json(Page([Said("9", 90, thread: "1")], next: $"{TeamsOptions.DefaultGraphUrl}v1.0/{GraphUnderTest.Messages}/1/replies?$skiptoken=1"))
            : ScriptedGraph.Refusal(HttpStatusCode.Forbidden, "Forbidden"));

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(ReadOnAsync)).Fault);

        Assert.Equal(("2", null), Assert.Single((await EntriesAsync(incident)).Select(entry => (entry.Message!.Id, entry.DeletedAt))));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<IncidentId> DeclaredAsync(Place room)
    {
        var incident = Sample.Incident(1, room: room, workspace: room.Channel.Workspace) with { DeclaredAt = Start };
        await Store.CommitAsync(Sample.Commit(incident), Ct);
        return incident.Id;
    }

    private Task HeardAsync(Place room, string id, int second) =>
        _deciding!.WorkAsync(new MessagePosted(Start.AddSeconds(second), new(TeamsIds.Person(GraphUnderTest.Tenant, "oid-ana"), "ana"), room, new(room.Channel, id), $"said {id}"), [], null, Ct);

    private async Task ReadOnAsync()
    {
        _test.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var room in await _backfill!.RoomsAsync(null, Ct)) await _backfill.ReadOnAsync(room, Ct);
    }

    private async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(IncidentId incident) =>
        [.. (await Store.Timeline.PageAsync(incident, TimelineEntry.SortKeyAt(incident, DateTimeOffset.UnixEpoch), 100, Ct)).Where(entry => entry.Kind is EntryKind.Message)];
}
