using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Slos.Policy;

/// <summary>A budget of 40 minutes and 19 seconds in 28 days, told of in the room of the checkout team.</summary>
internal static class PolicyStory
{
    public static readonly Slo Checkout = new()
    {
        Name = "checkout-availability",
        Service = "checkout",
        Sli = new(SliKind.Events, "answered without an error", "all requests"),
        Objective = 0.999m,
        Window = SloWindow.Rolling(28),
        Owners = ["@ana", "the checkout team"],
        Room = "checkout-team",
    };

    public static readonly Place Team = Some.Place("checkout-team");

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>In the room of an incident of the service, which is resolved unless told otherwise.</summary>
    public static async Task<Story> Of(Incident? incident = null, PolicySettings? agreed = null, Slo? slo = null)
    {
        var story = new Story(Some.Settings with { Slos = new() { Catalogue = [slo ?? Checkout], Policy = agreed ?? new() } }) { Room = Some.Room };
        await story.Has((incident ?? Some.Incident(IncidentStatus.Resolved)) with { Service = "checkout", Version = 0 });
        return story;
    }

    /// <summary>A person states that so many minutes were bad altogether, until a while ago; the bot has a look.</summary>
    public static async Task Charged(this Story story, double minutes, int incident = 1, bool secret = false)
    {
        await story.Has(Charge(minutes, story.Time.GetUtcNow(), incident, secret) with { Version = (await story.Store.ErrorBudgets.ChargesOfAsync(new(Some.Workspace, incident), CancellationToken.None)) is [var before] ? before.Version : 0 });
        await story.Passes(AMinute);
    }

    public static BudgetCharge Charge(double minutes, DateTimeOffset at, int incident = 1, bool secret = false) => new()
    {
        Incident = new(Some.Workspace, incident),
        Slo = Checkout.Name,
        Private = secret,
        Estimated = new(1, new(at.AddHours(-incident).AddMinutes(-minutes), at.AddHours(-incident)), Some.Ben, at),
    };

    public static async Task<IReadOnlyList<Consequence>> Known(this Story story) =>
        await story.Store.ErrorBudgets.ConsequencesAsync(Checkout.Name, DateTimeOffset.UnixEpoch, CancellationToken.None);

    public static async Task<Consequence> Only(this Story story, PolicyRule rule) => (await story.Known()).Single(one => one.Rule == rule);
}
