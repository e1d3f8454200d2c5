using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Monitoring.Prometheus;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

public sealed class PrometheusOutletTests : PrometheusTests
{
    [Fact]
    public async Task The_window_is_counted_as_a_whole_and_in_steps_that_follow_one_another()
    {
        var measured = await Monitoring.MeasuresAsync();
        var reading = measured.Reading!;
        Assert.Equal((28 * 86400 * 9d, 28 * 86400 * 10d), (reading.Counted.Good, reading.Counted.Total));
        Assert.Equal((Monitoring.Now, Monitoring.Now.AddDays(-28), null, null), (reading.At, reading.Window.From, reading.Covered, measured.Unread));
        Assert.Equal(168, reading.Course.Count);
        Assert.Equal(Monitoring.Now.AddDays(-28), reading.Course[0].When.From);
        Assert.All(reading.Course.Zip(reading.Course.Skip(1)), pair => Assert.Equal(pair.First.When.To, pair.Second.When.From));
        Assert.Equal(Monitoring.Now, reading.Course[^1].When.To);
        Assert.Equal(reading.Counted.Bad, reading.Course.Sum(step => step.Counted.Bad), tolerance: 0.001);
    }

    [Fact]
    public async Task What_is_left_after_whole_steps_ends_the_course()
    {
        var month = new Period(new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Monitoring.Now);
        var reading = (await Monitoring.MeasuresAsync(month)).Reading!;
        Assert.Equal((month.From, month.To), (reading.Course[0].When.From, reading.Course[^1].When.To));
        Assert.Equal(reading.Counted.Total, reading.Course.Sum(step => step.Counted.Total), tolerance: 0.001);
        Assert.True(reading.Course[^1].When.Length < reading.Course[0].When.Length);
    }

    [Fact]
    public async Task The_time_in_which_users_were_hit_is_counted_beside_the_window()
    {
        var impact = new Period(Monitoring.Now.AddMinutes(-40), Monitoring.Now.AddMinutes(-11));
        var measured = await Monitoring.MeasuresAsync(impact: impact);
        Assert.Equal(impact, measured.Impact!.When);
        Assert.Equal((29 * 60 * 9d, 29 * 60 * 10d, null), (measured.Impact.Counted.Good, measured.Impact.Counted.Total, measured.Impact.Covered));
        Assert.NotNull(measured.Reading);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_leaves_the_window_as_it_is()
    {
        Prometheus.Counts = (asked, seconds, _) => seconds < 3600 ? null : seconds * (asked.IsGood ? 9 : 10);
        var measured = await Monitoring.MeasuresAsync(impact: Monitoring.Last(TimeSpan.FromMinutes(4)));
        Assert.NotNull(measured.Reading);
        Assert.Null(measured.Impact);
        Assert.Contains("found no two scrapes in so short a time", measured.Unread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_without_length_is_not_asked_for()
    {
        var measured = await Monitoring.MeasuresAsync(impact: new(Monitoring.Now, Monitoring.Now));
        Assert.Null(measured.Impact);
        Assert.Contains("found no two scrapes in so short a time", measured.Unread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_begins_inside_the_window_says_so()
    {
        var began = Monitoring.Now.AddDays(-15);
        Prometheus.Counts = (asked, seconds, at) => at <= began ? null : Math.Min(seconds, (at - began).TotalSeconds) * (asked.IsGood ? 9 : 10);
        var reading = (await Monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(new(began, Monitoring.Now), reading.Covered);
        Assert.Equal((90, began), (reading.Course.Count, reading.Course[0].When.From));
    }

    [Fact]
    public async Task Data_that_ends_before_the_window_does_says_so()
    {
        var ended = Monitoring.Now.AddDays(-2);
        Prometheus.Counts = (asked, seconds, at) => at > ended && seconds < 86400 ? null : seconds * (asked.IsGood ? 9 : 10);
        Assert.Equal(new Period(Monitoring.Now.AddDays(-28), ended), (await Monitoring.MeasuresAsync()).Reading!.Covered);
    }

    [Fact]
    public async Task A_hole_inside_is_left_out_of_the_course()
    {
        var (from, to) = (Monitoring.Now.AddDays(-10), Monitoring.Now.AddDays(-9));
        Prometheus.Counts = (asked, seconds, at) => seconds < 86400 && at > from && at <= to ? null : seconds * (asked.IsGood ? 9 : 10);
        var reading = (await Monitoring.MeasuresAsync()).Reading!;
        Assert.Equal((162, null), (reading.Course.Count, reading.Covered));
        Assert.DoesNotContain(reading.Course, step => step.When.From < to && step.When.To > from);
    }

    [Fact]
    public async Task Queries_are_posted_with_the_token()
    {
        await Monitoring.MeasuresAsync();
        Assert.All(Prometheus.Asked, asked => Assert.Equal(("POST", $"Bearer {MonitoringUnderTest.Secret}", "10s"), (asked.Method, asked.Authorization, asked.Form["timeout"])));
        Assert.Equal(["/api/v1/query", "/api/v1/query", "/api/v1/query_range", "/api/v1/query_range"], Prometheus.Asked.Select(asked => asked.Path).Order());
        Assert.Contains(Prometheus.Asked, asked => asked.Query == "good[2419200s]" && asked.Form["time"] == "1795356000");
        Assert.Contains(Prometheus.Asked, asked => asked.Query == "total[14400s]" && asked.Form["step"] == "14400s" && asked.Form["end"] == "1795356000");
    }

    [Fact]
    public async Task Or_with_user_and_password()
    {
        using var monitoring = new MonitoringUnderTest(Prometheus.Url, options: new() { Url = new(Prometheus.Url, "behind/a/path/"), User = "bot", Password = "test-secret" });
        await monitoring.MeasuresAsync();
        Assert.All(Prometheus.Asked, asked => Assert.Equal("Basic Ym90OnRlc3Qtc2VjcmV0", asked.Authorization));
        Assert.StartsWith("/behind/a/path/api/v1/query", Prometheus.Asked[0].Path, StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret", new PrometheusOptions { Url = Prometheus.Url, BearerToken = "test-secret", Password = "test-secret" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SLO_without_queries_is_answered_without_asking()
    {
        using var monitoring = new MonitoringUnderTest(Prometheus.Url, MonitoringUnderTest.Of("", "") with { Sli = new(SliKind.Events, "good ones", "all") });
        var told = Assert.IsType<SloNotMeasured>(await monitoring.DoAsync(new MeasureSlo("checkout-availability", new(new("local", "general")), monitoring.Last(TimeSpan.FromDays(28)))));
        Assert.Contains("has no queries", told.Why, StringComparison.Ordinal);
        Assert.Empty(Prometheus.Asked);
    }
}
