using IncidentBot.Core.Bot;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charges;

public sealed class ChargeStories
{
    private const string Living = "incident:local/INC-1";

    private readonly Story _story = SloStory.ByHand();

    [Fact]
    public async Task What_a_person_states_is_told_in_the_room_on_the_card_and_on_the_timeline()
    {
        await Declared();
        await _story.Says("ana", "/incident charge checkout-availability 37% 13:00-13:29");
        _story.Hears("ana: INC-1 is charged to checkout-availability, 37 % hit from 2026-11-22 13:00 UTC to 2026-11-22 13:29 UTC (29 minutes). It spent 26.6 % of the 28-day budget (estimated by ana), 73 % left");
        Assert.Contains("spent 26.6 % of the 28-day budget (estimated by ana), 73 % left", await _story.Card(Living), StringComparison.Ordinal);
        await _story.Says("ana", "/incident timeline");
        _story.Hears("Error budget of checkout-availability: 37 % hit from 2026-11-22 13:00 (Europe/Lisbon)");
        Assert.Equal(0.37, (await Charge())!.Estimated!.BadShare);
    }

    [Theory]
    [InlineData("37 13:00-13:29", 0.37)]
    [InlineData("37 % 13:00-13:29", 0.37)]
    [InlineData("0.37 13:00-13:29", 0.37)]
    [InlineData("0,37 of users, 13:00–13:29", 0.37)]
    [InlineData("all from 13:00 to 13:29", 1)]
    [InlineData("100% between 13:00 and 13:29", 1)]
    [InlineData("0.5% 13:00 - 13:29", 0.005)]
    public async Task Shares_and_times_are_read_as_people_write_them(string words, double share)
    {
        await Declared();
        await _story.Says("ana", $"/incident charge {words}");
        var stated = (await Charge())!.Estimated!;
        Assert.Equal((share, new Period(Some.Time.AddHours(-1), Some.Time.AddMinutes(-31))), (stated.BadShare, stated.When));
    }

    [Theory]
    [InlineData("120% 13:00-13:29", "120% is more than all of them.")]
    [InlineData("1 13:00-13:29", "1 may be one per cent or all of them.")]
    [InlineData("37% 13:29-13:00", "not after its beginning")]
    [InlineData("37% 2026-11-22 13:00-15:00", "not after its beginning")]
    [InlineData("37% 2026-11-22 15:00 to 2026-11-22 16:00", "is in the future")]
    [InlineData("37% 2026-10-01 13:00 to 2026-11-22 13:00", "longer than the 28 days")]
    [InlineData("37% 13:00", "does not say from when to when")]
    [InlineData("checkout-availability much", "is not a share I can read")]
    [InlineData("chekout-availability 37%", "Did you mean checkout-availability?")]
    [InlineData("none", "there is nothing to take back")]
    public async Task What_cannot_be_so_is_refused_with_a_sentence(string words, string sentence)
    {
        await Declared();
        await _story.Says("ana", $"/incident charge {words}");
        _story.Hears(sentence);
        Assert.Null(await Charge());
    }

    [Fact]
    public async Task Another_figure_tells_the_former_one_and_none_takes_it_back()
    {
        await Declared();
        await _story.Says("ana", "/incident charge 12% 13:00-13:29");
        await _story.Says("ben", "/incident charge 37% 13:00-13:29");
        _story.Hears("It had been 12 % hit from");
        _story.Hears("as ana stated");
        await _story.Says("ben", "/incident charge none");
        _story.Hears("ben took back what ben had stated");
        Assert.Null((await Charge())!.Estimated);
        await _story.Says("ana", "/incident charge 5% 13:00-13:29");
        Assert.Equal(0.05, (await Charge())!.Estimated!.BadShare);
    }

