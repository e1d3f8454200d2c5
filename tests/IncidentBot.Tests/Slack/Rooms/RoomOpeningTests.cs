using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Rooms;

public sealed class RoomOpeningTests : IDisposable
{
    private const string Purpose = "The room of INC-1.";

    private readonly SlackUnderTest _test = new("oncall", "S9");

    public RoomOpeningTests()
    {
        Slack.On("conversations.create", call => $$$"""{"ok":true,"channel":{"id":"C9","name":"{{{call["name"]}}}","creator":"UBOT"}}""");
        Slack.On("conversations.setPurpose", Ok);
        Slack.On("conversations.info", """{"ok":true,"channel":{"id":"C9","topic":{"value":""}}}""");
        Slack.On("conversations.setTopic", Ok);
        Slack.On("conversations.invite", Ok);
        Slack.On("conversations.members", """{"ok":true,"members":["UBOT","U1","U2"]}""");
        Slack.On("usergroups.list", """{"ok":true,"usergroups":[{"id":"S1","handle":"oncall"},{"id":"S2","handle":"others"}]}""");
        Slack.On("usergroups.users.list", call => call["usergroup"] == "S1" ? """{"ok":true,"users":["U5","U2"]}""" : """{"ok":true,"users":["U6"]}""");
    }

    private ScriptedSlack Slack => _test.Slack;

    [Fact]
    public async Task A_room_is_created_with_purpose_topic_and_people()
    {
        var opened = await OpenAsync();

        Assert.Equal((SlackUnderTest.Room("C9"), "inc-1-checkout"), (opened.Place, opened.Name));
        Assert.Equal([SlackUnderTest.Person("U1"), SlackUnderTest.Person("U2")], opened.Members);
        Assert.Equal(("inc-1-checkout", "false"), (Single("conversations.create")["name"], Single("conversations.create")["is_private"]));
        Assert.Equal(("C9", Purpose), (Single("conversations.setPurpose")["channel"], Single("conversations.setPurpose")["purpose"]));
        Assert.Equal("SEV2 &amp; open", Single("conversations.setTopic")["topic"]);
        Assert.Equal(("U1,U2,U5,U6", "true"), (Single("conversations.invite")["users"], Single("conversations.invite")["force"]));
    }

    [Fact]
    public async Task Into_a_private_room_no_group_is_invited()
    {
        await OpenAsync(isPrivate: true);

        Assert.Equal("true", Single("conversations.create")["is_private"]);
        Assert.Equal("U1,U2", Single("conversations.invite")["users"]);
        Assert.Empty(Slack.To("usergroups.list"));
    }

