using System.Text;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Monitoring.Prometheus;
using IncidentBot.Tests.Monitoring.Servers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>Whatever is answered, there is a true figure or the reason why there is none.</summary>
public sealed class HostilePrometheusTests : PrometheusTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("""{"resultType":"vector","result":[]}""", "found no samples between 2026-10-25 14:00 and 2026-11-22 14:00 UTC")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"1"]},{"metric":{},"value":[1,"2"]},{"metric":{},"value":[1,"3"]}]}""", "The query for good interactions of checkout-availability gave 3 series. Wrap it in sum(...)")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"NaN"]}]}""", "gave NaN")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"+Inf"]}]}""", "gave an infinite number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"-Inf"]}]}""", "gave an infinite number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"1e999"]}]}""", "gave an infinite number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"-5"]}]}""", "gave a negative number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,"many"]}]}""", "gave something that is no number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":[1,1]}]}""", "gave something that is no number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"value":"1"}]}""", "gave something that is no number")]
    [InlineData("""{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"count":"1"}]}]}""", "gave a histogram")]
    [InlineData("""{"resultType":"vector","result":{"metric":{}}}""", "found no samples")]
    [InlineData("""{"resultType":"string","result":[1,"1"]}""", "gave text")]
    [InlineData("""{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1"]]}]}""", "gave a range of samples")]
    [InlineData("""{"resultType":"tensor","result":[]}""", "no result")]
    [InlineData("""[]""", "no result")]
    [InlineData("null", "no result")]
    public async Task A_result_that_is_no_count_gives_no_figure(string data, string words)
    {
        Prometheus.Gives(data);
        await IsUnreadAsync(words, isFault: false);
    }

    [Theory]
    [InlineData(400, """{"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:10: parse error: unclosed left parenthesis"}""", "is refused by Prometheus: invalid parameter \"query\": 1:10: parse error: unclosed left parenthesis")]
    [InlineData(422, """{"status":"error","errorType":"execution","error":"query processing would load too many samples into memory"}""", "is refused by Prometheus: query processing would load too many samples")]
    [InlineData(200, """{"status":"success","data":{"resultType":"scalar","result":[1,"1"]},"warnings":["fetch series: store unreachable"]}""", "was answered with a warning, so nothing is counted: fetch series: store unreachable")]
    public async Task What_is_wrong_with_a_query_is_said_in_the_words_of_Prometheus(int status, string body, string words)
    {
        Prometheus.Answers(status, Json, body);
        await IsUnreadAsync(words, isFault: false);
    }

    [Theory]
    [InlineData(500, "text/plain", "it broke", "answered HTTP 500")]
    [InlineData(502, "text/html", "<html>Bad gateway</html>", "answered HTTP 502")]
    [InlineData(429, "text/plain", "", "answered HTTP 429")]
    [InlineData(503, Json, """{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}""", "gave up on the query for ")]
    [InlineData(503, Json, """{"status":"error","errorType":"unavailable","error":"TSDB not ready"}""", "failed: TSDB not ready")]
    [InlineData(200, Json, """{"status":"error","errorType":"internal","error":"it broke"}""", "failed: it broke")]
    [InlineData(401, "text/plain", "Unauthorized", "does not let us in (401). Check Slos:Prometheus:BearerToken")]
    [InlineData(403, "text/html", "<html>", "does not let us in (403)")]
    [InlineData(404, "text/plain", "404 page not found", "Check the path in Slos:Prometheus:Url")]
    [InlineData(200, "text/html; charset=utf-8", "<html><form>Sign in</form></html>", "answered with text/html instead of JSON")]
    [InlineData(200, "text/plain", """{"status":"success","data":{"resultType":"scalar","result":[1,"1"]}}""", "answered with text/plain instead of JSON")]
    [InlineData(200, Json, """{"status":"success","data":{"resultType":"scalar","result":[1,"1""", "breaks off or is no JSON")]
    [InlineData(200, Json, "", "breaks off or is no JSON")]
    [InlineData(200, Json, "[1]", "breaks off or is no JSON")]
    [InlineData(200, Json, "{}", "no result of a query")]
    [InlineData(200, Json, """{"status":"success"}""", "no result of a query")]
    [InlineData(200, Json, """{"status":"success","isPartial":true,"data":{"resultType":"scalar","result":[1,"1"]}}""", "could read only a part of the data")]
    public async Task A_Prometheus_that_fails_is_told_in_its_health_too(int status, string contentType, string body, string words)
    {
        Prometheus.Answers(status, contentType, body);
        await IsUnreadAsync(words, isFault: true);

        Prometheus.Instead = null;
        Assert.NotNull((await Monitoring.MeasuresAsync()).Reading);
        Assert.Null(Monitoring.Fault);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        await using var elsewhere = await PrometheusDouble.StartAsync();
        Prometheus.Answers(307, "text/plain", "", $"{elsewhere.Url}api/v1/query");
        await IsUnreadAsync("sends us to another address (307), which is not followed", isFault: true);
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        Prometheus.Instead = async (_, context) =>
        {
            context.Response.ContentType = Json;
            await context.Response.WriteAsync("""{"status":"success","data":{"resultType":"vector","result":[""");
            var part = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"metric":{"path":"/a/long/one"},"value":[1,"1"]},""", 1000)));
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(part, context.RequestAborted);
        };
        await IsUnreadAsync("was answered with more than 5 MB. Wrap it in sum(...)", isFault: false);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_not_waited_for()
    {
        Prometheus.Instead = (_, context) => Never(context);
        var measuring = Monitoring.MeasuresAsync();
        await TimesOutAsync(measuring);
    }

    [Fact]
    public async Task An_answer_that_stops_in_its_middle_is_not_waited_for()
    {
        Prometheus.Instead = async (_, context) =>
        {
            context.Response.ContentType = Json;
            await context.Response.WriteAsync("""{"status":"success","data":""");
            await context.Response.Body.FlushAsync();
            await Never(context);
        };
        await TimesOutAsync(Monitoring.MeasuresAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told()
    {
        Prometheus.Instead = async (_, context) =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = (Json, 1000);
            await context.Response.WriteAsync("""{"status":"success","data":{"resultType":"scalar","result":[1,"1"]}}""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        await IsUnreadAsync("broke while it answered", isFault: true);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_what_to_check()
    {
        await Prometheus.DisposeAsync();
        await IsUnreadAsync($"Prometheus at {Prometheus.Url.Authority} could not be reached (ConnectionError). Check that it runs, and Slos:Prometheus:Url.", isFault: true);
    }

    [Fact]
    public async Task More_good_than_all_is_no_figure()
    {
        Prometheus.Counts = (asked, seconds, _) => seconds * (asked.IsGood ? 105 : 100);
        await IsUnreadAsync("more than the", isFault: false);
    }

    [Fact]
    public async Task A_little_more_good_than_all_is_all_for_counts_are_stretched_to_the_edges()
    {
        Prometheus.Counts = (asked, seconds, _) => seconds * (asked.IsGood ? 100.5 : 100);
        var reading = (await Monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(0, reading.Counted.Bad);
        Assert.All(reading.Course, step => Assert.Equal(0, step.Counted.Bad));
    }

    [Fact]
    public async Task No_traffic_is_a_figure()
    {
        Prometheus.Counts = (_, _, _) => 0;
        var measured = await Monitoring.MeasuresAsync();
        Assert.Equal((0, 0, null), (measured.Reading!.Counted.Good, measured.Reading.Counted.Total, measured.Unread));
    }

    [Fact]
    public async Task A_query_that_always_counts_the_same_time_is_not_asked()
    {
        using var monitoring = new MonitoringUnderTest(Prometheus.Url, MonitoringUnderTest.Of("sum(good:increase28d)", "sum(total:increase28d)"));
        var measured = await monitoring.MeasuresAsync();
        Assert.Null(measured.Reading);
        Assert.Contains("has no $window in it", measured.Unread, StringComparison.Ordinal);
        Assert.Empty(Prometheus.Asked);
    }

    [Fact]
    public async Task What_it_echoes_of_the_token_is_not_shown()
    {
        Prometheus.Answers(400, Json, $$"""{"status":"error","errorType":"bad_data","error":"no such user: Bearer {{MonitoringUnderTest.Secret}} {{new string('x', 5000)}}"}""");
        var unread = (await Monitoring.MeasuresAsync()).Unread!;
        Assert.Contains("no such user: Bearer …", unread, StringComparison.Ordinal);
        Assert.InRange(unread.Length, 1, 400);
        Assert.DoesNotContain(MonitoringUnderTest.Secret, unread + Monitoring.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_contradicts_itself_is_left_out_of_the_course()
    {
        var odd = Monitoring.Now.AddDays(-7);
        Prometheus.Counts = (asked, seconds, at) => seconds * (at == odd && asked.IsGood ? 20 : asked.IsGood ? 9 : 10);
        var reading = (await Monitoring.MeasuresAsync()).Reading!;
        Assert.Equal(167, reading.Course.Count);
        Assert.DoesNotContain(reading.Course, step => step.When.To == odd);
        Assert.Null(reading.Covered);
    }

    private async Task IsUnreadAsync(string words, bool isFault)
    {
        var measured = await Monitoring.MeasuresAsync(impact: Monitoring.Last(TimeSpan.FromMinutes(29)));
        Assert.Equal((null, null), (measured.Reading, measured.Impact));
        Assert.Contains(words, measured.Unread, StringComparison.Ordinal);
        Assert.Equal(isFault ? measured.Unread : null, Monitoring.Fault);
        Assert.DoesNotContain(MonitoringUnderTest.Secret, measured.Unread + Monitoring.Log, StringComparison.Ordinal);
    }

    private async Task TimesOutAsync(Task<SloMeasured> measuring)
    {
        await Until.HoldsAsync(() => Prometheus.Asked.Count == 2, "both queries are asked");
        Monitoring.Time.Advance(PrometheusOptions.UsualTimeout);
        var measured = await measuring;
        Assert.Null(measured.Reading);
        Assert.Contains("did not answer within 10 seconds", measured.Unread, StringComparison.Ordinal);
        Assert.Equal(measured.Unread, Monitoring.Fault);
    }

    private static async Task Never(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var end = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }
}
