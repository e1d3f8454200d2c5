using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class AddMessageStories
{
    private static readonly Place Elsewhere = Some.Place("payments");

    private readonly Story _story = new();

    [Fact]
    public async Task In_the_room_of_an_incident_it_marks_the_message()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var message = await _story.Says("ana", "rolled back 4711");
        await _story.Chooses("ben", TimelineCapability.AddMessage, message);
        Assert.Null(_story.OpenForm);
        _story.Hears("Marked as a highlight on the timeline of INC-1");
        Assert.True(Assert.Single(_story.Store.Entries, entry => entry.Kind is EntryKind.Message).Highlighted);
    }

    [Fact]
    public async Task Elsewhere_it_is_noted_at_its_own_time_with_its_author()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var message = await _story.Says("chidi", "the provider is down", place: Elsewhere);
        _story.Time.Advance(TimeSpan.FromMinutes(5));

        await _story.Chooses("ben", TimelineCapability.AddMessage, message);
        Assert.Empty(await _story.Submits("ben", ("incident", "INC-1")));

        _story.Hears("Noted on the timeline of INC-1");
        var note = Assert.Single(_story.Store.Entries, entry => entry.Kind is EntryKind.Note);
        Assert.Equal(("the provider is down (added by ben)", Some.Chidi, Some.Time, message), (note.Text, note.By, note.At, note.Message));
    }

    [Fact]
    public async Task A_message_is_noted_once()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var message = await _story.Says("chidi", "the provider is down", place: Elsewhere);
        foreach (var _ in new[] { 1, 2 })
        {
            await _story.Chooses("ben", TimelineCapability.AddMessage, message);
            await _story.Submits("ben", ("incident", "INC-1"));
        }
        _story.Hears("on the timeline of INC-1 already");
        Assert.Single(_story.Store.Entries, entry => entry.Kind is EntryKind.Note);
    }

    [Fact]
    public async Task Without_an_open_incident_it_says_so()
    {
        var message = await _story.Says("chidi", "the provider is down", place: Elsewhere);
        await _story.Chooses("ben", TimelineCapability.AddMessage, message);
        Assert.Null(_story.OpenForm);
        _story.Hears("No incident is open");
    }

    [Fact]
    public async Task A_private_incident_is_offered_to_those_who_see_it()
    {
        await _story.Says("ana", "/incident start private card data in a log");
        var message = await _story.Says("chidi", "the provider is down", place: Elsewhere);
        await _story.Chooses("ben", TimelineCapability.AddMessage, message);
        _story.Hears("No incident is open");
        await _story.Chooses("ana", TimelineCapability.AddMessage, message);
        Assert.NotNull(_story.OpenForm);
    }

    [Fact]
    public async Task What_was_said_in_a_channel_before_it_became_the_room_is_noted()
    {
        var message = await _story.Says("chidi", "the provider is down");
        _story.Time.Advance(TimeSpan.FromMinutes(1));
        await _story.Says("ana", "/incident start here checkout is failing");
        await _story.Chooses("ben", TimelineCapability.AddMessage, message);
        _story.Hears("Noted on the timeline of INC-1");
        Assert.Equal(Some.Time, Assert.Single(_story.Store.Entries, entry => entry.Kind is EntryKind.Note).At);
    }

    [Fact]
    public async Task What_was_chosen_fits_into_a_form()
    {
        var text = string.Concat(Enumerable.Repeat("„Störung“ \"quoted\"\n👩‍👩‍👧 ", 300));
        var context = ChosenMessage.Of(new(Some.Time, Some.Ana, Elsewhere, Some.Message("m1"), TimelineCapability.AddMessage, text, Some.Ben, Some.Time)).ToContext();
        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(context).Length, 500, 2500);
        Assert.StartsWith("„Störung“ \"quoted\"", ChosenMessage.Read(context)!.Text, StringComparison.Ordinal);
        Assert.Null(ChosenMessage.Read("INC-1"));
    }
}
