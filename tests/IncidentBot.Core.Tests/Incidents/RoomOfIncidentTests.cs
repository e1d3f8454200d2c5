using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class RoomOfIncidentTests
{
    private static readonly RoomOpened Opened = new(Some.Time, Some.Ana, Some.Room, Some.IncidentId.Key, "inc-1-checkout", [Some.Ben.Ref]);

    [Fact]
    public void An_opened_room_becomes_the_incidents_with_its_members()
    {
        var decision = OpenedRoomOfIncident.Decide(Opened, Some.Situation(Some.Incident() with { Room = null, Members = [Some.Ana.Ref] }));
        var incident = Assert.IsType<Incident>(Assert.Single(decision.Save));
        Assert.Equal((Some.Room, "inc-1-checkout"), (incident.Room, incident.RoomName));
        Assert.Equal([Some.Ana.Ref, Some.Ben.Ref], incident.Members);
        Assert.True(decision.Say.OfType<Say>().First().Pin);
    }

    [Fact]
    public void Hearing_of_the_opened_room_twice_is_harmless() =>
        Assert.Same(Decision.Nothing, OpenedRoomOfIncident.Decide(Opened, Some.Situation(Some.Incident())));

    [Theory]
    [InlineData("something-else")]
    [InlineData("local/A-1")]
    public void A_room_that_was_opened_for_something_else_is_no_incidents(string key) =>
        Assert.Same(Decision.Nothing, OpenedRoomOfIncident.Decide(Opened with { Key = key }, Some.Situation(Some.Incident() with { Room = null })));

    [Fact]
    public async Task When_no_room_can_be_opened_the_declarer_is_told_where_work_can_go_on()
    {
        var story = new Story();
        story.Chat.Fails = verb => verb == "open-room" ? new ChatException(ChatFault.Refused, "restricted_action") : null;
        await story.Says("ana", "/incident start checkout is failing");
        story.Hears("No room could be opened for it (restricted_action)");
        story.Hears("/incident start here INC-1");
        await story.Says("ana", "/incident start here INC-1");
        story.Hears("INC-1");
        Assert.Equal(Some.Place("general"), (await ((IIncidents)story.Store).FindAsync(Some.IncidentId, CancellationToken.None))?.Room);
    }

    [Fact]
    public async Task When_the_room_is_gone_people_are_told_how_to_go_on()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Presses("ben", "Take command");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Ana, story.Room));
        Assert.Equal(["dm-ana", "dm-ben", "incidents"], story.LastHeard.Where(heard => heard.Words.Contains("start here INC-1", StringComparison.Ordinal)).Select(heard => heard.Place.Channel.Id).Order());
        await story.Says("ana", "/incident list", place: Some.Place("general"));
        story.Hears("gone");
    }

    [Fact]
    public async Task An_incident_whose_room_is_gone_goes_on_elsewhere()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "looking");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Ana, story.Room));
        story.Room = Some.Place("general");
        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Says("ben", "/incident start here inc-1");
        await story.Says("ben", "found it");
        await story.Says("ben", "/incident resolve");
        story.Hears("INC-1 is Resolved");
        Assert.Equal(["looking", "found it"], story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).Select(entry => entry.Text));
    }

    [Fact]
    public async Task An_incident_that_has_a_room_stays_in_it()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ben", "/incident start here INC-1", place: Some.Place("general"));
        story.Hears("INC-1 has a room already: #inc-1-checkout-is-failing");
    }

    [Fact]
    public async Task Tidying_up_the_room_after_the_resolution_tells_nobody()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident resolve");
        await story.Does(new RoomGone(story.Time.GetUtcNow(), Some.Ana, story.Room));
        Assert.All(story.LastHeard, heard => Assert.True(heard.Update));
    }

    [Fact]
    public async Task Who_comes_sees_a_private_incident_and_who_leaves_does_not()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log");
        await story.Does(new PersonCame(story.Time.GetUtcNow(), Some.Ben, story.Room));
        await story.Says("ben", "/incident list", place: Some.Place("general"));
        story.Hears("card data in a log (private)");
        await story.Does(new PersonLeft(story.Time.GetUtcNow(), Some.Ben, story.Room));
        await story.Says("ben", "/incident list", place: Some.Place("general"));
        story.HearsNot("card data");
        await story.Says("ben", "/incident status INC-1", place: Some.Place("general"));
        story.HearsNot("card data");
        story.Hears("no such incident that you can see");
    }

    [Fact]
    public async Task A_room_that_serves_two_incidents_keeps_their_messages_apart()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        var first = await story.Says("ana", "rolling back");
        await story.Says("ana", "/incident resolve");
        story.Time.Advance(TimeSpan.FromHours(1));
        await story.Says("ana", "/incident start here search is slow");
        await story.Says("ana", "looking at search");
        await story.Highlights("ben", first);
        await story.Deletes("ana", first);
        var entries = story.Store.Entries.Where(entry => entry.Kind is EntryKind.Message).ToList();
        Assert.Equal([(1, ""), (2, "looking at search")], entries.Select(entry => (entry.Incident.Number, entry.Text)));
        Assert.True(entries[0] is { DeletedAt: not null, Highlighted: true });
    }

    [Fact]
    public async Task What_was_said_in_a_channel_before_the_declaration_is_not_the_incidents()
    {
        var story = new Story();
        var lunch = await story.Says("ana", "lunch?");
        story.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Edits("ana", lunch, "dinner?");
        Assert.DoesNotContain(story.Store.Entries, entry => entry.Kind is EntryKind.Message);
    }
}
