using IncidentBot.Core.Histories;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>What was saved is found again, by what people ask for.</summary>
public abstract class StoredRecordsContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task How_far_a_rooms_history_was_read_is_kept_for_each_room()
    {
        await CommitAsync(Sample.Commit(new RoomHistory { Room = Sample.Place("a"), ReadUntil = Sample.Time }, new RoomHistory { Room = Sample.Place("a", "t") }));
        var first = await Store.RoomHistories.FindAsync(Sample.Place("a"), Ct);
        await CommitAsync(Sample.Commit(first! with { ReadUntil = Sample.Time.AddHours(1) }));

        await RestartAsync();

        Assert.Equal(new RoomHistory { Room = Sample.Place("a"), ReadUntil = Sample.Time.AddHours(1), Version = 2 }, await Store.RoomHistories.FindAsync(Sample.Place("a"), Ct));
        Assert.Null((await Store.RoomHistories.FindAsync(Sample.Place("a", "t"), Ct))!.ReadUntil);
        Assert.Null(await Store.RoomHistories.FindAsync(Sample.Place("b"), Ct));
    }

    [Fact]
    public async Task Lucky_breaks_are_found_by_incident_in_the_order_of_their_numbers()
    {
        await CommitAsync(Sample.Commit(Sample.LuckyBreak(10), Sample.LuckyBreak(2, takenBack: true), Sample.LuckyBreak(3, incident: 12), Sample.LuckyBreak(4, workspace: "other")));
        await RestartAsync();
        Assert.Equal([2, 10], (await Store.LuckyBreaks.OfIncidentAsync(new(Sample.Workspace, 1), Ct)).Select(one => one.Id.Number));
        Assert.Equal(12, (await Store.LuckyBreaks.FindAsync(new(Sample.Workspace, 3), Ct))?.Incident.Number);
    }

    [Fact]
    public async Task Lucky_breaks_of_a_workspace_are_listed_newest_first_without_those_taken_back()
    {
        await CommitAsync(Sample.Commit(Sample.LuckyBreak(10), Sample.LuckyBreak(2), Sample.LuckyBreak(3, takenBack: true), Sample.LuckyBreak(4, workspace: "other")));
        Assert.Equal([10, 2], (await Store.LuckyBreaks.ListAsync(Sample.Workspace, 10, Ct)).Select(one => one.Id.Number));
        Assert.Equal([10], (await Store.LuckyBreaks.ListAsync(Sample.Workspace, 1, Ct)).Select(one => one.Id.Number));
    }

    [Fact]
    public async Task Accepted_risks_are_due_from_their_day_on_in_every_workspace()
    {
        var day = new DateOnly(2027, 2, 20);
        await CommitAsync(Sample.Commit(Sample.LuckyBreak(1), Sample.LuckyBreak(2, reviewOn: day), Sample.LuckyBreak(3, reviewOn: day.AddDays(1)), Sample.LuckyBreak(4, reviewOn: day.AddDays(-1), workspace: "other"), Sample.LuckyBreak(5, reviewOn: day, takenBack: true)));
        Assert.Equal([4, 2], (await Store.LuckyBreaks.DueAsync(day, Ct)).Select(one => one.Id.Number));

        var accepted = await Store.LuckyBreaks.FindAsync(new(Sample.Workspace, 2), Ct);
        await CommitAsync(Sample.Commit(accepted! with { Accepted = null }));
        Assert.Equal([4], (await Store.LuckyBreaks.DueAsync(day, Ct)).Select(one => one.Id.Number));
    }

    [Fact]
    public async Task Every_published_version_of_a_postmortem_is_kept()
    {
        await CommitAsync(Sample.Commit(Published(1, "first"), Published(2, "second")));

        await RestartAsync();

        var first = await Store.PostmortemVersions.FindAsync(new(Sample.Workspace, 1), 1, Ct);
        Assert.Equal((1, "first", 1), (first!.Publication.Number, first.Markdown, first.Version));
        Assert.Equal("second", (await Store.PostmortemVersions.FindAsync(new(Sample.Workspace, 1), 2, Ct))?.Markdown);
        Assert.Null(await Store.PostmortemVersions.FindAsync(new(Sample.Workspace, 1), 3, Ct));
        Assert.Null(await Store.PostmortemVersions.FindAsync(new(Sample.Workspace, 2), 1, Ct));

        static PostmortemVersion Published(int number, string markdown) => new() { Incident = new(Sample.Workspace, 1), Publication = new(number, Sample.Time, Sample.Ana), Markdown = markdown };
    }

    [Fact]
    public async Task Rounds_of_reflection_are_found_by_their_channel_newest_first()
    {
        var week = Sample.Time.AddDays(-6);
        await CommitAsync(Sample.Commit(Round("R-1", "room", week), Round("R-2", "room", week.AddDays(28), "thread"), Round("R-3", "elsewhere", week)));
        await RestartAsync();
        Assert.Equal(["R-2", "R-1"], (await Store.Reflections.InChannelAsync(Sample.Place("room").Channel, Ct)).Select(round => round.Id.Name));
        Assert.Equal("elsewhere", (await Store.Reflections.FindAsync(new(Sample.Workspace, "R-3"), Ct))?.Place.Channel.Id);

        static ReflectionRound Round(string name, string channel, DateTimeOffset week, string? thread = null) => new() { Id = new(Sample.Workspace, name), Place = Sample.Place(channel, thread), Week = week };
    }

    [Fact]
    public async Task A_room_knows_all_the_incidents_it_served_newest_first()
    {
        var room = Sample.Place("shared");
        await CommitAsync(Sample.Commit(Sample.Incident(2, room: room), Sample.Incident(10, room: room), Sample.Incident(9, room: room), Sample.Incident(3)));
        Assert.Equal([10, 9, 2], await InRoomAsync(room));
    }

    [Fact]
    public async Task A_thread_is_the_room_of_its_own_incidents_or_else_of_the_channels()
    {
        await CommitAsync(Sample.Commit(Sample.Incident(1, room: Sample.Place("c")), Sample.Incident(2, room: Sample.Place("c", "t2"))));

        Assert.Equal([1], await InRoomAsync(Sample.Place("c")));
        Assert.Equal([2], await InRoomAsync(Sample.Place("c", "t2")));
        Assert.Equal([1], await InRoomAsync(Sample.Place("c", "other")));
        Assert.Empty(await InRoomAsync(Sample.Place("elsewhere")));
    }

    [Fact]
    public async Task A_channel_whose_thread_is_a_room_is_none_itself()
    {
        await CommitAsync(Sample.Commit(Sample.Incident(1, room: Sample.Place("c", "t"))));
        Assert.Empty(await InRoomAsync(Sample.Place("c")));
    }

    [Fact]
    public async Task A_channel_has_the_incidents_of_all_its_threads()
    {
        await CommitAsync(Sample.Commit(
            Sample.Incident(1, room: Sample.Place("c", "t9")),
            Sample.Incident(2, room: Sample.Place("c")),
            Sample.Incident(3, room: Sample.Place("c", "t1")),
            Sample.Incident(4, room: Sample.Place("c2", "t9")),
            Sample.Incident(5, room: new(new("other", "c"), "t9"), workspace: "other")));

        Assert.Equal([3, 2, 1], (await Store.Incidents.InChannelAsync(Sample.Place("c").Channel, Ct)).Select(incident => incident.Id.Number));
    }

    [Fact]
    public async Task Incidents_are_listed_newest_first()
    {
        await CommitAsync(Sample.Commit([.. Enumerable.Range(1, 250).Select(number => Sample.Incident(number, status: number % 2 == 0 ? IncidentStatus.Resolved : IncidentStatus.Mitigated)), Sample.Incident(1, workspace: "other")]));

        var all = await Store.Incidents.ListAsync(Sample.Workspace, new(OpenOnly: false, Limit: 300), Ct);
        var open = await Store.Incidents.ListAsync(Sample.Workspace, new(OpenOnly: true, Limit: 3), Ct);

        Assert.Equal(Enumerable.Range(1, 250).Reverse(), all.Select(incident => incident.Id.Number));
        Assert.Equal([249, 247, 245], open.Select(incident => incident.Id.Number));
        Assert.Equal(126, (await Store.Incidents.OpenAsync(Ct)).Count);
        Assert.Equal(125, (await Store.Incidents.ResolvedAsync(Ct)).Count);
    }

    [Fact]
    public async Task Incidents_are_found_by_all_words_of_a_text()
    {
        await CommitAsync(Sample.Commit(Sample.Incident(1, "Checkout is failing") with { Service = "payments" }, Sample.Incident(2, "search is slow")));

        Assert.Equal([1], await FoundBy("CHECKOUT payments"));
        Assert.Equal([2], await FoundBy("inc-2"));
        Assert.Equal([2, 1], await FoundBy(""));
        Assert.Empty(await FoundBy("checkout slow"));

        async Task<IEnumerable<int>> FoundBy(string text) =>
            (await Store.Incidents.ListAsync(Sample.Workspace, new(OpenOnly: false, text), Ct)).Select(incident => incident.Id.Number);
    }

    [Fact]
    public async Task A_timeline_is_read_in_pages_in_the_order_of_time()
    {
        await CommitAsync(Sample.Commit([.. Enumerable.Range(0, 25).Reverse().Select(minute => Sample.Entry($"m{minute}", minute: minute)), Sample.Entry("other", incident: 11)]));
        var incident = new IncidentId(Sample.Workspace, 1);

        var read = new List<TimelineEntry>();
        for (var page = await Store.Timeline.PageAsync(incident, null, 10, Ct); page.Count > 0; page = await Store.Timeline.PageAsync(incident, page[^1].SortKey, 10, Ct)) read.AddRange(page);

        Assert.Equal(Enumerable.Range(0, 25).Select(minute => $"m{minute}"), read.Select(entry => entry.Id));
        Assert.Equal(["m22", "m23", "m24"], (await Store.Timeline.LastAsync(incident, 3, Ct)).Select(entry => entry.Id));
        Assert.Equal(25, await Store.Timeline.CountAsync(incident, Ct));
    }

    [Fact]
    public async Task Of_several_entries_those_are_found_that_exist()
    {
        await CommitAsync(Sample.Commit(Sample.Entry("a"), Sample.Entry("b"), Sample.Entry("c"), Sample.Entry("b", incident: 2)));

        var found = await Store.Timeline.FindAsync(new(Sample.Workspace, 1), ["b", "never", "a"], Ct);

        Assert.Equal([("a", 1, 1), ("b", 1, 1)], found.Select(entry => (entry.Id, entry.Incident.Number, entry.Version)).Order());
        Assert.Empty(await Store.Timeline.FindAsync(new(Sample.Workspace, 1), [], Ct));
    }

    [Fact]
    public async Task An_entry_moves_when_its_true_time_becomes_known()
    {
        await CommitAsync(Sample.Commit(Sample.Entry("a", minute: 1), Sample.Entry("b", minute: 2)));
        var known = await Store.Timeline.FindAsync(new(Sample.Workspace, 1), "b", Ct);
        await CommitAsync(Sample.Commit(known! with { At = Sample.Time }));

        Assert.Equal(["b", "a"], (await Store.Timeline.PageAsync(known.Incident, null, 10, Ct)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task Action_items_are_found_by_number_incident_message_and_state()
    {
        var source = Sample.Message("r1");
        await CommitAsync(Sample.Commit(Sample.ActionItem(10), Sample.ActionItem(9, source: source), Sample.ActionItem(2, incident: 2, status: Core.ActionItems.ActionItemStatus.Done), Sample.ActionItem(1, workspace: "other")));

        Assert.Equal(9, (await Store.ActionItems.FindAsync(new(Sample.Workspace, 9), Ct))?.Id.Number);
        Assert.Equal(9, (await Store.ActionItems.FromMessageAsync(source, Ct))?.Id.Number);
        Assert.Null(await Store.ActionItems.FromMessageAsync(Sample.Message("r"), Ct));
        Assert.Equal([9, 10], (await Store.ActionItems.OfIncidentAsync(new(Sample.Workspace, 1), Ct)).Select(item => item.Id.Number));
        Assert.Equal([9, 10], (await Store.ActionItems.OpenAsync(Sample.Workspace, Ct)).Select(item => item.Id.Number));
        Assert.Equal(3, (await Store.ActionItems.OpenAsync(null, Ct)).Count);
        Assert.Equal([10, 9], (await Store.ActionItems.ListAsync(Sample.Workspace, 2, Ct)).Select(item => item.Id.Number));
    }

    [Fact]
    public async Task Action_items_are_found_by_their_ticket()
    {
        var ticketed = Sample.ActionItem(3) with { Tracked = new(Core.Tickets.Tracker.Jira, "10012", "OPS-7", "https://tickets.example/browse/OPS-7") };
        await CommitAsync(Sample.Commit(ticketed, Sample.ActionItem(4), Sample.ActionItem(5) with { Tracked = ticketed.Tracked with { Id = "1001" } }));

        Assert.Equal(3, Assert.Single(await Store.ActionItems.OfTicketAsync(Core.Tickets.Tracker.Jira, "10012", Ct)).Id.Number);
        Assert.Empty(await Store.ActionItems.OfTicketAsync(Core.Tickets.Tracker.GitHub, "10012", Ct));
    }

    [Fact]
    public async Task Postmortems_that_are_not_published_are_listed()
    {
        await CommitAsync(Sample.Commit(Sample.Postmortem(1), Sample.Postmortem(2, Core.Postmortems.PostmortemStatus.Published)));

        Assert.Equal([1], (await Store.Postmortems.UnpublishedAsync(Ct)).Select(postmortem => postmortem.Incident.Number));
        Assert.NotNull(await Store.Postmortems.FindAsync(new(Sample.Workspace, 2), Ct));
        Assert.Null(await Store.Postmortems.FindAsync(new(Sample.Workspace, 3), Ct));
    }

    private async Task<IEnumerable<int>> InRoomAsync(Core.Chat.Place place) => (await Store.Incidents.InRoomAsync(place, Ct)).Select(incident => incident.Id.Number);
}
