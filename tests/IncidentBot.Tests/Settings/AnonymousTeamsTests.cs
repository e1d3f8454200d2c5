using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class AnonymousTeamsTests
{
    [Fact]
    public void It_is_allowed_in_a_trial_on_this_machine() => Assert.Empty(Faults("Development"));

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Development2")]
    public void Elsewhere_it_is_not(string environment) => Assert.Contains($"but the environment is {environment}", Assert.Single(Faults(environment)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.7:5080")]
    [InlineData("http://localhost:5080;http://[::1]:5081")]
    [InlineData("https://LOCALHOST")]
    public void Loopback_listeners_are_of_this_machine(string urls) => Assert.Empty(Faults("Development", ("Urls", urls)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.0.7:5080")]
    [InlineData("http://bot.example:5080")]
    [InlineData("http://127.0.0.1.evil.example:5080")]
    [InlineData("http://unix:/tmp/bot.sock")]
    public void One_listener_that_others_reach_is_one_too_many(string url) =>
        Assert.Contains($"would listen at {url},", Assert.Single(Faults("Development", ("Urls", $"http://127.0.0.1:5080;{url}"))), StringComparison.Ordinal);

    [Fact]
    public void So_is_one_that_is_set_up_by_the_server_s_own_settings()
    {
        Assert.Contains("would listen at http://*:80,", Assert.Single(Faults("Development", ("Kestrel:Endpoints:Http:Url", "http://*:80"))), StringComparison.Ordinal);
        Assert.Contains("would listen at Kestrel:Endpoints:Http,", Assert.Single(Faults("Development", ("Kestrel:Endpoints:Http:Protocols", "Http1"))), StringComparison.Ordinal);
        Assert.Empty(Faults("Development", ("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:80")));
    }

    [Fact]
    public void All_that_is_wrong_is_said() => Assert.Equal(3, Faults("Production", ("Urls", "http://*:1;http://*:2")).Count);

    [Fact]
    public void With_tokens_it_is_nobody_s_business() =>
        Assert.Empty(AnonymousTeams.Faults(Configured(("Urls", "http://*:80"), ("Teams:AllowAnonymous", "false")), new HostingEnvironment { EnvironmentName = "Production" }));

    private static List<string> Faults(string environment, params (string Key, string Value)[] settings) =>
        [.. AnonymousTeams.Faults(Configured([("Teams:AllowAnonymous", "true"), .. settings]), new HostingEnvironment { EnvironmentName = environment })];

    private static IConfigurationRoot Configured(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
