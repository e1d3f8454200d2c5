using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class CurateMessageStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task The_form_begins_with_how_the_message_is_shown()
    {
        await Opened(await Said("rolled back"));
        Assert.Equal(["yes", "no", "2026-11-22 14:00", "own", null], _story.OpenForm!.Fields.Select(field => field.Initial));
    }

    [Fact]
    public async Task Left_as_it_is_it_changes_nothing()
    {
        var message = await Said("rolled back");
        var before = Entry(message);
        await Opened(message);
        Assert.Empty(await _story.Submits("ana", [.. _story.OpenForm!.Fields.Select(field => (field.Id, field.Initial ?? ""))]));
        _story.Hears("Nothing was changed.");
        Assert.Equal(before.Version, Entry(message).Version);
    }

    [Fact]
    public async Task All_of_it_is_curated_at_once()
    {
        var (head, message) = (await Said("rolling back"), await Said("rolled back"));
        await Opened(message);
        var into = Assert.IsType<ChoiceField>(_story.OpenForm!.Fields.Single(field => field.Id == "into")).Options.Single(option => option.Label.Contains("rolling back", StringComparison.Ordinal)).Value;
        Assert.Empty(await _story.Submits("ana", ("shown", "no"), ("highlight", "yes"), ("at", "13:50"), ("into", into), ("why", "said twice")));
        var curated = Entry(message);
        Assert.Equal(("said twice", Some.Time.AddMinutes(-10), Entry(head).Id, true), (curated.Hidden!.Why, curated.ShownAt, curated.Merged!.Into, curated.Highlighted));
        await Opened(message);
        Assert.Equal(["no", "yes", "2026-11-22 13:50", into, null], _story.OpenForm!.Fields.Select(field => field.Initial));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_is_told_in_the_form()
    {
        await Opened(await Said("rolled back"));
        Assert.Equal(["at"], (await _story.Submits("ana", ("at", "whenever"))).Keys);
    }

    [Fact]
    public async Task A_message_that_is_on_no_timeline_is_answered_with_how_to_add_it()
    {
        var message = await _story.Says("ana", "good morning");
        await _story.Chooses("ben", TimelineCapability.Curate, message);
        Assert.Null(_story.OpenForm);
        _story.Hears("Add to timeline");
    }

    [Fact]
    public async Task The_message_of_an_earlier_incident_of_the_room_is_curated_on_its_own_timeline()
    {
        var message = await Said("rolled back");
        await _story.Says("ana", "/incident resolve");
        _story.Time.Advance(TimeSpan.FromHours(1));
        await _story.Says("ana", "/incident start here search is slow");
        await Opened(message);
        Assert.Empty(await _story.Submits("ben", ("shown", "no")));
        _story.Hears("The timeline of INC-1 shows it that way");
        Assert.NotNull(Entry(message).Hidden);
    }

    private Task Opened(MessageRef message) => _story.Chooses("ana", TimelineCapability.Curate, message);

    private async Task<MessageRef> Said(string text)
    {
        if (!_story.Store.Entries.Any()) await _story.Says("ana", "/incident start here checkout is failing");
        return await _story.Says("ana", text);
    }

    private TimelineEntry Entry(MessageRef message) => _story.Store.Entries.Single(entry => entry.Message == message);
}
