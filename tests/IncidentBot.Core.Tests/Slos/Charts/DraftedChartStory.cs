using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Charts;

public sealed class DraftedChartStory
{
    private static readonly BotSettings Settings = Some.Settings with { Slos = new() { Catalogue = [SomeChart.Slo] } };

    [Fact]
    public async Task The_draft_comes_with_the_chart_and_a_redraft_repeats_only_what_has_changed()
    {
        var story = await Charged(0.001);
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "Checkout was down.");
        await story.Replies("ana", "done");
        var first = Assert.Single(story.Chat.Images);
        Assert.Equal("checkout-availability: 90 % left", first.Comment);
        Assert.NotNull(first.To.Thread);
        Assert.Contains("90 % left, stated by people.", story.LastFile(), StringComparison.Ordinal);

        story.Time.Advance(TimeSpan.FromDays(1));
        await story.Replies("ana", "It took two minutes to notice.");
        await story.Replies("ana", "done");
        Assert.Equal(2, story.Chat.Files.Count);
        Assert.Single(story.Chat.Images);

        await Charge(story, 0.002);
        await story.Replies("ben", "And a rollback.");
        await story.Replies("ana", "done");
        Assert.Equal("checkout-availability: 80 % left", story.Chat.Images[1].Comment);
    }

    [Fact]
    public async Task Where_no_budget_is_charged_there_is_no_chart()
    {
        var story = await ReviewStory.Started();
        await story.Replies("ana", "done");
        Assert.Single(story.Chat.Files);
        Assert.Empty(story.Chat.Images);
    }

    private static async Task<Story> Charged(double badShare)
    {
        var story = new Story(Settings) { Room = Some.Room };
        await story.Has(Some.Incident(IncidentStatus.Resolved) with { Version = 0 });
        await Charge(story, badShare);
        return story;
    }

    // A day of the ten in which a thousandth is bad, takes a tenth of what may be.
    private static async Task Charge(Story story, double badShare)
    {
        var standing = (await story.Store.ErrorBudgets.ChargesOfAsync(Some.IncidentId, CancellationToken.None)).SingleOrDefault() ?? new() { Incident = Some.IncidentId, Slo = SomeChart.Slo.Name };
        await story.Has(standing with { Estimated = new(badShare, new(Some.Time.AddDays(-1), Some.Time), Some.Ana, Some.Time) });
    }
}
