using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Luck;

/// <summary>Stories begin on Sunday, 2026-11-22, at 14:00 UTC; reminders are due on Mondays at 09:00.</summary>
public sealed class AcceptedRiskStories
{
    private static readonly TimeSpan ToMonday = TimeSpan.FromHours(19);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Story _story = new() { Room = Some.Room };

    private Task Has(string until, bool isPrivate = false) => _story.Has(
        Some.Incident(IncidentStatus.Resolved) with { Version = 0, PostmortemWaived = new("a drill", Some.Ana, Some.Time), Private = isPrivate, RoomGone = isPrivate },
        SomeLuck.Accepted(1, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task A_risk_whose_day_has_come_is_asked_about_in_the_weekly_digest()
    {
        await Has("2026-11-23");
        await _story.Passes(ToMonday);
        Assert.Equal("""
            This week: what is still open
            • L-1 The backup had just finished — ana accepted this risk until 2026-11-23: the old disks go in March. Is it still acceptable?
            [L-1 still acceptable…] [Make L-1 a safeguard…]
            """, Assert.Single(_story.LastHeard, heard => heard.Place == Some.Room).Words);
    }

    [Fact]
    public async Task Before_its_day_nothing_is_asked()
    {
        await Has("2026-11-24");
        await _story.Passes(ToMonday);
        _story.HearsNothing();
    }

    [Fact]
    public async Task Still_acceptable_moves_the_day_and_ends_the_asking()
    {
        await Has("2026-11-23");
        await _story.Passes(ToMonday);
        await _story.Presses("ben", "L-1 still acceptable…");
        Assert.Equal(("the old disks go in March", "2027-02-21"), (_story.OpenForm!.Fields[0].Initial, _story.OpenForm.Fields[1].Initial));
        Assert.Empty(await _story.Submits("ben", ("why", "the old disks go in April"), ("review", "2027-02-21")));
        _story.Hears("L-1 is an accepted risk, chosen by ben");
        await _story.Passes(Week);
        _story.HearsNothing();
    }

    [Fact]
    public async Task A_change_begins_with_what_stands()
    {
        await Has("2027-01-15");
        await _story.Says("ben", "/incident lucky L-1");
        await _story.Presses("ben", "Change…");
        Assert.Equal(("the old disks go in March", "2027-01-15"), (_story.OpenForm!.Fields[0].Initial, _story.OpenForm.Fields[1].Initial));
    }

    [Fact]
    public async Task From_the_digest_it_can_become_a_safeguard()
    {
        await Has("2026-11-23");
        await _story.Passes(ToMonday);
        await _story.Presses("ben", "Make L-1 a safeguard…");
        await _story.Submits("ben", ("text", "Back up before every migration"));
        _story.Hears("L-1 becomes a safeguard: A-1");
        Assert.Equal(new LuckyBreakId(Some.Workspace, 1), (await _story.Store.ActionItems.FindAsync(new(Some.Workspace, 1), CancellationToken.None))?.LuckyBreak);
    }

    [Fact]
    public async Task A_private_incidents_risk_is_not_told_of_in_the_announcement_channel()
    {
        await Has("2026-11-23", isPrivate: true);
        await _story.Passes(ToMonday);
        Assert.All(_story.LastHeard, heard => Assert.Equal(Some.Place("dm-ana"), heard.Place));
        _story.Hears("L-1");
    }

    [Fact]
    public async Task One_taken_back_is_not_asked_about()
    {
        await _story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 }, SomeLuck.Accepted(1, new(2026, 11, 23)) with { TakenBack = true });
        await _story.Passes(ToMonday);
        _story.HearsNothing();
    }
}
