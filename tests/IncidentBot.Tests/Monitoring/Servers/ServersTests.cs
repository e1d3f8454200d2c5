using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Servers;

public sealed class ServersTests
{
    [Fact]
    public async Task Prometheus_scrapes_the_exporter()
    {
        await using var exporter = await Exporter.StartAsync();
        exporter.Served(200, 42);
        await using var prometheus = await PrometheusServer.StartAsync(exporter.Url);
        using var http = new HttpClient { BaseAddress = prometheus.Url };
        Assert.Equal("42", await Until.SomethingAsync(async () => await ValueAsync(http, "sum(shop_requests_total)"), "the first scrape is stored"));
    }

    [Fact]
    public async Task Alertmanager_starts()
    {
        await using var alertmanager = await AlertmanagerServer.StartAsync("{route: {receiver: nobody}, receivers: [{name: nobody}]}");
        using var http = new HttpClient { BaseAddress = alertmanager.Url };
        Assert.Equal("[]", (await http.GetStringAsync("api/v2/alerts", TestContext.Current.CancellationToken)).Trim());
    }

    private static async Task<string?> ValueAsync(HttpClient http, string query)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>($"api/v1/query?query={query}", TestContext.Current.CancellationToken);
        var result = answer.GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0 ? null : result[0].GetProperty("value")[1].GetString();
    }
}
