using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>Prometheus' HTTP API on a loopback port, with every fault that it or what stands in between may have. Without one, each second has 10 interactions, 9 of them good.</summary>
internal sealed class PrometheusDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<AskedQuery> _asked = new();
    private WebApplication? _server;

    public IReadOnlyList<AskedQuery> Asked => [.. _asked];

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What is answered in place of counts.</summary>
    public Func<AskedQuery, HttpContext, Task>? Instead { get; set; }

    /// <summary>The count of a query over so many seconds to a time; null: there is no sample.</summary>
    public Func<AskedQuery, double, DateTimeOffset, double?> Counts { get; set; } = (asked, seconds, _) => seconds * (asked.IsGood ? 9 : 10);

    public static async Task<PrometheusDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var prometheus = new PrometheusDouble { _server = builder.Build() };
        prometheus._server.Run(prometheus.AnswerAsync);
        await prometheus._server.StartAsync();
        prometheus.Url = new(prometheus._server.Urls.Single() + "/");
        return prometheus;
    }

    public void Answers(int status, string contentType, string body, string? location = null) => Instead = (_, context) =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, contentType);
        if (location is not null) context.Response.Headers.Location = location;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Success, with this as its data.</summary>
    public void Gives(string data, string beside = "") => Answers(200, "application/json", $$"""{"status":"success","data":{{data}}{{beside}}}""");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var asked = new AskedQuery(context.Request.Method, context.Request.Path, context.Request.Headers.Authorization, form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        _asked.Enqueue(asked);
        if (Instead is { } instead) await instead(asked, context);
        else await context.Response.WriteAsJsonAsync(new { status = "success", data = asked.Path.EndsWith("query_range", StringComparison.Ordinal) ? Matrix(asked) : Vector(asked) });
    }

    private object Vector(AskedQuery asked) => new
    {
        resultType = "vector",
        result = Counts(asked, asked.Seconds, asked.Time("time")) is { } count ? [new { metric = new { }, value = Sample(asked.Time("time"), count) }] : Array.Empty<object>(),
    };

    private object Matrix(AskedQuery asked)
    {
        var values = new List<object[]>();
        for (var at = asked.Time("start"); at <= asked.Time("end"); at += TimeSpan.FromSeconds(asked.Seconds))
            if (Counts(asked, asked.Seconds, at) is { } count) values.Add(Sample(at, count));
        return new { resultType = "matrix", result = values.Count == 0 ? Array.Empty<object>() : [new { metric = new { }, values }] };
    }

    private static object[] Sample(DateTimeOffset at, double count) => [at.ToUnixTimeSeconds(), count.ToString(CultureInfo.InvariantCulture)];
}

/// <param name="Form">The fields that were posted.</param>
internal sealed record AskedQuery(string Method, string Path, string? Authorization, IReadOnlyDictionary<string, string> Form)
{
    public string Query => Form["query"];

    public bool IsGood => Query.StartsWith("good", StringComparison.Ordinal);

    /// <summary>The range that <c>$window</c> was replaced with.</summary>
    public double Seconds => double.Parse(Query[(Query.IndexOf('[', StringComparison.Ordinal) + 1)..^2], CultureInfo.InvariantCulture);

    public DateTimeOffset Time(string field) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Form[field], CultureInfo.InvariantCulture));
}
