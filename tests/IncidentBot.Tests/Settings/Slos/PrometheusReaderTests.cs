using IncidentBot.Monitoring.Prometheus;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings.Slos;

public sealed class PrometheusReaderTests
{
    [Fact]
    public void Without_an_address_nothing_is_set_up() => Assert.Equal((null, 0), Read());

    [Theory]
    [InlineData("http://prometheus:9090", "http://prometheus:9090/")]
    [InlineData("https://example.com/prometheus", "https://example.com/prometheus/")]
    public void An_address_is_enough(string url, string read) => Assert.Equal((new() { Url = new(read) }, 0), Read(("Url", url)));

    [Fact]
    public void All_of_it_is_read() =>
        Assert.Equal((new() { Url = new("https://prometheus/"), User = "bot", Password = "test-secret", Timeout = TimeSpan.FromSeconds(3) }, 0), Read(("Url", "https://prometheus"), ("User", "bot"), ("Password", "test-secret"), ("Timeout", "00:00:03")));

    [Theory]
    [InlineData("prometheus:9090")]
    [InlineData("ftp://prometheus/")]
    [InlineData("https://bot:test-secret@prometheus/")]
    [InlineData("https://prometheus/?query=test-secret")]
    public void What_is_no_address_is_refused_and_not_repeated(string url)
    {
        var fault = Assert.Single(Faults(("Url", url)));
        Assert.StartsWith("Slos:Prometheus:Url is no address of a Prometheus.", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_not_sent_in_the_clear() => Assert.StartsWith("Slos:Prometheus:Url is an http address", Assert.Single(Faults(("Url", "http://prometheus:9090"), ("BearerToken", "test-secret"))), StringComparison.Ordinal);

    [Fact]
    public void On_this_machine_it_is() => Assert.Empty(Faults(("Url", "http://127.0.0.1:9090"), ("BearerToken", "test-secret")));

    [Theory]
    [InlineData("BearerToken", "User", "Password", "Slos:Prometheus:BearerToken is set, and so is Slos:Prometheus:User.")]
    [InlineData("User", null, null, "Slos:Prometheus:User is set, but not Slos:Prometheus:Password.")]
    [InlineData("Password", null, null, "Slos:Prometheus:Password is set, but not Slos:Prometheus:User.")]
    public void Ways_to_authenticate_are_not_mixed(string one, string? other, string? third, string why)
    {
        var fault = Assert.Single(Faults([("Url", "https://prometheus/"), .. new[] { one, other, third }.OfType<string>().Select(key => (key, "test-secret"))]));
        Assert.StartsWith(why, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("test-secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_without_an_address_is_a_fault() => Assert.StartsWith("Slos:Prometheus:Url is not set, but Slos:Prometheus:BearerToken is.", Assert.Single(Faults(("BearerToken", "test-secret"))), StringComparison.Ordinal);

    private static (PrometheusOptions?, int) Read(params (string Key, string Value)[] values)
    {
        var reader = Reader(values);
        return (reader.Read().Monitoring.Prometheus, reader.Faults.Count);
    }

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] values)
    {
        var reader = Reader(values);
        reader.Read();
        return reader.Faults;
    }

    private static SettingsReader Reader((string Key, string Value)[] values) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Slos:Prometheus:{value.Key}", (string?)value.Value))).Build());
}
