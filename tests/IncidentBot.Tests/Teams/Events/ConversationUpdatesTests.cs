using System.Text.Json.Nodes;
using Xunit;

namespace IncidentBot.Tests.Teams.Events;

public sealed class ConversationUpdatesTests
{
    [Fact]
    public async Task A_renamed_channel_is_told_of_in_its_team_and_named_beside_it() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2: renames to War room", await Heard.TellsAsync(OfTeam("channelRenamed", channel: "War room")));

    [Fact]
    public async Task A_deleted_channel_is_gone_with_all_its_threads() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2: gone", await Heard.TellsAsync(OfTeam("channelDeleted")));

    [Theory]
    [InlineData("teamArchived")]
    [InlineData("teamDeleted")]
    [InlineData("teamHardDeleted")]
    public async Task With_a_team_all_its_known_channels_are_gone(string what) =>
        Assert.Equal("2 Ana in channel/19:team@thread.tacv2: gone / 2 Ana in channel/19:ops@thread.tacv2: gone", await Heard.TellsAsync(OfTeam(what)));

    [Theory]
    [InlineData("channelCreated")]
    [InlineData("channelRestored")]
    [InlineData("teamRenamed")]
    [InlineData("teamUnarchived")]
    [InlineData("teamRestored")]
    [InlineData("somethingNew")]
    public async Task Other_news_of_a_team_tells_nothing(string what) => Assert.Equal("", await Heard.TellsAsync(OfTeam(what)));

    [Fact]
    public async Task A_chat_with_a_new_topic_has_another_name() =>
        Assert.Equal("2 Ana in chat/19:chat@thread.v2: renames to INC-1", await Heard.TellsAsync(Heard.InChat("""{"type":"conversationUpdate","topicName":"INC-1"}""")));

    [Fact]
    public async Task Who_comes_and_goes_is_told_but_never_the_bot_itself() =>
        Assert.Equal(
            "2 Ana in chat/19:chat@thread.v2: comes / 2 Ben Carter in chat/19:chat@thread.v2: leaves",
            await Heard.TellsAsync(Heard.InChat($$"""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"},{"id":"29:ana","aadObjectId":"{{Heard.Ana}}"}],"membersRemoved":[{"id":"29:ben"},{"id":"28:other"}]}""")));

    [Fact]
    public async Task Members_win_over_the_name_of_the_event()
    {
        var update = OfTeam("channelDeleted");
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:ben" });
        Assert.Equal("2 Ben Carter in channel/19:ops@thread.tacv2: comes", await Heard.TellsAsync(update));
    }

    [Fact]
    public async Task Nobody_comes_into_the_direct_conversation() =>
        Assert.Equal("", await Heard.TellsAsync(Heard.Directly("""{"type":"conversationUpdate","membersAdded":[{"id":"29:ana"},{"id":"28:bot"}]}""")));

    private static JsonObject OfTeam(string what, string channel = "Ops")
    {
        var update = Heard.InChannel("""{"type":"conversationUpdate","id":"f:1"}""");
        update["conversation"]!["id"] = Heard.Team;
        update["channelData"]!["eventType"] = what;
        update["channelData"]!["channel"]!["name"] = channel;
        return update;
    }
}
