using System.Text.Json;
using IncidentBot.Monitoring.Alerts;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Alerts;

public sealed class AlertFormatTests
{
    private static readonly DateTimeOffset FiveToTwo = new(2026, 11, 23, 13, 55, 0, TimeSpan.Zero);

    [Fact]
    public void Alertmanager_tells_of_a_group()
    {
        var told = new AlertmanagerFormat().Read(JsonElement.Parse("""
            {"version":"4","groupKey":"{}/{}:{service=\"checkout\"}","status":"firing","receiver":"incidentbot","alerts":[
              {"status":"firing","labels":{"alertname":"HighErrorRate","severity":"page","service":"checkout","job":"shop"},"annotations":{"summary":"5 % of requests fail"},"startsAt":"2026-11-23T14:55:00.000+01:00","endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example/graph","fingerprint":"c0ffee"},
              {"status":"resolved","labels":{"alertname":"HighLatency","job":"shop"},"annotations":{},"startsAt":"2026-11-23T13:55:00Z","endsAt":"2026-11-23T13:59:00Z"},
              {"status":"pending","labels":{}}]}
            """)).Notification!;
        Assert.Equal("{}/{}:{service=\"checkout\"}", told.Group);
        Assert.Equal(2, told.Alerts.Count);
        Assert.Equal(new("c0ffee", "HighErrorRate", true, FiveToTwo) { Summary = "5 % of requests fail", Severity = "page", Service = "checkout", Url = "http://prometheus.example/graph" }, told.Alerts[0]);
        Assert.Equal(("HighLatency", false, "shop", FiveToTwo.AddMinutes(4)), (told.Alerts[1].Name, told.Alerts[1].Firing, told.Alerts[1].Service, told.Alerts[1].EndsAt!.Value));
        Assert.Equal(32, told.Alerts[1].Fingerprint.Length);
    }

    [Fact]
    public void A_mapping_finds_the_parts_of_another_body()
    {
        var format = new MappedFormat(new()
        {
            Name = "Grafana",
            Alerts = JsonPath.Read("$.data.alerts"),
            Title = JsonPath.Read("rule.names[1]")!,
            Status = JsonPath.Read("state")!,
            StartsAt = JsonPath.Read("since")!,
            Severity = JsonPath.Read("level")!,
            Firing = ["ALARM"],
        });
        var told = format.Read(JsonElement.Parse("""{"data":{"alerts":[{"rule":{"names":["x","Checkout is slow"]},"state":"alarm","since":1795442100,"level":2,"service":"checkout"},{"rule":{"names":["x","y"]},"state":"OK","since":"2026-11-23T13:55:00Z"}]}}""")).Notification!;
        Assert.Equal(("Checkout is slow", true, FiveToTwo, "2", "checkout"), (told.Alerts[0].Name, told.Alerts[0].Firing, told.Alerts[0].StartsAt!.Value, told.Alerts[0].Severity, told.Alerts[0].Service));
        Assert.Equal((false, FiveToTwo), (told.Alerts[1].Firing, told.Alerts[1].StartsAt!.Value));
    }

    [Theory]
    [InlineData("""{"title":"Slow"}""", "no status at “status”")]
    [InlineData("""{"title":"Slow","status":"purple"}""", "status is none that is known")]
    [InlineData("""{"title":{"text":"Slow"},"status":"firing"}""", "no title at “title”")]
    [InlineData("""{"title":"Slow","status":"firing","startsAt":"yesterday"}""", "is no time")]
    public void What_the_mapping_does_not_fit_is_told_in_a_sentence(string body, string words) =>
        Assert.Contains(words, new MappedFormat(new()).Read(JsonElement.Parse(body)).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Without_a_fingerprint_title_and_service_are_it()
    {
        string Of(string body) => new MappedFormat(new()).Read(JsonElement.Parse(body)).Notification!.Alerts[0].Fingerprint;
        Assert.Equal(Of("""{"title":"Slow","service":"a","status":"firing"}"""), Of("""{"title":"Slow","service":"a","status":"resolved","startsAt":"1795442100000"}"""));
        Assert.NotEqual(Of("""{"title":"Slow","service":"a","status":"firing"}"""), Of("""{"title":"Slow","service":"b","status":"firing"}"""));
    }

    [Theory]
    [InlineData("alert.name", true)]
    [InlineData("$.alert.name", true)]
    [InlineData("alerts[0].labels.alert-name", true)]
    [InlineData("", false)]
    [InlineData("$", false)]
    [InlineData("alert..name", false)]
    [InlineData("alerts[*].name", false)]
    [InlineData("alerts[?(@.x)]", false)]
    public void A_path_is_the_way_to_one_value(string text, bool isOne) => Assert.Equal(isOne, JsonPath.Read(text) is not null);
}
