using IncidentBot.Core.Incidents;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class AlertsSettingsTests
{
    private const string Secret = "test-secret-of-alerts";

    [Fact]
    public void Without_a_secret_there_are_no_hooks()
    {
        var (settings, faults) = Read(("Alerts:Channel", "#alerts"));
        Assert.Empty(faults);
        Assert.Null(settings.Monitoring.Alerts);
    }

    [Fact]
    public void Everything_is_read()
    {
        var (settings, faults) = Read(
            ("Alerts:Secret", Secret), ("Alerts:Channel", "#alerts"), ("Alerts:Severities", "p1 = sev1, Warning=4"), ("Alerts:DeclareFrom", "sev2"), ("Alerts:MostPerHour", "3"), ("Alerts:AgainWithin", "02:00:00"),
            ("Alerts:Mapping:Title", "$.alert.name"), ("Alerts:Mapping:Firing", "ALARM, firing"));
        Assert.Empty(faults);
        Assert.Equal((Secret, "alerts", "$.alert.name"), (settings.Monitoring.Alerts!.Secret, settings.Monitoring.Alerts.Channel, settings.Monitoring.Alerts.Mapping.Title.Text));
        Assert.Equal(["ALARM", "firing"], settings.Monitoring.Alerts.Mapping.Firing);
        var rules = settings.Bot.Alerts;
        Assert.Equal((Severity.Sev1, Severity.Sev4, Severity.Sev2, null), (rules.SeverityOf("P1"), rules.SeverityOf("warning"), rules.SeverityOf("page"), rules.SeverityOf("purple")));
        Assert.Equal((Severity.Sev2, 3, TimeSpan.FromHours(2)), (rules.DeclareFrom, rules.MostPerHour, rules.AgainWithin));
    }

    [Theory]
    [InlineData("Alerts:Secret", "short", "Alerts:Secret has 5 characters")]
    [InlineData("Alerts:Severities", "p1", "Alerts:Severities has \"p1\"")]
    [InlineData("Alerts:Severities", "p1=sev9", "Alerts:Severities has \"p1=sev9\"")]
    [InlineData("Alerts:DeclareFrom", "bad", "Alerts:DeclareFrom is \"bad\"")]
    [InlineData("Alerts:MostPerHour", "0", "Alerts:MostPerHour is \"0\"")]
    [InlineData("Alerts:Mapping:Title", "alerts[*].name", "Alerts:Mapping:Title is \"alerts[*].name\"")]
    [InlineData("Alerts:Mapping:Resolved", " ", "Alerts:Mapping:Resolved is empty")]
    [InlineData("Incidents:AnnounceChannel", "", "there is no channel")]
    public void A_fault_is_a_sentence(string key, string value, string words) =>
        Assert.Contains(words, Assert.Single(Read([.. key == "Alerts:Secret" ? Array.Empty<(string, string)>() : [("Alerts:Secret", Secret)], (key, value)]).Faults), StringComparison.Ordinal);

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] given)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(given.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
