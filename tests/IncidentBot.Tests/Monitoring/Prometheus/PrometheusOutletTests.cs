using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Monitoring.Prometheus;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

public sealed class PrometheusOutletTests : IAsyncLifetime
{
    private PrometheusDouble _prometheus = null!;
    private MonitoringUnderTest _monitoring = null!;

    public async ValueTask InitializeAsync()
    {
        _prometheus = await PrometheusDouble.StartAsync();
        _monitoring = new(_prometheus.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _monitoring.Dispose();
        await _prometheus.DisposeAsync();
    }

    [Fact]
    public async Task The_window_is_counted_as_a_whole_and_in_steps_that_follow_one_another()
    {
        var measured = await _monitoring.MeasuresAsync();
        var reading = measured.Reading!;
        Assert.Equal((28 * 86400 * 9d, 28 * 86400 * 10d), (reading.Counted.Good, reading.Counted.Total));
        Assert.Equal((_monitoring.Now, _monitoring.Now.AddDays(-28), null, null), (reading.At, reading.Window.From, reading.Covered, measured.Unread));
        Assert.Equal(168, reading.Course.Count);
        Assert.Equal(_monitoring.Now.AddDays(-28), reading.Course[0].When.From);
        Assert.All(reading.Course.Zip(reading.Course.Skip(1)), pair => Assert.Equal(pair.First.When.To, pair.Second.When.From));
        Assert.Equal(_monitoring.Now, reading.Course[^1].When.To);
        Assert.Equal(reading.Counted.Bad, reading.Course.Sum(step => step.Counted.Bad), tolerance: 0.001);
    }

    [Fact]
    public async Task What_is_left_after_whole_steps_ends_the_course()
    {
        var month = new Period(new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), _monitoring.Now);
        var reading = (await _monitoring.MeasuresAsync(month)).Reading!;
        Assert.Equal((month.From, month.To), (reading.Course[0].When.From, reading.Course[^1].When.To));
        Assert.Equal(reading.Counted.Total, reading.Course.Sum(step => step.Counted.Total), tolerance: 0.001);
        Assert.True(reading.Course[^1].When.Length < reading.Course[0].When.Length);
    }

    [Fact]
    public async Task The_time_in_which_users_were_hit_is_counted_beside_the_window()
    {
        var impact = new Period(_monitoring.Now.AddMinutes(-40), _monitoring.Now.AddMinutes(-11));
        var measured = await _monitoring.MeasuresAsync(impact: impact);
        Assert.Equal(impact, measured.Impact!.When);
        Assert.Equal((29 * 60 * 9d, 29 * 60 * 10d, null), (measured.Impact.Counted.Good, measured.Impact.Counted.Total, measured.Impact.Covered));
        Assert.NotNull(measured.Reading);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_leaves_the_window_as_it_is()
    {
        _prometheus.Counts = (asked, seconds, _) => seconds < 3600 ? null : seconds * (asked.IsGood ? 9 : 10);
        var measured = await _monitoring.MeasuresAsync(impact: _monitoring.Last(TimeSpan.FromMinutes(4)));
        Assert.NotNull(measured.Reading);
        Assert.Null(measured.Impact);
        Assert.Contains("found no two scrapes in so short a time", measured.Unread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_without_length_is_not_asked_for()
    {
        var measured = await _monitoring.MeasuresAsync(impact: new(_monitoring.Now, _monitoring.Now));
        Assert.Null(measured.Impact);
        Assert.Contains("found no two scrapes in so short a time", measured.Unread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_begins_inside_the_window_says_so()
    {
        var began = _monitoring.Now.AddDays(-15);
        _prometheus.Counts = (asked, seconds, at) => at <= began ? null : Math.Min(seconds, (at - began).TotalSeconds) * (asked.IsGood ? 9 : 10);
        var reading = (await _monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(new(began, _monitoring.Now), reading.Covered);
        Assert.Equal((90, began), (reading.Course.Count, reading.Course[0].When.From));
    }

    [Fact]
    public async Task Data_that_ends_before_the_window_does_says_so()
    {
        var ended = _monitoring.Now.AddDays(-2);
        _prometheus.Counts = (asked, seconds, at) => at > ended && seconds < 86400 ? null : seconds * (asked.IsGood ? 9 : 10);
        Assert.Equal(new Period(_monitoring.Now.AddDays(-28), ended), (await _monitoring.MeasuresAsync()).Reading!.Covered);
    }

    [Fact]
    public async Task A_hole_inside_is_left_out_of_the_course()
    {
        var (from, to) = (_monitoring.Now.AddDays(-10), _monitoring.Now.AddDays(-9));
        _prometheus.Counts = (asked, seconds, at) => seconds < 86400 && at > from && at <= to ? null : seconds * (asked.IsGood ? 9 : 10);
        var reading = (await _monitoring.MeasuresAsync()).Reading!;
        Assert.Equal((162, null), (reading.Course.Count, reading.Covered));
        Assert.DoesNotContain(reading.Course, step => step.When.From < to && step.When.To > from);
    }

    [Fact]
    public async Task Queries_are_posted_with_the_token()
    {
        await _monitoring.MeasuresAsync();
        Assert.All(_prometheus.Asked, asked => Assert.Equal(("POST", $"Bearer {MonitoringUnderTest.Secret}", "10s"), (asked.Method, asked.Authorization, asked.Form["timeout"])));
        Assert.Equal(["/api/v1/query", "/api/v1/query", "/api/v1/query_range", "/api/v1/query_range"], _prometheus.Asked.Select(asked => asked.Path).Order());
        Assert.Contains(_prometheus.Asked, asked => asked.Query == "good[2419200s]" && asked.Form["time"] == "1795356000");
        Assert.Contains(_prometheus.Asked, asked => asked.Query == "total[14400s]" && asked.Form["step"] == "14400s" && asked.Form["end"] == "1795356000");
    }

    [Fact]
    public async Task Or_with_user_and_password()
    {
        using var monitoring = new MonitoringUnderTest(_prometheus.Url, options: new() { Url = new(_prometheus.Url, "behind/a/path/"), User = "bot", Password = "test-secret" });
        await monitoring.MeasuresAsync();
        Assert.All(_prometheus.Asked, asked => Assert.Equal("Basic Ym90OnRlc3Qtc2VjcmV0", asked.Authorization));
        Assert.StartsWith("/behind/a/path/api/v1/query", _prometheus.Asked[0].Path, StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret", new PrometheusOptions { Url = _prometheus.Url, BearerToken = "test-secret", Password = "test-secret" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SLO_without_queries_is_answered_without_asking()
    {
        using var monitoring = new MonitoringUnderTest(_prometheus.Url, MonitoringUnderTest.Of("", "") with { Sli = new(SliKind.Events, "good ones", "all") });
        var told = Assert.IsType<SloNotMeasured>(await monitoring.DoAsync(new MeasureSlo("checkout-availability", new(new("local", "general")), monitoring.Last(TimeSpan.FromDays(28)))));
        Assert.Contains("has no queries", told.Why, StringComparison.Ordinal);
        Assert.Empty(_prometheus.Asked);
    }
}
