using System.Net;
using System.Net.Http.Json;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Incidents;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Monitoring.Servers;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Alerts;

/// <summary>A real Alertmanager notifies the whole program.</summary>
[Collection(ProgramCollection.Name)]
public sealed class AlertmanagerTests
{
    private const string Rules = """
        groups:
          - name: shop
            rules:
              - alert: HighErrorRate
                expr: sum(rate(shop_requests_total{code="500"}[5s])) / sum(rate(shop_requests_total[5s])) > 0.05
                labels: {severity: critical, service: checkout}
                annotations: {summary: "Checkout answers more than 5 % of requests with errors"}
        """;

    [Fact]
    public async Task An_alert_declares_an_incident_and_its_end_is_noted_while_the_incident_stays_open()
    {
        await using var program = await AlertProgram.StartAsync();
        await using var alertmanager = await AlertmanagerServer.StartAsync(program.Configuration);
        using var http = new HttpClient { BaseAddress = alertmanager.Url };
        var began = TimeProvider.System.GetUtcNow().AddMinutes(-3);

        await PostsAsync(http, began, null);
        var incident = await Until.SomethingAsync(program.IncidentAsync, "the incident is declared");
        Assert.Equal(("Checkout fails", Severity.Sev1, "checkout"), (incident.Title, incident.Severity, incident.Service));
        Assert.Equal(began, incident.Reached(MilestoneKind.Detected)!.At, TimeSpan.FromMilliseconds(1));
        Assert.Equal("Alertmanager", incident.Reached(MilestoneKind.Detected)!.ConfirmedBy.Name);
        Assert.Null(incident.Reached(MilestoneKind.Started));

        await PostsAsync(http, began, TimeProvider.System.GetUtcNow());
        await Until.SomethingAsync(async () => (await program.EntriesAsync()).FirstOrDefault(entry => entry.Text.StartsWith("Alert HighErrorRate is resolved", StringComparison.Ordinal)), "the end is noted");
        var after = (await program.IncidentAsync())!;
        Assert.True(after.IsOpen);
        Assert.Equal(new AlertTally(0, 1), after.Alerts);
        Assert.Equal(2, (await program.EntriesAsync()).Count);
        Assert.Equal(1, await program.IncidentsAsync());
    }

    [Fact]
    public async Task From_the_first_error_to_the_incident()
    {
        await using var program = await AlertProgram.StartAsync();
        await using var alertmanager = await AlertmanagerServer.StartAsync(program.Configuration);
        await using var exporter = await Exporter.StartAsync();
        exporter.Served(200, 1000);
        await using var prometheus = await PrometheusServer.StartAsync(exporter.Url, rules: Rules, alertmanager: alertmanager.Url);
        await Until.HoldsAsync(() => exporter.Scrapes >= 2, "Prometheus knows how it was before");
        var outage = TimeProvider.System.GetUtcNow();

        var incident = await Until.SomethingAsync(() =>
        {
            exporter.Served(500, 10);
            return program.IncidentAsync();
        }, "the alert has declared an incident");

        var detected = incident.Reached(MilestoneKind.Detected)!;
        Assert.Equal("Checkout answers more than 5 % of requests with errors", incident.Title);
        Assert.InRange(detected.At, outage, incident.DeclaredAt);
        Assert.Contains(prometheus.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/graph", incident.Latest(FactKind.Detection)!.Text, StringComparison.Ordinal);

        await Until.SomethingAsync(async () =>
        {
            exporter.Served(200, 10);
            return (await program.EntriesAsync()).FirstOrDefault(entry => entry.Text.Contains("is resolved", StringComparison.Ordinal));
        }, "the alert is over");
        Assert.True((await program.IncidentAsync())!.IsOpen);
    }

    [Fact]
    public async Task Under_a_public_name_only_the_hooks_answer()
    {
        await using var program = await AlertProgram.StartAsync("--AllowedHosts", "incidents.example.com");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(HttpMethod.Post, "/hooks/alertmanager"));

        async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(new { }) };
            request.Headers.Host = "incidents.example.com";
            using var answer = await program.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static async Task PostsAsync(HttpClient alertmanager, DateTimeOffset startsAt, DateTimeOffset? endsAt)
    {
        object alert = new
        {
            labels = new { alertname = "HighErrorRate", severity = "critical", service = "checkout" },
            annotations = new { summary = "Checkout fails" },
            startsAt,
            endsAt = endsAt ?? startsAt.AddHours(1),
            generatorURL = "http://prometheus.example/graph",
        };
        using var answer = await alertmanager.PostAsJsonAsync("api/v2/alerts", new[] { alert });
        answer.EnsureSuccessStatusCode();
    }
}
