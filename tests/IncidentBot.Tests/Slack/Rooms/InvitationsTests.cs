using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Rooms;

public sealed class InvitationsTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task Many_people_are_invited_a_hundred_at_a_time()
    {
        Slack.On("conversations.invite", Ok);

        await InviteAsync([.. Enumerable.Range(0, 250).Select(number => $"U{number}")]);

        Assert.Equal([100, 100, 50], Slack.Calls.Select(call => call["users"]!.Split(',').Length));
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"already_in_channel"}""")]
    [InlineData("""{"ok":false,"error":"user_not_found","errors":[{"user":"U1","ok":false,"error":"user_not_found"},{"user":"U2","ok":false,"error":"cant_invite_self"}]}""")]
    [InlineData("""{"ok":false,"error":"a_code_of_tomorrow","errors":[{"user":"U1","ok":false,"error":"a_code_of_tomorrow"}]}""")]
    public async Task Who_cannot_come_keeps_nobody_out(string answer)
    {
        Slack.On("conversations.invite", answer, Ok);

        await InviteAsync([.. Enumerable.Range(0, 101).Select(number => $"U{number}")]);

        Assert.Equal(2, Slack.Calls.Count);
    }

    [Theory]
    [InlineData("is_archived", ChatFault.Gone)]
    [InlineData("restricted_action", ChatFault.Refused)]
    [InlineData("internal_error", ChatFault.Temporary)]
    public async Task What_is_wrong_with_the_room_is_said(string error, ChatFault fault)
    {
        Slack.On("conversations.invite", Refusal(error));

        Assert.Equal(fault, (await Assert.ThrowsAnyAsync<ChatException>(() => InviteAsync("U1"))).Fault);
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once()
    {
        Slack.On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");

        Assert.Equal(SlackUnderTest.Room("D1"), await _test.Chat.DirectAsync(SlackUnderTest.Person("U1"), SlackUnderTest.Ct));
        await _test.Chat.DirectAsync(SlackUnderTest.Person("U1"), SlackUnderTest.Ct);

        Assert.Equal("U1", Assert.Single(Slack.Calls)["users"]);
    }

    [Fact]
    public async Task A_person_who_is_no_longer_there_is_gone()
    {
        Slack.On("conversations.open", Refusal("user_disabled"));

        Assert.Equal(ChatFault.Gone, (await Assert.ThrowsAnyAsync<ChatException>(() => _test.Chat.DirectAsync(SlackUnderTest.Person("U1"), SlackUnderTest.Ct))).Fault);
    }

    public void Dispose() => _test.Dispose();

    private Task InviteAsync(params string[] people) => _test.Chat.InviteAsync(SlackUnderTest.Room(), [.. people.Select(SlackUnderTest.Person)], SlackUnderTest.Ct);
}
