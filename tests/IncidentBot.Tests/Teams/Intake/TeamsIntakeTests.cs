using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Tests.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Intake;

public sealed class TeamsIntakeTests
{
    private const string Said = """{"text":"disk is full"}""";
    private const string Edited = """{"type":"messageUpdate","text":"disk is full on hosta","channelData":{"eventType":"editMessage"}}""";

    [Fact]
    public async Task What_came_is_stored_as_it_came_and_acknowledged_with_nothing()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var activity = Heard.InChannel(Said);
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(activity));
        var stored = Assert.Single(intake.Inbox.Stored);
        Assert.Equal(("teams", $"teams:{Heard.Tenant}/channel/{Heard.Channel}", activity.ToJsonString()), (stored.Adapter, stored.OrderKey, JsonNode.Parse(stored.Body)!.ToJsonString()));
    }

    [Fact]
    public async Task A_message_that_Teams_sends_again_counts_once()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChannel(Said));
        intake.Clock.Advance(TimeSpan.FromSeconds(15));
        var again = Heard.InChannel(Said);
        again["serviceUrl"] = "https://smba.trafficmanager.net/amer/"; // another instance sends it
        await intake.TakeAsync(again);
        Assert.Single(intake.Inbox.Stored);
    }

    [Fact]
    public async Task The_same_edit_counts_once_and_each_further_edit_too()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChat(Edited));
        await intake.TakeAsync(Heard.InChat(Edited));
        Assert.Single(intake.Inbox.Stored);
        await intake.TakeAsync(Heard.InChat(Edited.Replace("hosta", "hostb", StringComparison.Ordinal)));
        var back = Heard.InChat(Edited);
        back["timestamp"] = "2023-11-14T22:14:00Z";
        await intake.TakeAsync(back);
        Assert.Equal(3, intake.Inbox.Stored.Count);
    }

    [Fact]
    public async Task A_reaction_that_comes_goes_and_comes_again_counts_thrice()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        foreach (var (list, second) in new[] { ("reactionsAdded", 1), ("reactionsRemoved", 2), ("reactionsAdded", 3), ("reactionsAdded", 3) })
            await intake.TakeAsync(Heard.InChat($$"""{"type":"messageReaction","replyToId":"1700000001000","timestamp":"2023-11-14T22:13:2{{second}}Z","{{list}}":[{"type":"1f4cc_pushpin"}]}"""));
        Assert.Equal([true, false, true], (await intake.ToldAsync()).Cast<HighlightSet>().Select(highlight => highlight.On));
    }

    [Fact]
    public async Task All_of_a_channel_stays_in_order_whatever_the_thread()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChannel(Said));
        var elsewhere = Heard.InChannel("""{"id":"1700000009000","text":"another thread"}""");
        elsewhere["conversation"]!["id"] = $"{Heard.Channel};messageid=1700000009000";
        await intake.TakeAsync(elsewhere);
        await intake.TakeAsync(Heard.InChannel(Edited));
        Assert.Single(intake.Inbox.Stored.Select(delivery => delivery.OrderKey).Distinct());
        Assert.Equal(3, intake.Inbox.Stored.Count);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""", "typing")]
    [InlineData("""{"type":"event","name":"application/vnd.microsoft.meetingStart"}""", "event.application/vnd.microsoft.meetingStart")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"teamRenamed"}}""", "conversationUpdate.teamRenamed")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installationUpdate.add")]
    [InlineData("""{"type":"messageReaction","replyToId":"1","reactionsAdded":[{"type":"like"}]}""", "messageReaction")]
    [InlineData("""{"type":"odd <kind>"}""", "other")]
    public async Task What_means_nothing_is_acknowledged_and_counted_but_not_stored(string rest, string kind)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(Heard.InChat(rest)));
        Assert.Empty(intake.Inbox.Stored);
        Assert.Equal(1, Assert.Single(intake.Ignored, count => count.Key == kind).Value);
    }

    [Fact]
    public async Task What_is_not_stored_is_not_acknowledged()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Inbox.IsFull = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => intake.TakeAsync(Heard.InChannel(Said)));
    }

    [Fact]
    public async Task Nobody_asks_Teams_before_the_acknowledgement()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChannel($$"""{"text":"<at>Zoe</at> look","entities":[{{Heard.Mention("29:zoe", "Zoe")}}]}"""));
        await intake.TakeAsync(Heard.InChat("""{"type":"conversationUpdate","membersAdded":[{"id":"29:zoe"}]}"""));
        await intake.TakeAsync(Heard.InChat(Edited));
        Assert.Equal(3, intake.Inbox.Stored.Count);
        Assert.Empty(intake.Asked);
    }

    [Fact]
    public async Task Who_spoke_is_known_by_name_and_zone_when_they_are_only_mentioned()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChannel("""{"text":"here","entities":[{"type":"clientInfo","timezone":"Europe/Lisbon"}]}"""));
        await intake.TakeAsync(Heard.InChannel($$"""{"id":"1700000002000","from":{"id":"29:ben","name":"Ben","aadObjectId":"{{Heard.Ben}}"},"text":"<at>A.</at> look","entities":[{{Heard.Mention("29:ana", "A.")}}]}"""));
        var ana = Assert.Single(Assert.IsType<MessagePosted>((await intake.ToldAsync())[1]).Mentions);
        Assert.Equal((Heard.Ana, "Ana", "Europe/Lisbon"), (ana.Ref.Id, ana.Name, ana.TimeZone));
    }

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", true)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}]}""", true)]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"channelRestored"}}""", true)]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", false)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"29:ben"}]}""", false)]
    [InlineData(Said, false)]
    public async Task Where_the_bot_comes_in_the_history_is_read(string rest, bool asks)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Heard.InChat(rest));
        Assert.Equal(asks ? new HistoryRequest(TeamsIds.Workspace(Heard.Tenant)) : null, intake.History.Next());
    }

    [Fact]
    public async Task Every_collected_activity_is_taken()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        foreach (var (name, activity) in FixtureActivities.Read())
        {
            var answer = await intake.TakeAsync(JsonNode.Parse(activity.GetRawText())!);
            Assert.True(answer.Status is 200 or 501 || name.StartsWith("bfdotnet/", StringComparison.Ordinal), $"{name} is answered with {answer}");
        }
        Assert.NotEmpty(intake.Inbox.Stored);
        Assert.NotEmpty(intake.Ignored);
        Assert.DoesNotContain(intake.Logged, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
