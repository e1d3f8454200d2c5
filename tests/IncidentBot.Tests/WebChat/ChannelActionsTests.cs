using IncidentBot.Core.Chat;
using IncidentBot.WebChat;
using Xunit;
using static IncidentBot.Tests.WebChat.WebChatUnderTest;

namespace IncidentBot.Tests.WebChat;

public sealed class ChannelActionsTests
{
    [Fact]
    public async Task A_deleted_channel_is_told_and_its_name_is_free_again()
    {
        await using var chat = await OpenAsync();
        await chat.Channels.DeleteAsync(chat["ana"], "random", Ct);
        Assert.Equal(Workspace.PlaceOf("random"), Assert.IsType<RoomGone>(Assert.Single(await chat.ToHearAsync())).Place);
        var again = await chat.Channels.CreateAsync(chat["ana"], "random", "", isPrivate: false, [], key: null, Ct);
        Assert.Equal(("random", "random-2"), (again.Name, again.Id));
    }

    [Fact]
    public async Task Who_is_added_came_and_is_told_of_once()
    {
        await using var chat = await OpenAsync();
        var channel = await chat.Channels.CreateAsync(chat["ana"], "payments", "", isPrivate: true, [], key: null, Ct);
        await chat.Channels.InviteAsync(chat["ana"], channel.Id, chat["ben"], Ct);
        await chat.Channels.InviteAsync(chat["ana"], channel.Id, chat["ben"], Ct);
        Assert.Equal("Ben", Assert.IsType<PersonCame>(Assert.Single(await chat.ToHearAsync())).By.Name);
    }

    [Theory]
    [InlineData("#Payments & Refunds", "payments-refunds")]
    [InlineData("  Größe 7 ", "größe-7")]
    [InlineData("../../etc", "etc")]
    [InlineData("<script>", "script")]
    [InlineData("🔥🔥", "channel")]
    public void A_name_is_made_of_what_was_wished(string wish, string name) => Assert.Equal(name, ChannelName.Free(wish, _ => false));

    [Fact]
    public async Task The_workspace_is_the_same_after_a_restart()
    {
        var before = await OpenAsync();
        await before.Channels.CreateAsync(before["ana"], "payments", "Money", isPrivate: false, [], key: "room:1", Ct);
        await using var after = await before.ReopenAsync();
        Assert.Equal("Money", after.Workspace.Channel("payments")!.Topic);
        Assert.Equal("payments", (await after.Channels.CreateAsync(after["ana"], "payments", "", isPrivate: false, [], key: "room:1", Ct)).Id);
        Assert.Equal(5, after.Workspace.People.Count());
    }
}
