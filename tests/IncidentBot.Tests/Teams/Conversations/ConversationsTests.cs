using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Conversations;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Conversations;

public sealed class ConversationsTests : IDisposable
{
    private readonly TeamsUnderTest _test = new();

    private ScriptedTeams Connector => _test.Connector;

    [Fact]
    public async Task The_newest_service_counts_also_after_a_restart()
    {
        await _test.KnowsAllAsync();
        await _test.LearnAsync(Said("groupChat", Chat, "https://smba.trafficmanager.net/amer/"));
        _test.Restart();
        Connector.On("/activities", """{"id":"201"}""");

        await _test.PostAsync(new(InChat));

        Assert.StartsWith("/amer/", Assert.Single(Connector.Calls).Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_wrote_is_answered_in_the_same_conversation()
    {
        await _test.KnowsAllAsync();

        Assert.Equal(new(InDirect), await _test.Bots.DirectAsync(Person("aad-ana"), Ct));
        Assert.Empty(Connector.Calls);
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once()
    {
        await _test.LearnAsync(Said("channel", $"{Channel};messageid=100"));
        Connector.On("POST /v3/conversations", """{"id":"a:new"}""");

        var place = await _test.Bots.DirectAsync(Person("aad-ana"), Ct);
        _test.Restart();

        Assert.Equal(place, await _test.Bots.DirectAsync(Person("aad-ana"), Ct));
        Assert.Equal(new(TeamsIds.Personal(Tenant, "a:new")), place);
        Assert.Equal("29:ana", (string?)Assert.Single(Connector.Calls).Json["members"]![0]!["id"]);
    }

    [Fact]
    public async Task Who_has_not_the_app_cannot_be_written_to()
    {
        await _test.LearnAsync(Said("channel", $"{Channel};messageid=100"));
        Connector.On("POST /v3/conversations", () => Refusal(403, "ForbiddenOperationException"));

        var refused = await Assert.ThrowsAnyAsync<ChatException>(() => _test.Bots.DirectAsync(Person("aad-ana"), Ct));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains("add the app", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Incidents", Channel)]
    [InlineData("sre/incidents", Channel)]
    [InlineData("SRE/General", Team)]
    [InlineData(Channel, Channel)]
    public async Task The_channel_for_announcements_is_given_by_name_or_id(string given, string channel)
    {
        await _test.LearnAsync(Said("channel", Team));
        HasChannels("Incidents", "19:other@thread.tacv2", "Other");

        Assert.Equal(TeamsIds.Channel(Tenant, channel), await ResolveAsync(given));
        await ResolveAsync(given);
        Assert.InRange(Connector.Calls.Count, 0, 1);
    }

    [Theory]
    [InlineData("Incidents", "More than one")]
    [InlineData("Nowhere", "no channel")]
    public async Task A_name_of_none_or_of_several_is_refused(string given, string said)
    {
        await _test.LearnAsync(Said("channel", Team));
        HasChannels("Incidents", "19:other@thread.tacv2", "incidents");

        var refused = await Assert.ThrowsAsync<ChatException>(() => ResolveAsync(given));

        Assert.Equal(ChatFault.Refused, refused.Fault);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Team name/Channel name", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_open_messages_of_channels_and_chats()
    {
        await _test.KnowsAllAsync();

        Assert.Equal("https://teams.microsoft.com/l/message/19%3Aincidents%40thread.tacv2/201?tenantId=tenant-1&groupId=group-1&parentMessageId=100&teamName=SRE&channelName=Incidents&createdTime=201", _test.Bots.LinkTo(new(InChannel, "201"), "100"));
        Assert.Equal("https://teams.microsoft.com/l/message/19%3Achat%40thread.v2/201?context=%7B%22contextType%22%3A%22chat%22%7D", _test.Bots.LinkTo(new(InChat, "201"), null));
        Assert.Null(_test.Bots.LinkTo(new(InDirect, "201"), null));
    }

    public void Dispose() => _test.Dispose();

    private async Task<ChannelRef> ResolveAsync(string given) => await _test.Get<AnnounceChannels>().ResolveAsync(new(TeamsIds.Workspace(Tenant), given), Ct);

    private void HasChannels(string name, string other, string otherName) => Connector.On("GET /conversations",
        $$"""{"conversations":[{"id":"{{Team}}"},{"id":"{{Channel}}","name":"{{name}}"},{"id":"{{other}}","name":"{{otherName}}"}]}""");
}
