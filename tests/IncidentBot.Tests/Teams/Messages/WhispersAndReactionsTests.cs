using IncidentBot.Core.Chat;
using IncidentBot.Tests.Teams.Api;
using Xunit;
using static IncidentBot.Tests.Teams.Api.ScriptedTeams;
using static IncidentBot.Tests.Teams.Api.TeamsUnderTest;

namespace IncidentBot.Tests.Teams.Messages;

public sealed class WhispersAndReactionsTests : IAsyncLifetime
{
    private readonly TeamsUnderTest _test = new();

    private ScriptedTeams Connector => _test.Connector;

    public async ValueTask InitializeAsync() => await _test.KnowsAllAsync();

    [Fact]
    public async Task A_whisper_is_a_message_that_is_targeted_at_one_person()
    {
        Connector.On("/activities", """{"id":"201"}""");

        await WhisperAsync(new(InChannel, "100"));

        var call = Assert.Single(Connector.Calls);
        Assert.Equal(("?isTargetedActivity=true", "29:ana"), (call.Url.Query, (string?)call.Json["recipient"]!["id"]));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task Where_Teams_has_no_whispers_it_is_asked_once(int status)
    {
        Connector.On("/activities", () => Refusal(status));

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => WhisperAsync(new(InChat)))).Fault);
        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => WhisperAsync(new(InChannel)))).Fault);
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task A_conversation_that_refuses_is_not_taken_for_all()
    {
        Connector.On("/activities", () => Refusal(403, "BotNotInConversationRoster"));

        await Assert.ThrowsAnyAsync<ChatException>(() => WhisperAsync(new(InChat)));
        await Assert.ThrowsAnyAsync<ChatException>(() => WhisperAsync(new(InChat)));

        Assert.Equal(2, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_direct_conversation_needs_no_whisper()
    {
        Connector.On("/activities", """{"id":"201"}""");

        await WhisperAsync(new(InDirect));

        Assert.Equal("", Assert.Single(Connector.Calls).Url.Query);
    }

    [Theory]
    [InlineData("✅", "2705_whiteheavycheckmark")]
    [InlineData("📌", "1f4cc_pushpin")]
    public async Task A_reaction_is_put_by_its_name_in_the_thread_where_the_message_was_heard(string emoji, string name)
    {
        Connector.On($"PUT /{name}", "{}");

        await _test.Bots.ReactAsync(new(InChannel, "101"), emoji, Ct);

        Assert.EndsWith($"{ChannelPath}%3Bmessageid%3D100/activities/101/reactions/{name}", Assert.Single(Connector.Calls).Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_has_no_reactions_people_go_without()
    {
        Connector.On("PUT /2705_whiteheavycheckmark", () => Refusal(405));

        await _test.Bots.ReactAsync(new(InChat, "101"), "✅", Ct);
        await _test.Bots.ReactAsync(new(InChat, "102"), "✅", Ct);

        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task A_message_that_is_gone_gets_no_reaction()
    {
        Connector.On("PUT /2705_whiteheavycheckmark", () => Refusal(404, "ActivityNotFoundInConversation"));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Bots.ReactAsync(new(InChat, "101"), "✅", Ct))).Fault);
    }

    public ValueTask DisposeAsync()
    {
        _test.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task WhisperAsync(Place to) => _test.Bots.WhisperAsync(to, Person("aad-ana"), Card.Of("Between us"), new("out:7"), Ct);
}
