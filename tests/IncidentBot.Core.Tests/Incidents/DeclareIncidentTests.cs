using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class DeclareIncidentTests
{
    [Fact]
    public async Task Numbers_are_given_in_order()
    {
        var story = new Story { Room = Some.Place("general") };
        await story.Says("ana", "/incident start checkout is failing", place: Some.Place("general"));
        await story.Says("ben", "/incident start search is slow", place: Some.Place("general"));
        story.Hears("INC-2");
        Assert.Equal(["inc-1-checkout-is-failing", "inc-2-search-is-slow"], story.Chat.Rooms.Select(room => room.Name));
    }

    [Fact]
    public async Task The_room_gets_the_living_card_and_stakeholders_the_announcement()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing sev2");
        Assert.Contains("SEV2", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
        Assert.Equal(story.Room.Channel, (await story.MessageOf(CardKeys.Living(Some.IncidentId))).Channel);
        Assert.Equal("incidents", (await story.MessageOf(CardKeys.Announcement(Some.IncidentId))).Channel.Id);
    }

    [Fact]
    public async Task Without_a_severity_the_card_says_that_it_is_assumed()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        Assert.Contains("SEV3, assumed", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
        await story.Says("ana", "/incident severity sev3");
        Assert.DoesNotContain("assumed", await story.Card(CardKeys.Living(Some.IncidentId)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_incident_is_not_announced()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log sev1");
        Assert.True(story.Chat.Rooms.Single().Private);
        Assert.DoesNotContain(story.Chat.Heard, heard => heard.Place == Some.Place("incidents"));
    }

    [Fact]
    public async Task Here_uses_this_channel_at_once()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        Assert.Empty(story.Chat.Rooms);
        Assert.Equal("general", (await story.MessageOf(CardKeys.Living(Some.IncidentId))).Channel.Id);
        await story.Says("ben", "seeing 500s");
        Assert.Contains(story.Store.Entries, entry => entry.Text == "seeing 500s");
    }

    [Fact]
    public async Task Here_is_called_by_the_name_that_the_platform_tells()
    {
        var story = new Story();
        await story.Does(new CommandGiven(Some.Time, Some.Ana, Some.Place("C0123"), "start here checkout is failing") { PlaceName = "ops" });
        Assert.Equal("ops", (await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None))!.RoomName);
    }

    [Fact]
    public async Task One_room_works_on_one_open_incident_at_a_time()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Says("ben", "/incident start here search is slow");
        story.Hears("This room already works on INC-1");
        await story.Says("ana", "/incident resolve");
        await story.Says("ben", "/incident start here search is slow");
        story.Hears("INC-2");
    }

    [Fact]
    public void Where_no_rooms_can_be_opened_the_incident_lives_where_it_was_declared()
    {
        var thread = Some.Place("general", "m0");
        var decision = Routing.Decide(Some.Command("start checkout is failing", place: thread), Some.Situation() with { Chat = new(RoomKind.Chat) });
        Assert.Equal(thread, Assert.Single(decision.Save.OfType<Incident>()).Room);
        Assert.Empty(decision.Say.OfType<OpenRoom>());
    }

    [Theory]
    [InlineData("start checkout is failing sev9", "sev1 (worst) to sev5")]
    [InlineData("start sev1 checkout sev2", "two severities")]
    [InlineData("start payments fail service:", "service:")]
    [InlineData("start INC-7", "no incident INC-7")]
    public void What_cannot_be_read_declares_nothing_and_says_what_to_write(string words, string sentence)
    {
        var decision = Routing.Decide(Some.Command(words), Some.Situation());
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
        Assert.Contains(sentence, CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_declares_nothing()
    {
        var decision = Routing.Decide(Some.Command($"start {new string('x', 10_000)}"), Some.Situation());
        Assert.Empty(decision.Save);
        Assert.Contains("10,000", CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_title_a_form_opens_that_knows_what_was_typed()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here sev2 service:billing");
        var initial = story.OpenForm!.Fields.ToDictionary(field => field.Id, field => field.Initial);
        Assert.Equal(("SEV2", "billing", "here"), (initial["severity"], initial["service"], initial["room"]));
        Assert.Empty(await story.Submits("ana", ("title", "invoices are late"), ("severity", "SEV1"), ("service", "billing"), ("room", "here"), ("private", "no")));
        story.Hears("INC-1 · invoices are late");
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_with_each_field()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Says("ben", "/incident start");
        var faults = await story.Submits("ben", ("title", " "), ("service", new('s', 200)), ("room", "here"));
        Assert.Equal(["room", "service", "title"], faults.Keys.Order());
        Assert.Single(story.Store.Entries);
    }

    [Fact]
    public async Task The_declaration_is_the_first_entry_with_its_own_milestone()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing sev2");
        var entry = Assert.Single(story.Store.Entries);
        Assert.Equal((EntryKind.Declared, "Declared as SEV2: checkout is failing"), (entry.Kind, entry.Text));
        var incident = await story.Store.Incidents.FindAsync(Some.IncidentId, CancellationToken.None);
        Assert.Equal([MilestoneKind.Declared], incident!.Milestones.Select(milestone => milestone.Kind));
    }
}
