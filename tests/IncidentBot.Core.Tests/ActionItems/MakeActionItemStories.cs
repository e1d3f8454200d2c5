using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.ActionItems;

public sealed class MakeActionItemStories
{
    private static readonly Place Elsewhere = Some.Place("payments");

    private readonly Story _story = new();

    [Fact]
    public async Task In_the_room_of_an_incident_the_form_begins_with_the_message()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var message = await _story.Says("ana", "we should add\na canary");
        await _story.Chooses("ben", ActionItemButtons.FromMessage, message);
        var text = Assert.Single(_story.OpenForm!.Fields, field => field.Id == "text");
        Assert.Equal("we should add a canary", text.Initial);
        Assert.Empty(await _story.Submits("ben", ("text", text.Initial!)));
        _story.Hears("A-1 we should add a canary");
    }

    [Fact]
    public async Task Elsewhere_the_incident_is_chosen_and_who_added_it_is_told()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        var room = _story.Room;
        var message = await _story.Says("ana", "add a canary", place: Elsewhere);
        _story.Room = Elsewhere;
        await _story.Chooses("ben", ActionItemButtons.FromMessage, message);
        Assert.NotEmpty(await _story.Submits("ben", ("text", "add a canary")));
        Assert.Empty(await _story.Submits("ben", ("text", "add a canary"), ("incident", "INC-1")));
        _story.Hears("Added to INC-1; its card is in #inc-1-checkout-is-failing");
        Assert.Contains(_story.LastHeard, heard => heard.Place == room && heard.Words.Contains("A-1 add a canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_incident_it_says_what_to_do()
    {
        var message = await _story.Says("ana", "add a canary", place: Elsewhere);
        await _story.Chooses("ben", ActionItemButtons.FromMessage, message);
        Assert.Null(_story.OpenForm);
        _story.Hears("There is no incident that an action item could belong to");
    }
}