    [Theory]
    [InlineData("paid_teams_only")]
    [InlineData("missing_scope")]
    public async Task Without_user_groups_a_room_is_opened_all_the_same(string error)
    {
        Slack.On("usergroups.list", Refusal(error));
        Slack.On("usergroups.users.list", Refusal(error));

        await OpenAsync();

        Assert.Equal("U1,U2", Single("conversations.invite")["users"]);
        Assert.Contains(_test.Logged, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("oncall", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Purpose)]
    public async Task The_room_that_an_earlier_try_created_is_taken(string purpose)
    {
        Taken("inc-1-checkout");
        Mine("inc-1-checkout", "UBOT", purpose);

        Assert.Equal((SlackUnderTest.Room("C7"), "inc-1-checkout"), (await OpenAsync() is var opened ? opened.Place : null, opened.Name));

        Assert.Single(Slack.To("conversations.create"));
        Assert.Equal(purpose.Length == 0 ? 1 : 0, Slack.To("conversations.setPurpose").Count());
    }

    [Theory]
    [InlineData("U1", "")]
    [InlineData("UBOT", "The room of INC-7.")]
    public async Task A_room_that_is_not_of_this_request_keeps_its_name(string creator, string purpose)
    {
        Taken("inc-1-checkout");
        Mine("inc-1-checkout", creator, purpose);

        var opened = await OpenAsync();

        Assert.Equal((SlackUnderTest.Room("C9"), "inc-1-checkout-2"), (opened.Place, opened.Name));
    }

    [Fact]
    public async Task Names_stay_within_what_Slack_allows()
    {
        var wished = "inc-1-" + new string('a', 70) + "-bcd";
        Taken(wished, wished[..78] + "-2");
        Slack.On("users.conversations", """{"ok":true,"channels":[]}""");

        var opened = await OpenAsync(name: wished);

        Assert.Single(Slack.To("users.conversations"));
        Assert.Equal(80, wished.Length);
        Assert.Equal(wished[..78] + "-3", opened.Name);
    }

    [Fact]
    public async Task No_name_ends_in_two_dashes()
    {
        var wished = "inc-1-" + new string('a', 71) + "-bc";
        Taken(wished);
        Slack.On("users.conversations", """{"ok":true,"channels":[]}""");

        Assert.Equal("inc-1-" + new string('a', 71) + "-2", (await OpenAsync(name: wished)).Name);
    }

    [Fact]
    public async Task When_every_name_is_taken_it_is_refused()
    {
        Slack.On("conversations.create", Refusal("name_taken"));
        Slack.On("users.conversations", """{"ok":true,"channels":[]}""");

        Assert.Equal(ChatFault.Refused, (await Assert.ThrowsAnyAsync<ChatException>(() => OpenAsync())).Fault);
    }

    [Theory]
    [InlineData("restricted_action", ChatFault.Refused)]
    [InlineData("missing_scope", ChatFault.Refused)]
    [InlineData("internal_error", ChatFault.Temporary)]
    public async Task A_room_that_may_not_be_created_is_refused_at_once(string error, ChatFault fault)
    {
        Slack.On("conversations.create", Refusal(error));

        Assert.Equal(fault, (await Assert.ThrowsAnyAsync<ChatException>(() => OpenAsync())).Fault);
    }

    [Fact]
    public async Task What_is_refused_about_a_room_that_stands_does_not_take_it_away()
    {
        Slack.On("conversations.setPurpose", Refusal("too_long"));
        Slack.On("conversations.setTopic", Refusal("restricted_action"));
        Slack.On("conversations.invite", Refusal("restricted_action"));

        Assert.Equal("inc-1-checkout", (await OpenAsync()).Name);
        Assert.Equal(3, _test.Logged.Count(line => line.StartsWith("Warning", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_members_cannot_be_seen_they_are_those_who_were_invited()
    {
        Slack.On("conversations.members", Refusal("missing_scope"));

        Assert.Equal(["U1", "U2"], (await OpenAsync(isPrivate: true)).Members.Select(member => member.Id));
    }

    [Fact]
    public async Task What_fails_for_now_is_tried_again_in_the_same_room()
    {
        Slack.On("conversations.setTopic", Refusal("internal_error"), Ok);
        Assert.Equal(ChatFault.Temporary, (await Assert.ThrowsAnyAsync<ChatException>(() => OpenAsync())).Fault);

        Taken("inc-1-checkout");
        Mine("inc-1-checkout", "UBOT", Purpose);

        Assert.Equal(SlackUnderTest.Room("C7"), (await OpenAsync()).Place);
    }

    public void Dispose() => _test.Dispose();

    private SlackCall Single(string method) => Assert.Single(Slack.To(method));

    private void Taken(params string[] names) => Slack.On("conversations.create", call =>
        names.Contains(call["name"]) ? Refusal("name_taken") : $$$"""{"ok":true,"channel":{"id":"C9","name":"{{{call["name"]}}}","creator":"UBOT"}}""");

    private void Mine(string name, string creator, string purpose) => Slack.On("users.conversations",
        $$$"""{"ok":true,"channels":[{"id":"C6","name":"general"},{"id":"C7","name":"{{{name}}}","creator":"{{{creator}}}","purpose":{"value":"{{{purpose}}}"}}]}""");

    private Task<OpenedRoom> OpenAsync(bool isPrivate = false, string name = "inc-1-checkout") => _test.Chat.OpenRoomAsync(
        new("INC-1", SlackUnderTest.Room(), name, "SEV2 & open", isPrivate, new(SlackUnderTest.Person("U1"), "ana"), [SlackUnderTest.Person("U2"), SlackUnderTest.Person("UBOT")]) { Purpose = Purpose },
        SlackUnderTest.Ct);
}
