using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Tests.Monitoring.Servers;

/// <summary>A service as Prometheus sees it: one counter of requests, <c>shop_requests_total</c>, by their code. Codes 200 and 500 are there from the start, with 0.</summary>
internal sealed class Exporter : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, long> _requests = new() { [200] = 0, [500] = 0 };
    private readonly WebApplication _server;
    private int _scrapes;

    private Exporter(WebApplication server) => _server = server;

    /// <summary>How often it was asked.</summary>
    public int Scrapes => Volatile.Read(ref _scrapes);

    public Uri Url => new(_server.Urls.Single());

    public static async Task<Exporter> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var exporter = new Exporter(builder.Build());
        exporter._server.MapGet("/metrics", exporter.Metrics);
        await exporter._server.StartAsync();
        return exporter;
    }

    public void Served(int code, int count) => _requests.AddOrUpdate(code, count, (_, before) => before + count);

    public long Count(int code) => _requests[code];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IResult Metrics()
    {
        Interlocked.Increment(ref _scrapes);
        var text = new StringBuilder("# TYPE shop_requests_total counter\n");
        foreach (var (code, count) in _requests) text.Append(CultureInfo.InvariantCulture, $"shop_requests_total{{service=\"checkout\",code=\"{code}\"}} {count}\n");
        return Results.Text(text.ToString(), "text/plain; version=0.0.4");
    }
}
