using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos;

public sealed class SloStories
{
    private readonly Story _story = SloStory.ByHand();

    [Fact]
    public async Task All_budgets_are_shown_anywhere_with_the_lowest_first()
    {
        await Charged("search-latency", 0.1, 7);
        await Charged(SloStory.Availability, 0.5, 8);
        await _story.Says("ana", "/incident slo");
        _story.Hears("checkout-availability: ▓▓▓▓▓▓░░░░ 64 % left of the 28-day budget");
        var words = _story.LastHeard[0].Words;
        Assert.True(words.IndexOf("checkout-availability:", StringComparison.Ordinal) < words.IndexOf("search-latency:", StringComparison.Ordinal));
        Assert.Contains("search-freshness: unknown:", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_shown_in_full_and_a_private_incident_is_not_named()
    {
        await Charged(SloStory.Availability, 0.1, 7);
        await Charged(SloStory.Availability, 0.5, 8, isPrivate: true);
        await _story.Says("ana", "/incident slo Checkout-Availability");
        _story.Hears("Objective: 99.9 % of requests, over 28 days");
        _story.Hears("INC-7: 7.2 %, stated");
        _story.Hears("a private incident: 36 %, stated");
        _story.HearsNot("INC-8");
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_nearest_one()
    {
        await _story.Says("ana", "/incident slo search-latencyy");
        _story.Hears("Did you mean search-latency?");
    }

    [Fact]
    public async Task A_measurement_that_found_nothing_is_told_as_one()
    {
        await _story.Has(new SloState { Slo = SloStory.Availability, Reading = new(Some.Time, new(Some.Time.AddDays(-28), Some.Time), new(0, 0), []), TriedAt = Some.Time });
        await _story.Says("ana", "/incident slo checkout-availability");
        _story.Hears("not measured: Nothing was counted in this window");
    }

    [Fact]
    public async Task Without_a_catalogue_one_sentence_says_how()
    {
        var story = new Story();
        await story.Says("ana", "/incident slo");
        story.Hears("No SLO is set up");
        story.Hears("in the settings under Slos");
    }

    [Theory]
    [InlineData(2, "▓▓▓▓▓▓▓▓▓▓ 95 % left")]
    [InlineData(24, "▓▓▓▓░░░░░░ 40 % left")]
    [InlineData(40.28, "▓░░░░░░░░░ 0.1 % left")]
    [InlineData(40.32, "░░░░░░░░░░ nothing left of")]
    [InlineData(52.416, "░░░░░░░░░░ nothing left (30 % over) of")]
    public async Task The_bar_is_empty_only_when_nothing_is_left(double minutes, string shown)
    {
        await Charged(SloStory.Availability, 1, 7, minutes: minutes);
        await _story.Says("ana", "/incident slo");
        _story.Hears(shown);
    }

    [Fact]
    public async Task The_weekly_digest_names_what_is_low_and_nothing_else()
    {
        await Charged(SloStory.Availability, 1, 7);
        await Charged(SloStory.Availability, 1, 8);
        await Charged("search-latency", 0.1, 9);
        await _story.Passes(TimeSpan.FromDays(1));
        var digest = Assert.Single(_story.LastHeard, heard => heard.Words.Contains("Error budgets that are low", StringComparison.Ordinal));
        Assert.Equal("incidents", digest.Place.Channel.Id);
        Assert.Contains("checkout-availability ░░░░░░░░░░ nothing left (44 % over) of the 28-day budget", digest.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("search-latency", digest.Words, StringComparison.Ordinal);
        await _story.Passes(TimeSpan.FromDays(1));
        _story.HearsNot("Error budgets that are low");
    }

    /// <summary>An incident on a day of its own.</summary>
    private Task Charged(string slo, double share, int number, bool isPrivate = false, double minutes = 29) => _story.Has(new BudgetCharge
    {
        Incident = new IncidentId(Some.Workspace, number),
        Slo = slo,
        Estimated = new(share, new(Some.Time.AddDays(-number), Some.Time.AddDays(-number).AddMinutes(minutes)), Some.Ana, Some.Time),
        Private = isPrivate,
    });
}
