using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat;
using Xunit;

namespace IncidentBot.Tests.WebChat;

public sealed class MessageWindowTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Messages_stand_in_order_whatever_the_order_of_arrival()
    {
        var window = new MessageWindow("general");
        foreach (var number in (int[])[1, 3, 2]) Assert.True(window.Take(Message(number)));
        Assert.Equal(["1", "2", "3"], window.Messages.Select(message => message.Text));
    }

    [Fact]
    public void What_arrives_while_a_page_is_read_is_kept()
    {
        var window = new MessageWindow("general");
        window.Take(Message(2) with { Text = "changed" });
        window.Take(Message(3));
        window.Show([Message(1), Message(2)], hasOlder: false);
        Assert.Equal(["1", "changed", "3"], window.Messages.Select(message => message.Text));
    }

    [Fact]
    public void A_change_takes_the_place_of_what_stood()
    {
        var window = new MessageWindow("general");
        window.Show([Message(1), Message(2)], hasOlder: false);
        window.Take(Message(1) with { Text = "changed" });
        Assert.Equal(["changed", "2"], window.Messages.Select(message => message.Text));
    }

    [Fact]
    public void Replies_belong_to_their_thread_and_heads_to_both()
    {
        var (channel, thread) = (new MessageWindow("general"), new MessageWindow("general", Id(1)));
        thread.Show([Message(1)], hasOlder: false);
        Assert.False(channel.Take(Message(2) with { Thread = Id(1) }));
        Assert.True(thread.Take(Message(2) with { Thread = Id(1) }));
        Assert.True(thread.Take(Message(1) with { Text = "changed" }));
        Assert.False(thread.Take(Message(3)));
        Assert.False(channel.Take(Message(3) with { Channel = "random" }));
    }

    [Fact]
    public void A_long_channel_is_shown_in_part_and_newer_ones_wait_until_one_goes_there()
    {
        var window = new MessageWindow("general");
        window.Show([Message(5000)], hasOlder: true);
        for (var last = 4999; last > 4000; last -= MessageWindow.Page)
            window.ShowOlder([.. Enumerable.Range(last - MessageWindow.Page + 1, MessageWindow.Page).Select(Message)], hasOlder: true);
        Assert.Equal(MessageWindow.Most, window.Messages.Count);
        Assert.False(window.AtNewest);
        Assert.False(window.Take(Message(5001)));
    }

    [Fact]
    public void A_busy_channel_drops_its_oldest_and_says_that_there_are_older_ones()
    {
        var window = new MessageWindow("general");
        foreach (var number in Enumerable.Range(1, 5000)) window.Take(Message(number));
        Assert.True(window.Messages.Count <= MessageWindow.Most);
        Assert.True(window.HasOlder);
        Assert.Equal("5000", window.Messages[^1].Text);
        Assert.False(window.Take(Message(1)));
    }

    private static string Id(int number) => WebMessage.NewId(At, number);

    private static WebMessage Message(int number) => new() { Channel = "general", Id = Id(number), Author = "ana", PostedAt = At, Text = $"{number}" };
}
