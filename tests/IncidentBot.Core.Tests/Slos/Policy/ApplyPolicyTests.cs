using CsCheck;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Policy;

public sealed class ApplyPolicyTests
{
    private static readonly BudgetReport Unknown = new(PolicyStory.Checkout, Some.Time, new(Some.Time.AddDays(-28), Some.Time)) { Unknown = "It did not answer." };

    [Theory]
    [InlineData(0.999, false)]
    [InlineData(1.0, true)]
    [InlineData(1.2, true)]
    public void A_budget_halts_changes_when_all_of_it_is_spent(double spent, bool halts) =>
        Assert.Equal(halts, ApplyPolicy.Of(View(Spent(spent))).Any(one => one.Rule is PolicyRule.BudgetExhausted));

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(0.99, false)]
    [InlineData(0.98, true)]
    public void It_ends_some_way_below_the_edge(double spent, bool ends) =>
        Assert.Equal(ends, ApplyPolicy.Of(View(Spent(spent), Begun(PolicyRule.BudgetExhausted, "2026-11-20"))).Any(one => !one.Stands));

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(0.201, true)]
    public void An_incident_is_large_above_its_limit(double took, bool begins) =>
        Assert.Equal(begins, ApplyPolicy.Of(View(Spent(0.5, Share(1, took)))).Any(one => one.Rule is PolicyRule.LargeIncident));

    [Fact]
    public void What_is_fulfilled_already_does_not_begin() =>
        Assert.Empty(ApplyPolicy.Of(View(Spent(0.5, Share(1, 0.4))) with { IsFulfilled = _ => true }));

    [Fact]
    public void An_incident_that_leaves_the_window_is_still_large()
    {
        var leaving = Share(1, 0.05) with { When = new(Unknown.Window.From.AddHours(-1), Unknown.Window.From.AddHours(1)) };
        var begun = Begun(PolicyRule.LargeIncident, Some.IncidentId.Key) with { Incident = Some.IncidentId };
        Assert.Empty(ApplyPolicy.Of(View(Spent(0.5, leaving), begun)));
        Assert.Empty(ApplyPolicy.Of(View(Spent(0.5), begun)));
        Assert.Equal(ConsequenceEnd.Within, Assert.Single(ApplyPolicy.Of(View(Spent(0.5, Share(1, 0.05)), begun))).EndedBy);
    }

    [Fact]
    public void What_is_unknown_begins_nothing_and_ends_nothing()
    {
        Consequence[] standing =
        [
            Begun(PolicyRule.BudgetExhausted, "2026-11-20"),
            Begun(PolicyRule.LargeIncident, Some.IncidentId.Key) with { Incident = Some.IncidentId },
            Begun(PolicyRule.IncidentClass, "full-disk-2026-q4") with { Class = "full disk", Because = [Some.IncidentId] },
        ];
        Assert.Empty(ApplyPolicy.Of(View(Unknown, standing)));
        Assert.Empty(ApplyPolicy.Of(View(Unknown)));
    }

    [Fact]
    public void Without_measurements_what_was_charged_leaves_the_window_at_last()
    {
        var estimated = Begun(PolicyRule.BudgetExhausted, "2026-10-20") with { Method = BudgetMethod.Estimated };
        Assert.Equal(ConsequenceEnd.Within, Assert.Single(ApplyPolicy.Of(View(Unknown, estimated))).EndedBy);
        var measured = PolicyStory.Checkout with { Sli = PolicyStory.Checkout.Sli with { GoodQuery = "good", TotalQuery = "total" } };
        Assert.Empty(ApplyPolicy.Of(View(Unknown with { Slo = measured }, estimated)));
    }

    [Fact]
    public void Until_it_is_known_where_to_tell_it_a_spent_budget_waits()
    {
        Assert.Empty(ApplyPolicy.Of(View(Spent(1.5)) with { Workspace = null }));
        Assert.Equal(Some.Workspace, ApplyPolicy.Of(View(Spent(1.5, Share(1, 0.1))) with { Workspace = null }).First().Workspace);
    }

    [Fact]
    public void A_private_incident_is_not_named_among_the_causes()
    {
        var halt = ApplyPolicy.Of(View(Spent(1.5, Share(1, 0.1), Share(2, 0.15) with { Private = true }, Share(3, 0.19)))).Single();
        Assert.Equal([3, 1], halt.Because.Select(incident => incident.Number));
    }

    [Fact]
    public void A_class_of_private_incidents_alone_is_told_nowhere() =>
        Assert.Empty(ApplyPolicy.Of(View(Unknown) with { Quarter = Spent(0.5, Share(1, 0.5) with { Private = true }), ClassOf = _ => "leaked key" }));

    [Theory]
    [InlineData("Expired  certificate!", "expired-certificate")]
    [InlineData("expired certificate", "expired-certificate")]
    [InlineData("…", "")]
    public void Spelling_makes_no_other_class(string text, string slug) => Assert.Equal(slug, ClassShare.SlugOf(text));

    [Fact]
    public void However_figures_move_no_rule_stands_twice_and_each_begins_and_ends_in_turn() =>
        Gen.Select(Gen.Double[0, 1.5].Array[0, 4], Gen.Bool).Array[1, 30].Sample(steps =>
        {
            var all = new Dictionary<string, Consequence>();
            foreach (var (took, known) in steps)
            {
                IncidentShare[] shares = [.. took.Select((share, index) => Share(index + 1, share))];
                var view = View(known ? Spent(took.Sum(), shares) : Unknown, [.. all.Values]) with { Quarter = known ? Spent(took.Sum(), shares) : Unknown, ClassOf = id => id.Number % 2 == 0 ? "full disk" : null };
                var changes = ApplyPolicy.Of(view).ToList();
                Assert.Equal(changes.Count, changes.Select(one => one.Key).Distinct().Count());
                if (!known) Assert.Empty(changes);
                foreach (var one in changes)
                {
                    var before = all.GetValueOrDefault(one.Key);
                    Assert.Null(ConsequenceLifecycle.Refuses(before?.Status ?? ConsequenceStatus.Ended, one.Status));
                    all[one.Key] = one with { Version = one.Version + 1 };
                }
                Assert.True(all.Values.Count(one => one is { Rule: PolicyRule.BudgetExhausted, Stands: true }) <= 1);
                Assert.Empty(ApplyPolicy.Of(view with { Known = [.. all.Values] }));
            }
        });

    [Fact]
    public void The_order_of_incidents_does_not_matter() =>
        Gen.Double[0, 0.6].Array[0, 6].Sample(took =>
        {
            IncidentShare[] shares = [.. took.Select((share, index) => Share(index + 1, share))];
            IncidentShare[] reversed = [.. shares.Reverse()];
            Assert.Equal(Told(shares), Told(reversed));
        });

    private static IEnumerable<string> Told(IncidentShare[] shares) => ApplyPolicy.Of(View(Spent(1.1, shares)) with { Quarter = Spent(1.1, shares), ClassOf = _ => "full disk" })
        .Select(one => $"{one.Key} {string.Join(',', one.Because.Select(incident => incident.Number))}").Order(StringComparer.Ordinal);

    private static PolicyView View(BudgetReport window, params Consequence[] known) => new(window.Slo, window, Unknown, known, new(), Some.Workspace);

    private static BudgetReport Spent(double spent, params IncidentShare[] shares) => Unknown with { Unknown = null, Spent = spent, Method = BudgetMethod.Measured, Incidents = shares };

    private static IncidentShare Share(int incident, double took) => new(new(Some.Workspace, incident), new(Some.Time.AddHours(-incident - 1), Some.Time.AddHours(-incident)), took, BudgetMethod.Measured);

    private static Consequence Begun(PolicyRule rule, string occasion) => new()
    {
        Slo = PolicyStory.Checkout.Name,
        Rule = rule,
        Occasion = occasion,
        Workspace = Some.Workspace,
        Spent = 1.1,
        Method = BudgetMethod.Measured,
        Since = Some.Time.AddDays(-2),
        Version = 1,
    };
}
