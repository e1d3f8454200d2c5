using System.Text.Json;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.People;

public sealed class SlackBotTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    private SlackBot Bot => _test.Get<SlackBot>();

    [Fact]
    public async Task Who_we_are_is_asked_for_once()
    {
        Assert.Equal(new SlackSelf("T1", "UBOT", "BBOT", new("https://example.slack.com/")), await Bot.AskAsync(SlackUnderTest.Ct));
        await Bot.AskAsync(SlackUnderTest.Ct);

        Assert.Single(_test.Slack.Calls);
        Assert.True(Bot.Is("UBOT", null));
        Assert.True(Bot.Is(null, "BBOT"));
        Assert.False(Bot.Is("U1", "B1"));
    }

    [Fact]
    public async Task The_bot_is_at_home_in_the_team_of_its_token()
    {
        var chat = _test.Get<Core.Chat.IChat>();
        Assert.Null(chat.Home);

        await Bot.AskAsync(SlackUnderTest.Ct);

        Assert.Equal("slack:T1", chat.Home);
        Assert.True(chat.Serves(chat.Home!));
    }

    [Fact]
    public void Nothing_is_ours_while_nothing_is_known() => Assert.False(Bot.Is(null, null));

    [Fact]
    public async Task While_Slack_cannot_be_asked_it_is_learnt_from_what_arrives()
    {
        _test.Slack.On("auth.test", Refusal("internal_error"));
        using var envelope = JsonDocument.Parse("""{"type":"event_callback","team_id":"T1","authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}]}""");

        Bot.Learn(envelope.RootElement);

        Assert.True(Bot.Is("UBOT", null));
        await Assert.ThrowsAsync<SlackApiException>(() => Bot.AskAsync(SlackUnderTest.Ct).AsTask());
    }

    public void Dispose() => _test.Dispose();
}
