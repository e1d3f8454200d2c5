using IncidentBot.Core.Bot;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Slos;

/// <summary>Stories with a catalogue: checkout has one SLO that is measured where there is monitoring, search has two that are not.</summary>
public static class SloStory
{
    public const string Availability = "checkout-availability";

    private static readonly Slo Checkout = new()
    {
        Name = Availability,
        Service = "checkout",
        Sli = new(SliKind.Events, "requests answered without an error", "requests") { GoodQuery = "good[$window]", TotalQuery = "total[$window]" },
        Objective = 0.999m,
        Window = SloWindow.Rolling(28),
        Owners = ["ana"],
    };

    public static IReadOnlyList<Slo> Catalogue { get; } =
    [
        Checkout,
        Checkout with { Name = "search-latency", Service = "search", Sli = new(SliKind.Events, "answers within 300 ms", "answers") },
        Checkout with { Name = "search-freshness", Service = "search", Sli = new(SliKind.Time, "minutes with an index younger than an hour", "minutes") },
    ];

    public static BotSettings Settings(bool measured = false) => Some.Settings with { Slos = new() { Catalogue = Catalogue, Measured = measured } };

    public static Story ByHand() => new(Settings());

    public static (Story Story, StoryMonitoring Monitoring) Measured()
    {
        var story = new Story(Settings(measured: true));
        var monitoring = new StoryMonitoring(story.Time);
        story.Outlets.Add(monitoring);
        return (story, monitoring);
    }
}
