using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Tickets;
using Xunit;

namespace IncidentBot.Core.Tests.Tickets;

public sealed class AskForTicketStories
{
    private readonly TicketScene _scene = new(new() { Tracker = Tracker.GitHub });

    private Story Story => _scene.Story;

    [Fact]
    public async Task The_button_on_the_card_opens_one_and_the_card_shows_it()
    {
        await Begin();
        Assert.Contains("[Open a ticket]", await _scene.Card(), StringComparison.Ordinal);
        await Story.Presses("ben", "Open a ticket");
        Story.Hears("A ticket for A-1 goes to GitHub now");
        Story.Hears("The ticket of A-1 is open: acme/shop#1");
        Assert.StartsWith("A-1 Add a canary\n@ben · ticket (https://github.example/acme/shop/issues/1)\n[Done]", await _scene.Card(), StringComparison.Ordinal);
        Assert.DoesNotContain("Open a ticket", await _scene.Card(), StringComparison.Ordinal);
        Assert.Contains(Story.Store.Entries, entry => entry.Text == "A-1 has a ticket: acme/shop#1");
    }

    [Fact]
    public async Task Asked_again_it_says_where_the_ticket_is()
    {
        await _scene.WithTicket();
        await Story.Says("chidi", "/incident ticket A-1");
        Story.Hears("A-1 has a ticket already");
        Assert.Single(_scene.Tracker.Done);
    }

    [Fact]
    public async Task A_ticket_that_a_person_linked_is_kept()
    {
        await Story.Says("ana", "/incident start checkout is failing");
        await Story.Says("ana", "/incident action Add a canary https://tickets.example/OPS-7");
        await Story.Says("ana", "/incident ticket A-1");
        Story.Hears("A-1 has a ticket already: OPS-7");
        Assert.Empty(_scene.Tracker.Done);
    }

    [Fact]
    public async Task The_ticket_says_where_it_comes_from_and_whose_it_is()
    {
        await Story.Says("ana", "/incident start checkout is failing");
        await Story.Says("ana", "/incident action Add a canary @ben p1 due 2026-12-01");
        await Story.Says("ana", "/incident ticket A-1");
        var text = Assert.IsType<OpenTicket>(Assert.Single(_scene.Tracker.Done)).Text;
        Assert.Equal("Add a canary", text.Title);
        Assert.Equal(["", "Add a canary", "INC-1: checkout is failing", "ben", "P1", "2026-12-01", ""], text.Lines.Select(line => line.Label is null ? "" : line.Text));
        Assert.Contains("blameless postmortem", text.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains("A-1", text.Lines[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_does_not_leave()
    {
        await Story.Says("ana", "/incident start https://deploy:test-secret@ci.example/job is failing");
        await Story.Says("ana", "/incident action Rotate the password");
        await Story.Says("ana", "/incident ticket A-1");
        Assert.DoesNotContain("test-secret", BotJson.Write(Assert.IsType<OpenTicket>(Assert.Single(_scene.Tracker.Done)).Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A ticket for which item?")]
    [InlineData("canary", "is not the id of an action item")]
    [InlineData("A-9", "There is no action item A-9")]
    public async Task What_names_no_item_is_told_what_to_write(string words, string answer)
    {
        await Begin();
        await Story.Says("ana", $"/incident ticket {words}");
        Story.Hears(answer);
    }

    [Fact]
    public async Task A_closed_item_gets_none()
    {
        await Begin();
        await Story.Says("ana", "/incident done A-1");
        await Story.Says("ana", "/incident ticket A-1");
        Story.Hears("It is done");
        Assert.Empty(_scene.Tracker.Done);
    }

    [Fact]
    public async Task What_the_tracker_refuses_is_told_once_in_the_room_and_can_be_asked_again()
    {
        await Begin();
        _scene.Tracker.Fails = new(ChatFault.Refused, "issues are switched off in acme/shop. Switch them on in its settings");
        await Story.Says("ana", "/incident ticket A-1");
        Story.Hears("GitHub did not open a ticket for A-1: issues are switched off in acme/shop. Switch them on in its settings. The item is safe here.");
        _scene.Tracker.Fails = null;
        await Story.Presses("ana", "Open a ticket");
        Assert.NotNull((await _scene.Item()).LiveTicket);
    }

    [Fact]
    public async Task Asked_again_after_a_refusal_it_looks_for_one_since_the_first_time()
    {
        await Begin();
        _scene.Tracker.Fails = new(ChatFault.Refused, "no");
        await Story.Says("ana", "/incident ticket A-1");
        _scene.Tracker.Fails = null;
        await Story.Passes(TimeSpan.FromHours(2));
        await Story.Says("ana", "/incident ticket A-1");
        Assert.Equal(Some.Time, Assert.IsType<OpenTicket>(Assert.Single(_scene.Tracker.Done)).FirstAt);
    }

    [Fact]
    public async Task An_item_of_a_private_incident_stays_here_and_who_asked_is_told()
    {
        await Story.Says("ana", "/incident start private leaked key");
        await Story.Says("ana", "/incident action Rotate the key");
        Assert.DoesNotContain("Open a ticket", await _scene.Card(), StringComparison.Ordinal);
        await Story.Says("ana", "/incident ticket A-1");
        Story.Hears("belongs to a private incident");
        Assert.Empty(_scene.Tracker.Done);
    }

    [Fact]
    public async Task Without_a_tracker_it_says_what_can_be_done()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing");
        await story.Says("ana", "/incident action Add a canary");
        story.HearsNot("Open a ticket");
        await story.Says("ana", "/incident ticket A-1");
        story.Hears("No ticket tracker is set up");
    }

    private async Task Begin()
    {
        await Story.Says("ana", "/incident start checkout is failing");
        await Story.Says("ana", "/incident action Add a canary @ben");
    }
}
