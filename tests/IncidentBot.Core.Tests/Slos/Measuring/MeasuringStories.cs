using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Measuring;

public sealed class MeasuringStories
{
    private const string Living = "incident:local/INC-1";

    private readonly Story _story;
    private readonly StoryMonitoring _monitoring;

    public MeasuringStories() => (_story, _monitoring) = SloStory.Measured();

    [Fact]
    public async Task A_declaration_measures_and_the_card_tells_what_is_left()
    {
        _monitoring.Bad = 20_160; // half of 28 days at 1000 a minute, of which one in a thousand may be bad
        await Declared();
        Assert.Equal((Some.IncidentId, null), (Assert.Single(_monitoring.Asked).Incident, _monitoring.Asked[0].Impact));
        Assert.Contains("50 % of the 28-day budget left (measured at 2026-11-22 14:00 UTC)", await _story.Card(Living), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_one_delivery_declares_is_measured()
    {
        Incident[] declared = [.. from number in Enumerable.Range(1, 3) select Some.Incident() with { Id = new(Some.Workspace, number), Service = number < 3 ? "checkout" : "mail", Version = 0 }];
        var said = new CommandGiven(Some.Time, Some.Ana, Some.Room, "start");
        var decided = MeasureWhenDue.After(said, new() { Settings = SloStory.Settings(measured: true) }, new() { Save = declared });
        Assert.Equal([1, 2], decided.Say.OfType<MeasureSlo>().Select(errand => errand.Incident?.Number ?? 0));
    }

    [Fact]
    public async Task Knowing_when_users_were_hit_measures_that()
    {
        _monitoring.BadShare = 0.37;
        await Declared();
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        await _story.Says("ana", "/incident trigger at 13:50 deploy 4711");
        Assert.Equal(new Period(Some.Time.AddMinutes(-10), Some.Time.AddMinutes(10)), _monitoring.Asked[^1].Impact);
        _story.Time.Advance(TimeSpan.FromMinutes(10));
        await _story.Says("ana", "/incident mitigate at 14:15");
        Assert.Equal(new Period(Some.Time.AddMinutes(-10), Some.Time.AddMinutes(15)), _monitoring.Asked[^1].Impact);
        Assert.Contains("spent 22.9 % of the 28-day budget (measured at 2026-11-22 14:20 UTC)", await _story.Card(Living), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_nothing_of_it_measures_nothing()
    {
        await Declared();
        await _story.Says("ana", "/incident severity sev1");
        await _story.Says("ana", "seeing 500s");
        Assert.Single(_monitoring.Asked);
    }

    [Fact]
    public async Task While_it_runs_it_is_measured_again_and_again_and_the_card_is_redrawn_only_for_other_figures()
    {
        await Declared();
        await _story.Passes(TimeSpan.FromMinutes(16));
        Assert.Equal(2, _monitoring.Asked.Count);
        var heard = _story.Chat.Heard.Count;
        await _story.Passes(TimeSpan.FromMinutes(5));
        Assert.Equal(2, _monitoring.Asked.Count);
        await _story.Passes(TimeSpan.FromMinutes(11));
        Assert.Equal(3, _monitoring.Asked.Count);
        Assert.Equal(heard, _story.Chat.Heard.Count);
    }

    [Fact]
    public async Task A_reason_that_names_other_times_at_every_try_does_not_redraw_the_card()
    {
        _monitoring.Silent = "The query found no samples between 2026-10-25 14:00 and 2026-11-22 14:00 UTC.";
        await Declared();
        await _story.Passes(TimeSpan.FromMinutes(16));
        var (asked, heard) = (_monitoring.Asked.Count, _story.Chat.Heard.Count);
        _monitoring.Silent = "The query found no samples between 2026-10-25 14:32 and 2026-11-22 14:32 UTC.";
        await _story.Passes(TimeSpan.FromMinutes(16));
        Assert.Equal((asked + 1, heard), (_monitoring.Asked.Count, _story.Chat.Heard.Count));
    }

    [Fact]
    public async Task What_is_left_says_what_it_does_not_contain()
    {
        await Declared();
        _story.Time.Advance(TimeSpan.FromHours(1));
        await _story.Says("ana", "/incident charge 37% 14:10-14:39");
        _story.Hears("It spent 26.6 % of the 28-day budget (estimated by ana), 100 % left (measured at 2026-11-22 14:00 UTC; incidents took another 26.6 % that is not in it).");
    }

    [Fact]
    public async Task Without_an_incident_the_windows_are_measured()
    {
        await _story.Passes(TimeSpan.FromMinutes(1));
        var asked = Assert.Single(_monitoring.Asked);
        Assert.Equal((SloStory.Availability, null), (asked.Slo, asked.Incident));
        Assert.Equal(new Period(_story.Time.GetUtcNow().AddDays(-28), _story.Time.GetUtcNow()), asked.Window);
    }

    [Fact]
    public async Task What_could_not_be_measured_says_why_and_is_tried_again_after_the_resolution()
    {
        _monitoring.Silent = "Prometheus could not be reached.";
        await Declared();
        await _story.Says("ana", "/incident trigger at 13:50 deploy 4711");
        await _story.Passes(TimeSpan.FromMinutes(1));
        await _story.Says("ana", "/incident resolve at 14:01 rolled back");
        Assert.Contains("Prometheus could not be reached.", await _story.Card(Living), StringComparison.Ordinal);
        (_monitoring.Silent, _monitoring.BadShare) = (null, 1);
        await _story.Passes(TimeSpan.FromMinutes(20));
        Assert.Contains("spent 27.3 % of the 28-day budget (measured", await _story.Card(Living), StringComparison.Ordinal);
        var asked = _monitoring.Asked.Count;
        await _story.Passes(TimeSpan.FromMinutes(20));
        Assert.Null(Assert.Single(_monitoring.Asked[asked..]).Incident);
    }

    [Fact]
    public async Task A_figure_that_could_not_be_measured_again_says_so()
    {
        _monitoring.BadShare = 0.37;
        await Declared();
        await _story.Says("ana", "/incident trigger at 13:31 deploy 4711");
        await _story.Says("ana", "/incident mitigate at 14:00");
        _monitoring.Silent = "Prometheus could not be reached.";
        await _story.Says("ana", "/incident resolve rolled back");
        Assert.Contains("(measured at 2026-11-22 14:00 UTC; the last try gave nothing: Prometheus could not be reached)", await _story.Card(Living), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_figures_stand_where_a_person_and_the_monitoring_disagree()
    {
        _monitoring.BadShare = 0.37;
        await Declared();
        await _story.Says("ana", "/incident trigger at 13:31 deploy 4711");
        await _story.Says("ana", "/incident mitigate at 14:00");
        await _story.Says("ana", "/incident charge 12%");
        _story.Hears("measured at 2026-11-22 14:00 UTC; ana stated 8.6 %");
        Assert.Contains("ana stated 8.6 %", await _story.Card(Living), StringComparison.Ordinal);
    }

    private async Task Declared() => await _story.Says("ana", "/incident start checkout is failing sev2 service:checkout");
}
