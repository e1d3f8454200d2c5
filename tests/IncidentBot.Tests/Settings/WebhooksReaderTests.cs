using IncidentBot.Core.Webhooks;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class WebhooksReaderTests
{
    private const string Url = "https://hooks.example/incidents";
    private const string Secret = "test-secret-test-secret";

    [Fact]
    public void Addresses_secrets_and_events_are_read()
    {
        var (settings, faults) = Read(("Webhooks:Urls", $"{Url}, http://127.0.0.1:9/x"), ("Webhooks:Secret", $"{Secret}, another-{Secret}"), ("Webhooks:Events", "incident.resolved, Incident.Declared"), ("Webhooks:IncludePrivate", "true"));
        Assert.Empty(faults);
        Assert.Equal([Url, "http://127.0.0.1:9/x"], settings.Webhooks.Addresses.Select(address => address.AbsoluteUri));
        Assert.Equal(2, settings.Webhooks.Secrets.Count);
        Assert.Equal([WebhookKind.IncidentResolved, WebhookKind.IncidentDeclared], settings.Bot.Webhooks.Events);
        Assert.Equal(settings.Webhooks.Addresses.Select(WebhookSettings.NameOf), settings.Bot.Webhooks.Receivers);
        Assert.True(settings.Bot.Webhooks.Private);
    }

    [Theory]
    [InlineData("http://hooks.example/x")]
    [InlineData("https://ana:hunter2hunter2@hooks.example/x")]
    [InlineData("https://hooks.example/x?token=hunter2hunter2")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_nothing_may_be_sent_to_is_a_fault_that_does_not_repeat_it(string url)
    {
        var fault = Assert.Single(Read(("Webhooks:Urls", url), ("Webhooks:Secret", Secret)).Faults);
        Assert.StartsWith("Webhooks:Urls has something that is no address", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(url, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "but not Webhooks:Secret")]
    [InlineData("short", "is shorter than 16 characters")]
    [InlineData("whsec_YWFhYWFhYQ==", "is shorter than 16 characters")]
    [InlineData("whsec_this is no base64", "what follows is not base64")]
    public void A_secret_that_proves_nothing_is_a_fault(string? secret, string words) =>
        Assert.Contains(words, Assert.Single(Read([("Webhooks:Urls", Url), .. secret is null ? Array.Empty<(string, string)>() : [("Webhooks:Secret", secret)]]).Faults), StringComparison.Ordinal);

    [Fact]
    public void An_event_that_there_is_not_is_a_fault_that_names_those_that_there_are() =>
        Assert.Contains("It can have incident.declared, ", Assert.Single(Read(("Webhooks:Urls", Url), ("Webhooks:Secret", Secret), ("Webhooks:Events", "incident.exploded")).Faults), StringComparison.Ordinal);

    [Fact]
    public void So_many_receivers_that_they_could_slow_down_chat_are_refused() =>
        Assert.Contains("has 9 addresses", Assert.Single(Read(("Webhooks:Urls", string.Join(',', Enumerable.Range(1, 9).Select(number => $"{Url}/{number}"))), ("Webhooks:Secret", Secret)).Faults), StringComparison.Ordinal);

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
