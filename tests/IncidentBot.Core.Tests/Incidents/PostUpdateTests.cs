using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class PostUpdateTests
{
    [Fact]
    public async Task An_update_is_read_in_the_room_and_by_stakeholders()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing sev2");
        await story.Says("ana", "/incident update card payments work again");
        Assert.Equal(["inc-1-checkout-is-failing", "incidents"], story.LastHeard.Select(heard => heard.Place.Channel.Id).Order());
        Assert.All(story.LastHeard, heard => Assert.Contains("“card payments work again” ana", heard.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_in_an_update_or_in_a_title_stays_in_the_room()
    {
        var secret = new Masking.SecretMaker(7).Make("github-token");
        var story = new Story();
        await story.Says("ana", $"/incident start push with {secret} fails");
        await story.Says("ana", $"/incident update works again with {secret}");
        await story.Says("ana", $"/incident title pull with {secret} fails");
        var outside = story.Chat.Heard.Where(heard => heard.Place == Some.Place("incidents")).ToList();
        Assert.Equal(3, outside.Count);
        Assert.All(outside, heard => Assert.Contains("[masked: GitHub token]", heard.Words, StringComparison.Ordinal));
        Assert.DoesNotContain(outside, heard => heard.Words.Contains(secret, StringComparison.Ordinal) || heard.Card.Fallback.Contains(secret, StringComparison.Ordinal));
        story.Hears(secret);
    }

    [Fact]
    public async Task An_update_on_a_private_incident_stays_in_its_room_and_says_so()
    {
        var story = new Story();
        await story.Says("ana", "/incident start private card data in a log");
        await story.Says("ana", "/incident update log is deleted");
        Assert.All(story.LastHeard, heard => Assert.Equal(story.Room, heard.Place));
        story.Hears("The incident is private");
    }

    [Fact]
    public async Task Without_an_announcement_channel_it_stays_in_the_room_and_says_so()
    {
        var story = new Story(new BotSettings());
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident update works again");
        story.Hears("No announcement channel is set up");
    }

    [Fact]
    public async Task In_the_announcement_channel_itself_it_is_said_once()
    {
        var story = new Story { Room = Some.Place("incidents") };
        await story.Says("ana", "/incident start here checkout is failing");
        Assert.Single(story.LastHeard);
        await story.Says("ana", "/incident update works again");
        Assert.Single(story.LastHeard);
    }

    [Fact]
    public async Task Without_words_the_form_that_works_is_shown()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        await story.Says("ana", "/incident update");
        story.Hears("/incident update card payments");
    }

    [Theory]
    [InlineData("incidents", "channel/19:abc@thread.tacv2", "Payments / Incidents", true)]
    [InlineData("payments/incidents", "channel/19:abc@thread.tacv2", "Payments / Incidents", true)]
    [InlineData("19:abc@thread.tacv2", "channel/19:abc@thread.tacv2", "Payments / Incidents", true)]
    [InlineData("incidents", "C012", "incidents", true)]
    [InlineData("platform/incidents", "channel/19:abc@thread.tacv2", "Payments / Incidents", false)]
    [InlineData("incidents", "C012", "inc-1-checkout", false)]
    public void Nothing_is_announced_beside_a_room_in_the_announcement_channel(string setting, string id, string name, bool same)
    {
        var incident = Some.Incident() with { Room = new(new(Some.Workspace, id)), RoomName = name };
        var decision = Routing.Decide(Some.Command("update card payments work again"), Some.Situation(incident) with { Settings = new() { AnnounceChannel = setting } });
        Assert.Equal(same ? 0 : 1, decision.Say.OfType<Say>().Count(say => say.To.Channel.Id == setting));
    }
}
