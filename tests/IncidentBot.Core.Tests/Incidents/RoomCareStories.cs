using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class RoomCareStories
{
    private readonly Story _story = new();

    [Fact]
    public async Task The_head_of_the_room_says_how_the_incident_stands()
    {
        await _story.Says("ana", "/incident start checkout is failing sev2");
        Assert.Equal("INC-1 · SEV2 · Investigating · checkout is failing", Assert.Single(_story.Chat.Rooms).Topic);

        await _story.Says("ana", "/incident commander me");
        await _story.Says("ana", "/incident severity sev1");
        await _story.Says("ana", "/incident title checkout fails for cards");
        await _story.Says("ana", "/incident mitigate rolled back");

        Assert.Equal("INC-1 · SEV1 · Mitigated · commander ana · checkout fails for cards", _story.Chat.Topics[_story.Room]);
    }

    [Fact]
    public async Task The_head_of_a_room_that_was_there_before_is_left_alone()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        await _story.Says("ana", "/incident severity sev1");
        Assert.Empty(_story.Chat.Topics);
    }

    [Fact]
    public async Task What_changes_nothing_at_the_head_does_not_write_it_again()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "/incident impact nobody can pay");
        Assert.Empty(_story.Chat.Topics);
    }

    [Fact]
    public void A_long_title_is_cut_at_the_platforms_limit()
    {
        var topic = IncidentCards.Topic(Some.Incident(title: string.Concat(Enumerable.Repeat("checkout ", 40))));
        Assert.InRange(topic.Length, 200, 250);
        Assert.EndsWith("…", topic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gets_a_role_is_asked_into_the_room_once()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "/incident commander @ben");
        Assert.Equal([(_story.Room, Some.Ben.Ref)], _story.Chat.Invited);

        await _story.Does(new PersonCame(_story.Time.GetUtcNow(), Some.Ben, _story.Room));
        await _story.Says("ana", "/incident role scribe @ben");
        Assert.Single(_story.Chat.Invited);
    }

    [Fact]
    public async Task Who_was_mentioned_in_the_declaration_is_asked_into_the_room()
    {
        await _story.Says("ana", "/incident start private checkout is failing @ben @ana sev1");
        var room = Assert.Single(_story.Chat.Rooms);
        Assert.Equal([Some.Ben.Ref], room.Invite);
        Assert.Equal("INC-1 · SEV1 · Investigating · checkout is failing", room.Topic);
    }

    [Fact]
    public async Task Who_was_mentioned_is_asked_into_the_channel_that_becomes_the_room()
    {
        await _story.Says("ana", "/incident start here checkout is failing @ben");
        Assert.Equal([(Some.Place("general"), Some.Ben.Ref)], _story.Chat.Invited);
    }

    [Fact]
    public async Task Mentions_without_a_title_are_no_title()
    {
        await _story.Says("ana", "/incident start @ben sev1");
        _story.Hears("Give it a title");
        Assert.Empty(_story.Chat.Rooms);
    }

    [Fact]
    public async Task A_rooms_purpose_names_the_moment_of_the_declaration()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        Assert.Equal("Incident room of INC-1, declared by ana at 2026-11-22 14:00:00 UTC", Assert.Single(_story.Chat.Rooms).Purpose);
    }

    [Fact]
    public async Task A_renamed_room_goes_by_its_new_name()
    {
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Does(new RoomRenamed(_story.Time.GetUtcNow(), Some.Ana, _story.Room, "inc-1-cards"));
        _story.Hears("#inc-1-cards");
        await _story.Says("ana", "/incident list", place: Some.Place("general"));
        _story.Hears("#inc-1-cards");
    }

    [Fact]
    public async Task A_room_that_got_another_id_is_still_the_room_of_all_its_incidents()
    {
        await _story.Says("ana", "/incident start here checkout is failing");
        await _story.Says("ana", "/incident resolve");
        _story.Time.Advance(TimeSpan.FromHours(1));
        await _story.Says("ana", "/incident start here search is slow");

        await _story.Does(new RoomMoved(_story.Time.GetUtcNow(), Some.Ana, _story.Room, Some.Place("C2")));
        await _story.Says("ana", "back again", place: Some.Place("C2"));

        var incidents = await _story.Store.Incidents.InRoomAsync(Some.Place("C2"), CancellationToken.None);
        Assert.Equal([2, 1], incidents.Select(incident => incident.Id.Number));
        Assert.Contains(_story.Store.Entries, entry => entry.Text == "back again" && entry.Incident.Number == 2);
    }

    [Fact]
    public async Task A_room_whose_care_the_platform_refuses_is_worked_in_all_the_same()
    {
        _story.Chat.Fails = verb => verb is "topic" or "invite" ? new ChatException(ChatFault.Refused, "missing_scope") : null;
        await _story.Says("ana", "/incident start checkout is failing");
        await _story.Says("ana", "/incident commander @ben");
        _story.Hears("incident commander");
        Assert.Empty(_story.Store.Queues.ParkedSayings);
    }

    [Theory]
    [InlineData("checkout is failing @Ana Silva and @ben", "checkout is failing")]
    [InlineData("checkout is failing, cc @ben", "checkout is failing")]
    [InlineData("@ben: checkout is failing", "checkout is failing")]
    [InlineData("checkout fails for @ben", "checkout fails for ben")]
    [InlineData("@ben's deploy broke checkout", "ben's deploy broke checkout")]
    [InlineData("call ops@example.org", "call ops@example.org")]
    [InlineData("@Ana Silva @ben", "")]
    public void Mentions_around_a_title_go_and_those_in_it_read_as_names(string typed, string title) =>
        Assert.Equal(title, MentionsInTitle.Without(typed, [Some.Ben, Some.Person("Ana Silva")]));
}
