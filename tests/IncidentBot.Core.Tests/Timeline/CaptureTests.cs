using CsCheck;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class CaptureTests
{
    private static readonly MessageRef Message = Some.Message("m1");

    private static readonly MessagePosted Posted = Some.Posted("seeing 500s") with { Files = [new("graph.png", "https://files.example/graph.png")] };

    private static readonly MessageEdited FirstEdit = new(After(10), Some.Ana, Some.Room, Message, "seeing 502s", Some.Time);

    private static readonly MessageEdited SecondEdit = new(After(20), Some.Ana, Some.Room, Message, "seeing 502s since the deploy", Some.Time);

    private static readonly MessageDeleted Deleted = new(After(60), Some.Ana, Some.Room, Message, Some.Time);

    private static readonly MessageEdited Restored = new(After(70), Some.Ana, Some.Room, Message, "seeing 500s", Some.Time) { Restores = true };

    [Fact]
    public void A_message_becomes_an_entry_with_its_files_and_its_thread()
    {
        var entry = Captured([Posted with { Place = Some.Room with { Thread = "m0" } }]);
        Assert.Equal(("seeing 500s", "m0", Some.Ana, Some.Time), (entry.Text, entry.Thread, entry.By, entry.At));
        Assert.Equal(Posted.Files, entry.Files);
    }

    [Fact]
    public void What_is_said_in_a_room_that_is_itself_a_thread_stands_at_the_top_level()
    {
        var room = Some.Room with { Thread = "m0" };
        var entry = Captured([Posted with { Place = room }], Some.Incident() with { Room = room });
        Assert.Null(entry.Thread);
    }

    [Fact]
    public void A_message_that_is_heard_again_is_not_recorded_again() =>
        Assert.Empty(CaptureMessage.Decide(Posted with { FromHistory = true }, Some.Situation(Some.Incident()) with { Entry = Captured([Posted]) }).Record);

    [Fact]
    public void Capturing_says_nothing_and_saves_nothing()
    {
        var decision = CaptureMessage.Decide(Posted, Some.Situation(Some.Incident()));
        Assert.Single(decision.Record);
        Assert.Equal(0, decision.Say.Count + decision.Save.Count + decision.Once.Count);
    }

    [Fact]
    public void A_message_in_a_room_without_an_incident_is_nobodys_business() =>
        Assert.Same(Decision.Nothing, CaptureMessage.Decide(Posted, Some.Situation()));

    [Fact]
    public void A_message_that_was_deleted_and_brought_back_has_its_text_again()
    {
        var entry = Captured([Posted, Deleted, Restored]);
        Assert.Equal(("seeing 500s", null), (entry.Text, entry.DeletedAt));
    }

    [Fact]
    public void Whatever_the_order_in_which_they_arrive_the_later_of_deleting_and_bringing_back_counts()
    {
        ChatEvent[] said = [Posted, FirstEdit, Deleted, Restored];
        var expected = Captured(said);
        Gen.Shuffle(said).Sample(order =>
        {
            var entry = Captured(order);
            Assert.Equal((expected.Text, null, expected.RestoredAt), (entry.Text, entry.DeletedAt, entry.RestoredAt));
            Assert.Equal(expected.Revisions, entry.Revisions);
        });
    }

    [Fact]
    public void A_message_that_is_deleted_again_is_deleted() =>
        Assert.Equal(("", After(90)), (Captured([Posted, Deleted, Restored, Deleted with { At = After(90) }]).Text, Captured([Posted, Deleted, Restored, Deleted with { At = After(90) }]).DeletedAt!.Value));

    [Fact]
    public void An_edit_keeps_the_earlier_text_as_a_revision()
    {
        var entry = Captured([Posted, FirstEdit]);
        Assert.Equal("seeing 502s", entry.Text);
        Assert.Equal([new("seeing 500s", FirstEdit.At)], entry.Revisions);
    }

    [Fact]
    public void A_deletion_leaves_the_fact_without_text_revisions_and_files()
    {
        var entry = Captured([Posted, FirstEdit, Deleted]);
        Assert.Equal(("", Deleted.At), (entry.Text, entry.DeletedAt));
        Assert.Empty(entry.Files);
        Assert.Equal([new("", FirstEdit.At)], entry.Revisions);
    }

    [Fact]
    public void What_is_said_after_the_resolution_is_marked()
    {
        var resolved = Some.Incident(IncidentStatus.Resolved).With(new Milestone(MilestoneKind.Resolved, After(30), Some.Ana, "/incident resolve"));
        Assert.True(Captured([Some.Posted("writing it up", at: After(31))], resolved).AfterResolution);
        Assert.False(Captured([Some.Posted("late arrival", at: After(29))], resolved).AfterResolution);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_edit_that_is_told_twice_with_different_times_is_one(bool laterFirst)
    {
        ChatEvent[] told = [FirstEdit, FirstEdit with { At = FirstEdit.At.AddMilliseconds(7) }];
        var entry = Captured([Posted, .. laterFirst ? told.Reverse() : told]);

        Assert.Equal(FirstEdit.Text, entry.Text);
        Assert.Equal([new(Posted.Text, FirstEdit.At)], entry.Revisions);
    }

    [Fact]
    public void Of_an_edited_message_that_only_history_tells_the_first_text_stays_unknown()
    {
        var entry = Captured([SecondEdit, Posted with { FromHistory = true, Text = SecondEdit.Text }]);
        Assert.Equal(SecondEdit.Text, entry.Text);
        Assert.Equal([new("", SecondEdit.At)], entry.Revisions);
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_entry()
    {
        HighlightSet[] highlights =
        [
            new(After(5), Some.Ben, Some.Room, Message, "reaction", true),
            new(After(15), Some.Ben, Some.Room, Message, "reaction", false),
            new(After(25), Some.Ana, Some.Room, Message, "reaction", true),
            new(After(6), Some.Ben, Some.Room, Message, "pin", true),
            new(After(16), Some.Chidi, Some.Room, Message, "pin", false),
        ];
        ChatEvent[] later = [FirstEdit, SecondEdit, Deleted, .. highlights];
        Gen.Shuffle(later).Select(Gen.Int[0, later.Length], Gen.Int[0, later.Length]).Sample((shuffled, count, place) =>
        {
            var happened = shuffled[..count].ToList();
            var inOrder = Captured([Posted, .. happened.OrderBy(said => said.At)]);
            happened.Insert(Math.Min(place, count), Posted);
            var asItCame = Captured([.. happened]);
            Assert.Equal(BotJson.Write(inOrder), BotJson.Write(asItCame));
        });
    }

    [Fact]
    public void A_highlight_that_was_taken_away_before_it_arrived_does_not_stand()
    {
        var entry = Captured([Posted, new HighlightSet(After(15), Some.Ben, Some.Room, Message, "reaction", false), new HighlightSet(After(5), Some.Ben, Some.Room, Message, "reaction", true)]);
        Assert.False(entry.Highlighted);
    }

    [Fact]
    public void A_message_stays_highlighted_while_one_person_still_marks_it()
    {
        var entry = Captured([Posted,
            new HighlightSet(After(5), Some.Ben, Some.Room, Message, "reaction", true),
            new HighlightSet(After(6), Some.Ana, Some.Room, Message, "reaction", true),
            new HighlightSet(After(7), Some.Ben, Some.Room, Message, "reaction", false)]);
        Assert.True(entry.Highlighted);
    }

    [Fact]
    public void Anybody_may_take_a_pin_away()
    {
        var entry = Captured([Posted, new HighlightSet(After(5), Some.Ben, Some.Room, Message, "pin", true), new HighlightSet(After(6), Some.Ana, Some.Room, Message, "pin", false)]);
        Assert.False(entry.Highlighted);
    }

    [Fact]
    public void A_highlight_of_a_message_that_never_came_tells_nothing() =>
        Assert.False(Captured([new HighlightSet(After(5), Some.Ben, Some.Room, Message, "pin", true)]).Telling);

    private static DateTimeOffset After(int minutes) => Some.Time.AddMinutes(minutes);

    private static TimelineEntry Captured(IReadOnlyList<ChatEvent> said, Incident? incident = null)
    {
        var now = Some.Situation(incident ?? Some.Incident());
        foreach (var one in said)
        {
            var decision = Routing.Decide(one, now);
            if (decision.Record is [var recorded]) now = now with { Entry = recorded };
        }
        return now.Entry ?? throw new InvalidOperationException("Nothing was recorded.");
    }
}
