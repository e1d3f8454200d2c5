using IncidentBot.Core.Slos;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings.Slos;

public sealed class SlosSettingsTests
{
    private static readonly (string Key, string Value)[] Checkout =
    [
        ("Name", "checkout-availability"), ("Service", "checkout"), ("Sli:Good", "answers other than 5xx"), ("Sli:Total", "requests"), ("Objective", "99.9%"), ("Window", "28d"),
    ];

    [Fact]
    public void An_SLO_is_read()
    {
        var slo = Assert.Single(Read(Entry(("Owners", "ana, @U0123ABCD"), ("Room", "#sre"))).Slos.Catalogue);
        Assert.Equal(("checkout-availability", "checkout", 0.999m, SloWindow.Rolling(28), "sre"), (slo.Name, slo.Service, slo.Objective, slo.Window, slo.Room));
        Assert.Equal(["ana", "@U0123ABCD"], slo.Owners);
        Assert.Equal(new(SliKind.Events, "answers other than 5xx", "requests"), slo.Sli);
    }

    [Theory]
    [InlineData("99.9%", 0.999)]
    [InlineData("99.9 %", 0.999)]
    [InlineData("0.999", 0.999)]
    [InlineData("99.995%", 0.99995)]
    public void An_objective_is_a_percentage_or_a_share(string written, double share) => Assert.Equal((decimal)share, Assert.Single(Read(Entry(("Objective", written))).Slos.Catalogue).Objective);

    [Theory]
    [InlineData("100%", "leaves no error budget")]
    [InlineData("1", "leaves no error budget")]
    [InlineData("99.9", "did you mean 99.9%?")]
    [InlineData("0", "above 0 and below 100 %")]
    [InlineData("-1%", "above 0 and below 100 %")]
    [InlineData("101%", "above 0 and below 100 %")]
    [InlineData("99,9%", "above 0 and below 100 %")]
    [InlineData("three nines", "above 0 and below 100 %")]
    public void An_objective_that_cannot_be_is_refused_with_the_reason(string written, string why) => Refused($"Slos:Catalogue:0 (checkout-availability): Objective is \"{written}\".", why, ("Objective", written));

    [Theory]
    [InlineData("month", SloWindowKind.CalendarMonth)]
    [InlineData("Quarter", SloWindowKind.CalendarQuarter)]
    public void A_window_of_the_calendar_has_a_zone(string written, SloWindowKind kind) =>
        Assert.Equal(new SloWindow(kind, TimeZone: "Europe/Lisbon"), Assert.Single(Read(Entry(("Window", written), ("TimeZone", "Europe/Lisbon"))).Slos.Catalogue).Window);

    [Theory]
    [InlineData("Window", "4 weeks", "Window is \"4 weeks\". It can be a number of days")]
    [InlineData("Window", "0d", "Window is \"0d\".")]
    [InlineData("Window", "366d", "at most 90d")]
    [InlineData("TimeZone", "Europe/Lisbon", "ends at every moment and begins in no zone")]
    [InlineData("TimeZone", "Mars/Olympus", "TimeZone is \"Mars/Olympus\", which is not known.")]
    [InlineData("Name", "checkout availability", "Name is \"checkout availability\". It is one word")]
    [InlineData("Sli:Kind", "requests", "Sli:Kind is \"requests\".")]
    [InlineData("Sli:Kind", "1", "Sli:Kind is \"1\".")]
    [InlineData("Sli:GoodQuery", "sum(increase(good[$window]))", "Sli:GoodQuery is there, but not Sli:TotalQuery.")]
    [InlineData("Service", "", "Service is missing.")]
    [InlineData("Sli:Good", "", "Sli:Good is missing.")]
    [InlineData("Target", "99", "Target is not known. An SLO has Name, Service")]
    public void What_is_wrong_with_an_SLO_is_told_with_its_place(string key, string value, string why) => Refused("Slos:Catalogue:0 (", why, (key, value));

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var (_, faults) = Read([("Slos:Catalogue:0:Objective", "2"), ("Slos:Catalogue:1:Name", "a"), ("Slos:Catalogue:2:Name", "A"), ("Slos:MeasureEvery", "often"), ("Slos:Policy:IncidentShare", "20")]);
        Assert.Contains(faults, fault => fault.StartsWith("Slos:Catalogue:0: Name is missing.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Slos:Catalogue:1 (a): Window is missing.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("a is the name of 2 SLOs: Slos:Catalogue:1 (a); Slos:Catalogue:2 (A).", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Slos:MeasureEvery is \"often\".", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Slos:Policy:IncidentShare is \"20\".", StringComparison.Ordinal));
    }

    [Fact]
    public void Queries_need_the_length_of_time_and_somebody_to_answer_them()
    {
        var (_, faults) = Read(Entry(("Sli:GoodQuery", "sum(good)"), ("Sli:TotalQuery", "sum(increase(all[$window]))")));
        Assert.StartsWith("Slos:Catalogue:0 (checkout-availability): Sli:GoodQuery has no $window.", Assert.Single(faults), StringComparison.Ordinal);
        (_, faults) = Read(Entry(("Sli:GoodQuery", "sum(increase(good[$window]))"), ("Sli:TotalQuery", "sum(increase(all[$window]))")));
        Assert.StartsWith("checkout-availability has queries, but Slos:Prometheus:Url is not set", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void With_Prometheus_it_is_measured()
    {
        var (slos, faults) = Read([.. Entry(("Sli:GoodQuery", "sum(increase(good[$window]))"), ("Sli:TotalQuery", "sum(increase(all[$window]))")), ("Slos:Prometheus:Url", "http://prometheus:9090")]);
        Assert.Empty(faults);
        Assert.True(slos is { Measured: true, Catalogue: [{ Sli.IsMeasured: true }] });
    }

    [Theory]
    [InlineData("20%", 0.2)]
    [InlineData("0.35", 0.35)]
    [InlineData("", null)]
    public void A_rule_s_share_is_a_percentage_and_empty_for_no_rule(string written, double? share) => Assert.Equal(share, Read([("Slos:Policy:IncidentShare", written)]).Slos.Policy.IncidentShare);

    [Fact]
    public void A_catalogue_that_is_no_list_is_a_fault() => Assert.StartsWith("Slos:Catalogue is \"slos.yaml\". It is a list", Assert.Single(Read([("Slos:Catalogue", "slos.yaml")]).Faults), StringComparison.Ordinal);

    private static void Refused(string place, string why, (string Key, string Value) changed)
    {
        var fault = Assert.Single(Read(Entry(changed)).Faults);
        Assert.StartsWith(place, fault, StringComparison.Ordinal);
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    private static (string Key, string Value)[] Entry(params (string Key, string Value)[] changed) =>
        [.. Checkout.Concat(changed).GroupBy(pair => pair.Key).Select(pair => ($"Slos:Catalogue:0:{pair.Key}", pair.Last().Value))];

    private static (SloSettings Slos, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build());
        return (reader.Read().Bot.Slos, reader.Faults);
    }
}