    [Fact]
    public async Task Without_times_the_milestones_tell_when_and_what_they_lack_is_asked_for()
    {
        await Declared();
        await _story.Says("ana", "/incident charge 37%");
        _story.Hears("Nobody has said when it started or when it was mitigated");
        await _story.Says("ana", "/incident trigger at 13:00 deploy 4711");
        await _story.Says("ana", "/incident mitigate at 13:29");
        await _story.Says("ana", "/incident charge 37%");
        Assert.Equal(new Period(Some.Time.AddHours(-1), Some.Time.AddMinutes(-31)), (await Charge())!.Estimated!.When);
    }

    [Fact]
    public async Task The_form_begins_with_what_is_known()
    {
        await Declared();
        await _story.Says("ana", "/incident trigger at 13:00 deploy 4711");
        await _story.Says("ana", "/incident charge");
        var fields = _story.OpenForm!.Fields.ToDictionary(field => field.Id, field => field.Initial);
        Assert.Equal((SloStory.Availability, "2026-11-22 13:00", null), (fields["slo"], fields["from"], fields["to"]));
        Assert.Equal("Say when it ended; now will do while it lasts.", (await _story.Submits("ana", ("slo", SloStory.Availability), ("share", "37"), ("from", "13:00")))["to"]);
        Assert.Equal("Say when it ended; now will do while it lasts.", (await _story.Submits("ana", ("slo", SloStory.Availability), ("share", "37"), ("from", "13:00"), ("to", "")))["to"]);
        Assert.Empty(await _story.Submits("ana", ("slo", SloStory.Availability), ("share", "37"), ("from", "13:00"), ("to", "13:29")));
        _story.Hears("spent 26.6 % of the 28-day budget");
    }

    [Fact]
    public async Task Where_a_service_has_several_SLOs_the_name_is_asked_for()
    {
        await Declared("search");
        await _story.Says("ana", "/incident charge 37% 13:00-13:29");
        _story.Hears("there are search-freshness, search-latency");
        await _story.Says("ana", "/incident charge search-latency 37% 13:00-13:29");
        _story.Hears("is charged to search-latency");
    }

    [Fact]
    public async Task An_SLO_of_another_service_can_be_charged_too()
    {
        await Declared("payments");
        await _story.Says("ana", "/incident charge checkout-availability 37% 13:00-13:29");
        Assert.Contains("checkout-availability", await _story.Card(Living), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_before_the_window_costs_nothing_of_it()
    {
        await Declared();
        await _story.Says("ana", "/incident charge 37% 2026-10-01 13:00 to 2026-10-01 14:00");
        _story.Hears("It spent nothing of the 28-day budget as it is now (users were hit before, until 2026-10-01");
    }

    [Fact]
    public async Task Where_nothing_was_counted_the_cost_is_unknown()
    {
        await Declared();
        var when = new Period(Some.Time.AddMinutes(-30), Some.Time);
        await _story.Has(new BudgetCharge { Incident = Some.IncidentId, Slo = SloStory.Availability, Estimated = new(0.37, when, Some.Ana, Some.Time), Measured = new(when, new(0, 0), Some.Time) });
        await _story.Says("ana", "/incident charge none");
        _story.Hears("It spent an unknown share of the 28-day budget (nothing was counted from 2026-11-22 13:30 UTC to 2026-11-22 14:00 UTC). What is left is unknown");
    }

    [Fact]
    public async Task Without_any_SLO_the_answer_says_so()
    {
        var story = new Story();
        await story.Says("ana", "/incident start checkout is failing sev2 service:checkout");
        await story.Says("ana", "/incident charge 37% 13:00-13:29");
        story.Hears("No SLO is set up");
        Assert.DoesNotContain("budget", await story.Card(Living), StringComparison.OrdinalIgnoreCase);
    }

    private async Task Declared(string service = "checkout") => await _story.Says("ana", $"/incident start checkout is failing sev2 service:{service}");

    private async Task<BudgetCharge?> Charge() => (await ((IStore)_story.Store).ErrorBudgets.ChargesOfAsync(Some.IncidentId, TestContext.Current.CancellationToken)) is [var charge, ..] ? charge : null;
}
