using IncidentBot.Core.Chat;
using IncidentBot.Core.Histories;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Histories;

public sealed class MissedEventsTests
{
    private static readonly DateTimeOffset End = Some.Time.AddHours(1);

    [Fact]
    public void What_stands_as_it_is_known_was_not_missed() => Assert.Empty(Missed([Standing("m1")], Known("m1")));

    [Fact]
    public void A_message_that_is_not_known_was_missed()
    {
        var posted = Assert.IsType<MessagePosted>(Assert.Single(Missed([Standing("m1")])));
        Assert.True(posted.FromHistory);
    }

    [Fact]
    public void A_message_of_which_only_an_edit_was_heard_was_missed() =>
        Assert.IsType<MessagePosted>(Assert.Single(Missed([Standing("m1", editedAt: Some.Time.AddMinutes(1))], Known("m1", editedAt: Some.Time.AddMinutes(1)) with { Arrived = false })));

    [Fact]
    public void A_text_that_differs_without_an_edit_was_only_rendered_otherwise() => Assert.Empty(Missed([Standing("m1", "hi @Robert")], Known("m1", "hi @Bob")));

    [Fact]
    public void An_edit_that_was_heard_is_not_missed() => Assert.Empty(Missed([Standing("m1", "other", editedAt: Some.Time)], Known("m1", editedAt: Some.Time)));

    [Fact]
    public void What_no_longer_stands_was_deleted()
    {
        var deleted = Assert.IsType<MessageDeleted>(Assert.Single(Missed([], Known("m1"))));
        Assert.Equal((End, Some.Time), (deleted.At, deleted.PostedAt));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60)]
    [InlineData(61)]
    public void Nothing_is_deleted_outside_of_what_was_read(int minute) => Assert.Empty(Missed([], Known("m1") with { At = Some.Time.AddMinutes(minute) }));

    [Fact]
    public void A_reply_in_a_thread_that_may_be_older_than_the_reading_is_not_deleted() => Assert.Empty(Missed([], Known("m1") with { Thread = "old" }));

    [Fact]
    public void A_reply_in_a_thread_that_was_read_is_deleted() => Assert.Single(Missed([Standing("head")], Known("head"), Known("m1") with { Thread = "head" }));

    [Fact]
    public void A_reply_is_not_deleted_with_the_first_message_of_its_thread()
    {
        var window = Window([]) with { Whole = true };
        var missed = MissedEvents.Of(window, AsKnown(Known("head"), Known("m1") with { Thread = "head" }));
        Assert.Equal("head", Assert.IsType<MessageDeleted>(Assert.Single(missed)).Message.Id);
    }

    [Fact]
    public void The_order_of_the_history_does_not_matter()
    {
        StandingMessage[] standing = [Standing("m2", minute: 2), Standing("m1", minute: 1), Standing("m3", editedAt: End, minute: 3)];
        Assert.Equal(Missed(standing).Select(Told), Missed([.. standing.Reverse()]).Select(Told));
    }

    private static string Told(ChatEvent said) => $"{said.GetType().Name} {said.At}";

    private static IReadOnlyList<ChatEvent> Missed(IReadOnlyList<StandingMessage> standing, params KnownMessage[] known) => MissedEvents.Of(Window(standing), AsKnown(known));

    private static HistoryWindow Window(IReadOnlyList<StandingMessage> standing) => new(Some.Room, Some.Time, End, End, standing)
    {
        Seen = standing.Select(message => message.Posted.Message).ToHashSet(),
        Threads = standing.Select(message => message.Posted.Message.Id).ToHashSet(),
    };

    private static Dictionary<MessageRef, KnownMessage> AsKnown(params KnownMessage[] known) => known.ToDictionary(message => message.Message);

    private static StandingMessage Standing(string id, string text = "text", DateTimeOffset? editedAt = null, int minute = 0) => new(Some.Posted(text, id, at: Some.Time.AddMinutes(minute)), editedAt);

    private static KnownMessage Known(string id, string text = "text", DateTimeOffset? editedAt = null) => new(Some.IncidentId, Some.Message(id), null, Some.Time, Some.Ana, text, editedAt);
}
