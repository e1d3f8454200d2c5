using System.Globalization;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;
using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class WebChatStoreContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task A_change_is_saved_whole_and_is_there_after_a_restart()
    {
        await SaveAsync(new()
        {
            People = [new("ana", "Ana", "Europe/Lisbon")],
            Channels = [Channel("general")],
            Messages = [Message(1) with { Card = Card.Of("hello"), Key = "out:1" }],
            Contents = new Dictionary<string, string> { ["f1"] = "# Draft \0" },
            Deliveries = [Sample.Delivery("web:1")],
        });

        await RestartAsync();

        Assert.Equal([new("ana", "Ana", "Europe/Lisbon")], await WebChat.PeopleAsync(Ct));
        Assert.Equal(["general"], (await WebChat.ChannelsAsync(Ct)).Select(channel => channel.Name));
        Assert.Equal("hello", (await WebChat.FindAsync("general", Id(1), Ct))?.Card?.Fallback);
        Assert.Equal(Id(1), (await WebChat.FindByKeyAsync("out:1", Ct))?.Id);
        Assert.Equal("# Draft \0", await WebChat.ContentAsync("f1", Ct));
        Assert.Equal(["web:1"], (await WebChat.NotHandedOverAsync(Ct)).Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await WebChat.FindAsync("general", "1", Ct));
        Assert.Null(await WebChat.FindByKeyAsync("out:1", Ct));
        Assert.Null(await WebChat.ContentAsync("f1", Ct));
        Assert.Empty(await WebChat.PageAsync("general", null, 10, Ct));
    }

    [Fact]
    public async Task Saving_a_message_again_replaces_it()
    {
        await SaveAsync(new() { Messages = [Message(1) with { Text = "old", Key = "k" }] });
        await SaveAsync(new() { Messages = [Message(1) with { Text = "new" }] });

        Assert.Equal("new", Assert.Single(await WebChat.PageAsync("general", null, 10, Ct)).Text);
        Assert.Null(await WebChat.FindByKeyAsync("k", Ct));
    }

    [Fact]
    public async Task A_page_holds_the_last_top_level_messages_before_one()
    {
        await SaveAsync(new() { Messages = [.. Enumerable.Range(1, 10).Select(number => Message(number)), Message(11, thread: Id(10)), Message(12, channel: "general2")] });

        Assert.Equal([8, 9, 10], Numbers(await WebChat.PageAsync("general", null, 3, Ct)));
        Assert.Equal([5, 6, 7], Numbers(await WebChat.PageAsync("general", Id(8), 3, Ct)));
        Assert.Equal([1], Numbers(await WebChat.PageAsync("general", Id(2), 3, Ct)));
        Assert.Empty(await WebChat.PageAsync("general", Id(1), 3, Ct));
    }

    [Fact]
    public async Task A_threads_replies_are_read_oldest_first()
    {
        await SaveAsync(new() { Messages = [Message(1), Message(4, thread: Id(1)), Message(2, thread: Id(1)), Message(3, thread: Id(9))] });
        Assert.Equal([2, 4], Numbers(await WebChat.RepliesAsync("general", Id(1), Ct)));
    }

    [Fact]
    public async Task History_holds_all_messages_after_one_replies_included()
    {
        await SaveAsync(new() { Messages = [.. Enumerable.Range(1, 5).Select(number => Message(number)), Message(6, thread: Id(1)), Message(7, channel: "other")] });

        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(await WebChat.AfterAsync("general", null, 100, Ct)));
        Assert.Equal([3, 4], Numbers(await WebChat.AfterAsync("general", Id(2), 2, Ct)));
        Assert.Empty(await WebChat.AfterAsync("general", Id(6), 2, Ct));
    }

    [Fact]
    public async Task Deliveries_are_handed_over_in_order_and_once()
    {
        await SaveAsync(new() { Deliveries = [Sample.Delivery("z"), Sample.Delivery("a")] });
        await RestartAsync();
        await SaveAsync(new() { Deliveries = [Sample.Delivery("b", body: new string('x', 2_000_000))] });

        Assert.Equal(["z", "a", "b"], (await WebChat.NotHandedOverAsync(Ct)).Select(delivery => delivery.Id));
        await WebChat.HandedOverAsync("a", Ct);
        await WebChat.HandedOverAsync("b", Ct);
        await WebChat.HandedOverAsync("never saved", Ct);
        Assert.Equal(["z"], (await WebChat.NotHandedOverAsync(Ct)).Select(delivery => delivery.Id));
    }

    private Task SaveAsync(WebChange change) => WebChat.SaveAsync(change, Ct);

    private static string Id(int number) => WebMessage.NewId(Sample.Time, number);

    private static WebMessage Message(int number, string channel = "general", string? thread = null) =>
        new() { Channel = channel, Id = Id(number), Thread = thread, Author = "ana", PostedAt = Sample.Time, Text = number.ToString(CultureInfo.InvariantCulture) };

    private static WebChannel Channel(string name) => new() { Id = name, Name = name, CreatedAt = Sample.Time };

    private static IEnumerable<int> Numbers(IEnumerable<WebMessage> messages) => messages.Select(message => int.Parse(message.Text, CultureInfo.InvariantCulture));
}
