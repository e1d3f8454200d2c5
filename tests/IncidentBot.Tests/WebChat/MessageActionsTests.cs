using IncidentBot.Core.Chat;
using IncidentBot.WebChat;
using Xunit;
using static IncidentBot.Tests.WebChat.WebChatUnderTest;

namespace IncidentBot.Tests.WebChat;

public sealed class MessageActionsTests
{
    [Fact]
    public async Task The_bot_hears_what_is_said_with_who_is_meant()
    {
        await using var chat = await OpenAsync();
        var message = await chat.SaysAsync("ana", "incidents", "Can you look, @ben? ana@example.com says so, @nobody too");
        var heard = Assert.IsType<MessagePosted>(Assert.Single(await chat.ToHearAsync()));
        Assert.Equal("Can you look, @Ben? ana@example.com says so, @nobody too", heard.Text);
        Assert.Equal(["Ben"], heard.Mentions.Select(person => person.Name));
        Assert.Equal(Workspace.RefOf(message), heard.Message);
        Assert.Equal("Europe/Lisbon", heard.By.TimeZone);
    }

    [Fact]
    public async Task A_reply_is_heard_in_its_thread()
    {
        await using var chat = await OpenAsync();
        var head = await chat.SaysAsync("ana", "incidents", "It is down");
        await chat.SaysAsync("ben", "incidents", "Looking", head);
        Assert.Equal(Workspace.PlaceOf("incidents", head.Id), (await chat.ToHearAsync())[1].Place);
    }

    [Fact]
    public async Task What_two_people_say_to_each_other_is_not_the_bots_business()
    {
        await using var chat = await OpenAsync();
        var direct = await chat.Channels.DirectAsync("ana", "ben", Ct);
        await chat.SaysAsync("ana", direct.Id, "Lunch?");
        Assert.Empty(await chat.ToHearAsync());
    }

    [Fact]
    public async Task An_edit_and_a_deletion_are_heard_with_the_time_of_the_message()
    {
        await using var chat = await OpenAsync();
        var message = await chat.SaysAsync("ana", "incidents", "Teh database");
        chat.Time.Advance(TimeSpan.FromMinutes(2));
        await chat.Messages.EditAsync(chat["ana"], Workspace.RefOf(message), "The database", Ct);
        await chat.Messages.DeleteAsync(chat["ana"], Workspace.RefOf(message), Ct);
        var heard = await chat.ToHearAsync();
        Assert.Equal(("The database", message.PostedAt), (Assert.IsType<MessageEdited>(heard[1]).Text, ((MessageEdited)heard[1]).PostedAt));
        Assert.Equal(message.PostedAt, Assert.IsType<MessageDeleted>(heard[2]).PostedAt);
        Assert.Equal("", (await chat.Store.FindAsync("incidents", message.Id, Ct))!.Text);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_not_told()
    {
        await using var chat = await OpenAsync();
        var message = await chat.SaysAsync("ana", "incidents", "The database");
        await chat.Messages.EditAsync(chat["ana"], Workspace.RefOf(message), "The database", Ct);
        Assert.Single(await chat.ToHearAsync());
    }

    [Fact]
    public async Task Only_the_author_changes_a_message()
    {
        await using var chat = await OpenAsync();
        var message = await chat.SaysAsync("ana", "incidents", "The database");
        await Assert.ThrowsAsync<ChatException>(() => chat.Messages.EditAsync(chat["ben"], Workspace.RefOf(message), "Mine", Ct));
        await Assert.ThrowsAsync<ChatException>(() => chat.Messages.DeleteAsync(chat["ben"], Workspace.RefOf(message), Ct));
    }

    [Fact]
    public async Task A_pushpin_and_a_pin_are_highlights_and_other_reactions_are_not()
    {
        await using var chat = await OpenAsync();
        var message = Workspace.RefOf(await chat.SaysAsync("ana", "incidents", "It is down"));
        await chat.Messages.ReactAsync(chat["ben"], message, "👍", on: true, Ct);
        await chat.Messages.ReactAsync(chat["ben"], message, "📌", on: true, Ct);
        await chat.Messages.ReactAsync(chat["ben"], message, "📌", on: true, Ct);
        await chat.Messages.PinAsync(chat["ben"], message, on: true, Ct);
        await chat.Messages.PinAsync(chat["ben"], message, on: false, Ct);
        Assert.Equal([("reaction", true), ("pin", true), ("pin", false)], (await chat.ToHearAsync()).OfType<HighlightSet>().Select(highlight => (highlight.How, highlight.On)));
    }

    [Fact]
    public async Task A_file_is_heard_as_a_link()
    {
        await using var chat = await OpenAsync();
        await chat.Messages.PostAsync(chat["ana"], Workspace.PlaceOf("incidents"), "", [PostedFile.Of("trace 1.log", [0xff, 0x00])], Ct);
        var file = Assert.Single(Assert.IsType<MessagePosted>(Assert.Single(await chat.ToHearAsync())).Files);
        Assert.Equal("trace 1.log", file.Name);
        Assert.StartsWith("/chat/files/", file.Url, StringComparison.Ordinal);
        var stored = Assert.Single(Assert.Single(await chat.InAsync("incidents")).Files);
        Assert.Equal([0xff, 0x00], FileContent.Bytes((await chat.Store.ContentAsync(stored.Content, Ct))!));
    }

    [Fact]
    public async Task Who_is_not_in_a_channel_joins_before_speaking()
    {
        await using var chat = await OpenAsync();
        await chat.Channels.LeaveAsync(chat["ana"], "incidents", Ct);
        await Assert.ThrowsAsync<ChatException>(() => chat.SaysAsync("ana", "incidents", "Hello?"));
        await chat.Channels.JoinAsync(chat["ana"], "incidents", Ct);
        await chat.SaysAsync("ana", "incidents", "Hello!");
        Assert.Equal([typeof(PersonLeft), typeof(PersonCame), typeof(MessagePosted)], (await chat.ToHearAsync()).Select(said => said.GetType()));
    }

    [Fact]
    public async Task Replies_at_the_same_time_are_all_counted()
    {
        await using var chat = await OpenAsync();
        var head = await chat.SaysAsync("ana", "incidents", "It is down");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => chat.SaysAsync("ben", "incidents", $"{number}", head)));
        Assert.Equal(20, (await chat.Store.FindAsync("incidents", head.Id, Ct))!.Replies!.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task An_empty_text_is_refused(string text)
    {
        await using var chat = await OpenAsync();
        await Assert.ThrowsAsync<ChatException>(() => chat.SaysAsync("ana", "incidents", text));
        var message = await chat.SaysAsync("ana", "incidents", "It is down");
        await Assert.ThrowsAsync<ChatException>(() => chat.Messages.EditAsync(chat["ana"], Workspace.RefOf(message), text, Ct));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused()
    {
        await using var chat = await OpenAsync();
        var refused = await Assert.ThrowsAsync<ChatException>(() => chat.SaysAsync("ana", "incidents", new('x', MessageActions.LongestText + 1)));
        Assert.Contains("Post it as a file", refused.Message, StringComparison.Ordinal);
    }
}
