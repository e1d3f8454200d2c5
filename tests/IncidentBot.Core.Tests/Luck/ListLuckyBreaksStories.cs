using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Luck;

public sealed class ListLuckyBreaksStories
{
    private readonly Story _story = new();

    private static Incident Incident(int number, bool isPrivate = false) => Some.Incident(IncidentStatus.Resolved) with
    {
        Id = new(Some.Workspace, number),
        Room = Some.Place($"inc-{number}"),
        DeclaredBy = Some.Chidi,
        Members = [Some.Ben.Ref],
        Private = isPrivate,
        Version = 0,
    };

    [Fact]
    public async Task They_are_listed_newest_first_with_what_became_of_each()
    {
        await _story.Has(
            Incident(1),
            Incident(2),
            SomeLuck.Break(1) with { Safeguard = new(Some.Workspace, 7) },
            Some.ActionItem(7) with { Version = 0 },
            SomeLuck.Break(2, incident: 2, "It was Sunday"),
            SomeLuck.Accepted(3, new(2027, 2, 20)));
        await _story.Says("ana", "/incident lucky all");
        Assert.Equal("""
            Lucky breaks (3)
            • L-3 The backup had just finished — risk accepted by ana until 2027-02-20: the old disks go in March · INC-1
            • L-2 It was Sunday — still to be decided · INC-2
            • L-1 The backup had just finished — safeguard A-7, open · INC-1
            /incident lucky L-3 shows one, with what can be decided.
            """, Assert.Single(_story.LastHeard).Words);
    }

    [Fact]
    public async Task Only_what_still_waits_for_something_is_listed_unless_all_are_asked_for()
    {
        await _story.Has(
            Incident(1),
            SomeLuck.Break(1) with { Safeguard = new(Some.Workspace, 7) },
            Some.ActionItem(7) with { Version = 0, Status = ActionItemStatus.Done },
            SomeLuck.Accepted(2, new(2026, 11, 22)),
            SomeLuck.Accepted(3, new(2026, 11, 23)),
            SomeLuck.Break(4));
        await _story.Says("ana", "/incident lucky");
        _story.Hears("L-4");
        _story.Hears("L-2");
        _story.Hears("due for a look");
        _story.HearsNot("L-1");
        _story.HearsNot("L-3");
    }

    [Fact]
    public async Task In_an_incidents_room_its_own_come_first()
    {
        await _story.Has(Incident(1), Incident(2), SomeLuck.Break(1), SomeLuck.Break(2, incident: 2));
        await _story.Says("ana", "/incident lucky", place: Some.Place("inc-1"));
        Assert.Equal(["Lucky breaks with something to do in INC-1 (1)", "Lucky breaks with something to do elsewhere (1)"], _story.LastHeard.Select(heard => heard.Words.Split('\n')[0]));
    }

    [Fact]
    public async Task Those_of_a_private_incident_are_listed_to_its_members_only()
    {
        await _story.Has(Incident(1, isPrivate: true), SomeLuck.Break(1));
        await _story.Says("ana", "/incident lucky all");
        _story.HearsNot("backup");
        await _story.Says("ben", "/incident lucky all");
        _story.Hears("backup");
    }

    [Fact]
    public async Task One_is_shown_with_its_buttons()
    {
        await _story.Has(Incident(1), SomeLuck.Break(3));
        await _story.Says("ana", "/incident lucky l-3");
        _story.Hears("[Make it a safeguard…] [Accept the risk…]");
    }

    [Theory]
    [InlineData("L-3")]
    [InlineData("L-9")]
    public async Task One_that_is_hidden_is_answered_as_one_that_does_not_exist(string label)
    {
        await _story.Has(Incident(1, isPrivate: true), SomeLuck.Break(3));
        await _story.Says("ana", $"/incident lucky {label}");
        Assert.Equal($"There is no lucky break {label} that you can see. /incident lucky all lists them.", Assert.Single(_story.LastHeard).Words);
    }

    [Fact]
    public async Task A_button_does_nothing_for_somebody_who_may_not_see_the_incident()
    {
        await _story.Has(Incident(1, isPrivate: true), SomeLuck.Break(3));
        await _story.Does(new Core.Chat.ButtonPressed(Some.Time, Some.Ana, Some.Place("general"), null, LuckButtons.Accept, "L-3"));
        _story.Hears("There is no lucky break L-3 that you can see.");
    }

    [Fact]
    public async Task An_unknown_list_is_answered_with_those_that_there_are()
    {
        await _story.Says("ana", "/incident lucky yesterday");
        _story.Hears("There is no list yesterday.");
    }

    [Fact]
    public async Task With_none_on_record_it_says_where_they_come_from()
    {
        await _story.Says("ana", "/incident luck all");
        _story.Hears("where did we get lucky?");
    }
}
