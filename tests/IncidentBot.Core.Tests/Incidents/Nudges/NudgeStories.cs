using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Incidents.Nudges;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents.Nudges;

public sealed class NudgeStories
{
    private const string NoCommander = "INC-1 has no incident commander yet. Who leads the response?";
    private const string NoNews = "There has been no news of INC-1 for";

    private readonly Story _story = new(Settings);

    [Fact]
    public async Task Without_a_commander_the_room_is_asked_a_few_times_and_then_left_alone()
    {
        await Has(Severity.Sev3);
        Assert.Equal([10, 20, 30], await NudgedAfter(NoCommander, minutes: 200));
    }

    [Fact]
    public async Task The_nudge_can_be_answered_by_its_button()
    {
        await Has(Severity.Sev3);
        await Minutes(10);
        _story.Hears($"{NoCommander}\n[Take command] [Not for an hour]");
        await _story.Presses("ben", "Take command");
        Assert.Empty(await NudgedAfter(NoCommander, minutes: 200));
    }

    [Fact]
    public async Task Who_asks_for_an_hour_of_peace_gets_it()
    {
        await Has(Severity.Sev3);
        await Minutes(10);
        await _story.Presses("ben", "Not for an hour");
        _story.Hears("All right: not asked about it for an hour.");
        Assert.Equal([60, 70], await NudgedAfter(NoCommander, minutes: 200));
    }

    [Fact]
    public async Task News_within_that_hour_do_not_end_it()
    {
        await Has(Severity.Sev1, Some.Ana);
        await Minutes(30);
        await _story.Presses("ben", "Not for an hour");
        await Minutes(5);
        await _story.Says("ana", "/incident update still looking");
        Assert.Equal([55, 85, 115], await NudgedAfter(NoNews, minutes: 200));
    }

    [Fact]
    public async Task What_hurts_nobody_any_more_is_asked_about_by_day()
    {
        var story = new Story(Settings with { Reminding = new() }) { Room = Some.Room };
        await story.Has(Some.Incident() with { Prompted = Enum.GetValues<FactKind>(), Roles = [new(RoleHolder.Commander, Some.Ana)], Version = 0 });
        await story.Passes(TimeSpan.FromHours(13)); // Monday, 03:00 in Lisbon
        await story.Says("ana", "/incident mitigate rolled back");
        await story.Passes(TimeSpan.FromHours(48));
        story.HearsNothing();
        await story.Passes(TimeSpan.FromHours(5));
        story.Hears("Is it over?");
    }

    [Theory]
    [InlineData(Severity.Sev1, 30)]
    [InlineData(Severity.Sev2, 60)]
    public async Task Without_news_the_room_is_asked_as_often_as_the_severity_wants_it(Severity severity, int every)
    {
        await Has(severity, Some.Ana);
        Assert.Equal([every, 2 * every, 3 * every], await NudgedAfter(NoNews, minutes: 6 * every));
    }

    [Fact]
    public async Task An_update_or_a_change_of_status_begins_it_anew()
    {
        await Has(Severity.Sev1, Some.Ana);
        await Minutes(29);
        await _story.Says("ana", "/incident update still looking");
        Assert.Equal([30, 60, 90], await NudgedAfter(NoNews, minutes: 95));
        await _story.Says("ana", "/incident status identified a bad index");
        Assert.Equal([30, 60, 90], await NudgedAfter(NoNews, minutes: 200));
    }

    [Fact]
    public async Task Lesser_severities_owe_nobody_an_update()
    {
        await Has(Severity.Sev3, Some.Ana);
        Assert.Empty(await NudgedAfter(NoNews, minutes: 600));
    }

    [Fact]
    public async Task What_is_mitigated_for_days_is_asked_after()
    {
        await Has(Severity.Sev1, Some.Ana);
        await _story.Says("ana", "/incident mitigate rolled back");
        await Minutes(2 * 24 * 60 - 1);
        _story.HearsNothing();
        await Minutes(1);
        _story.Hears("INC-1 has been mitigated for 2 days. Is it over?\n[Resolve…] [Not for a week]");
        await _story.Presses("ana", "Not for a week");
        await Minutes(6 * 24 * 60);
        _story.HearsNothing();
        await Minutes(24 * 60);
        _story.Hears("mitigated for 9 days");
        await _story.Says("ana", "/incident resolve");
        await Minutes(30 * 24 * 60);
        _story.HearsNot("Is it over?");
    }

    [Fact]
    public async Task Never_about_two_things_at_once()
    {
        await Has(Severity.Sev1);
        for (var minute = 0; minute < 200; minute++)
        {
            await Minutes(1);
            Assert.True(_story.LastHeard.Count <= 1);
        }
    }

    [Fact]
    public async Task After_a_downtime_it_asks_once_and_goes_on_counting()
    {
        await Has(Severity.Sev3);
        await Minutes(10);
        await Minutes(3 * 60);
        _story.Hears(NoCommander);
        await Minutes(10);
        _story.Hears(NoCommander);
        await Minutes(24 * 60);
        _story.HearsNothing();
    }

    [Fact]
    public void Where_there_is_no_room_nobody_is_asked() =>
        Assert.Null(NudgeRoom.Owed(Some.Incident() with { RoomGone = true }, new Standing(Settings, Some.Time.AddHours(5))));

    private static readonly BotSettings Settings = Some.Settings with { Nudges = new() };

    private Task Has(Severity severity, Person? commander = null)
    {
        _story.Room = Some.Room;
        return _story.Has(Some.Incident(severity: severity) with
        {
            Prompted = Enum.GetValues<FactKind>(),
            Roles = commander is null ? [] : [new(RoleHolder.Commander, commander)],
            Version = 0,
        });
    }

    private Task Minutes(int minutes) => _story.Passes(TimeSpan.FromMinutes(minutes));

    /// <summary>After how many minutes the words were heard.</summary>
    private async Task<IReadOnlyList<int>> NudgedAfter(string words, int minutes)
    {
        var nudged = new List<int>();
        for (var minute = 1; minute <= minutes; minute++)
        {
            await Minutes(1);
            if (_story.LastHeard.Any(heard => heard.Words.StartsWith(words, StringComparison.Ordinal))) nudged.Add(minute);
        }
        return nudged;
    }
}
