using IncidentBot.Core.Bot;
using IncidentBot.Core.Slos;
using IncidentBot.Monitoring.Prometheus;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

public sealed class PrometheusCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private static readonly Slo Slo = MonitoringUnderTest.Of("good[$window]", "total[$window]");

    [Fact]
    public async Task Each_SLO_has_a_line_with_what_was_counted()
    {
        await using var prometheus = await PrometheusDouble.StartAsync();
        var lines = await LinesAsync(prometheus, Slo, Slo with { Name = "search-availability" });
        Assert.Equal(["checkout-availability", "search-availability"], lines.Select(line => line.Subject));
        Assert.All(lines, line => Assert.Equal((CheckResult.Fine, "90% was good in its window so far (21772800 of 24192000)."), (line.Result, line.Words)));
    }

    [Fact]
    public async Task A_wrong_query_is_a_fault_of_its_SLO_and_the_others_are_tried()
    {
        await using var prometheus = await PrometheusDouble.StartAsync();
        var lines = await LinesAsync(prometheus, MonitoringUnderTest.Of("good", "total"), Slo);
        Assert.Equal([CheckResult.Fault, CheckResult.Fine], lines.Select(line => line.Result));
        Assert.Contains("has no $window in it", lines[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Prometheus_that_does_not_let_us_in_is_said_once()
    {
        await using var prometheus = await PrometheusDouble.StartAsync();
        prometheus.Answers(401, "text/plain", "");
        var fault = Assert.Single(await LinesAsync(prometheus, Slo, Slo));
        Assert.Equal(("Slos:Prometheus:Url", CheckResult.Fault), (fault.Subject, fault.Result));
        Assert.DoesNotContain(MonitoringUnderTest.Secret, fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_longer_than_what_Prometheus_keeps_is_noted()
    {
        await using var prometheus = await PrometheusDouble.StartAsync();
        prometheus.Counts = (asked, seconds, at) => at <= Now.AddDays(-15) ? null : seconds * (asked.IsGood ? 9 : 10);
        var line = Assert.Single(await LinesAsync(prometheus, Slo));
        Assert.Equal(CheckResult.Remark, line.Result);
        Assert.Contains("of 2026-11-07 14:00 to 2026-11-22 14:00 UTC only", line.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_measured_and_what_counts_nothing_is_noted()
    {
        await using var prometheus = await PrometheusDouble.StartAsync();
        prometheus.Counts = (_, _, _) => 0;
        var lines = await LinesAsync(prometheus, Slo with { Sli = new(SliKind.Events, "good ones", "all") }, Slo);
        Assert.All(lines, line => Assert.Equal(CheckResult.Remark, line.Result));
        Assert.Equal("SLOs", Assert.Single(await LinesAsync(prometheus)).Subject);
    }

    private static async Task<IReadOnlyList<CheckLine>> LinesAsync(PrometheusDouble prometheus, params Slo[] slos)
    {
        var lines = new List<CheckLine>();
        await foreach (var line in PrometheusCheck.RunAsync(new() { Url = prometheus.Url, BearerToken = MonitoringUnderTest.Secret }, slos, new FakeTimeProvider(Now), TestContext.Current.CancellationToken)) lines.Add(line);
        return lines;
    }
}
