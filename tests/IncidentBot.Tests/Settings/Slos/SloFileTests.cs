using IncidentBot.Core.Slos;
using IncidentBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings.Slos;

public sealed class SloFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"slos-{Guid.NewGuid():N}.yaml");

    [Fact]
    public void A_catalogue_in_a_file_is_read()
    {
        var (slos, faults) = Read("""
            slos:
              - name: checkout-availability
                service: checkout
                sli:
                  good: answers other than 5xx
                  total: requests
                objective: 99.9%
                window: month
                timeZone: Europe/Lisbon
                owners: [ana, ben]
              - { name: login-time, service: login, sli: { kind: time, good: minutes in which logins work, total: minutes }, objective: 0.995, window: 30d }
            """);
        Assert.Empty(faults);
        Assert.Equal(["checkout-availability", "login-time"], slos.Catalogue.Select(slo => slo.Name));
        Assert.Equal(new(SloWindowKind.CalendarMonth, TimeZone: "Europe/Lisbon"), slos.Catalogue[0].Window);
        Assert.Equal(["ana", "ben"], slos.Catalogue[0].Owners);
        Assert.Equal((SliKind.Time, 0.995m, SloWindow.Rolling(30)), (slos.Catalogue[1].Sli.Kind, slos.Catalogue[1].Objective, slos.Catalogue[1].Window));
    }

    [Fact]
    public void A_file_without_an_SLO_is_empty() => Assert.Empty(Read("# none yet").Faults);

    [Fact]
    public void Faults_name_the_file_and_the_SLO()
    {
        var (_, faults) = Read("""
            - { name: checkout-availability, service: checkout, sli: { good: fine, total: all }, objective: 99.9%, window: 28d }
            - { name: login-time, service: login, sli: { good: fine, total: all }, objective: 100%, window: 28d, target: 3 }
            - { service: search }
            """);
        Assert.Contains(faults, fault => fault.StartsWith($"{_path}, SLO 2 (login-time): Objective is \"100%\".", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith($"{_path}, SLO 2 (login-time): target is not known.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith($"{_path}, SLO 3: Name is missing.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slos: [", "line ")]
    [InlineData("slos: none", "line 1: it is a list of SLOs")]
    [InlineData("- name: a\n  name: b", "line 2: ")]
    [InlineData("- name: [[[[a]]]]", "nothing of an SLO lies so deep")]
    [InlineData("- &a [*a]", "line ")]
    [InlineData("- &a { name: *a }", "line ")]
    [InlineData("- just words", "SLO 1: Name is missing")]
    public void What_is_no_catalogue_says_where(string yaml, string why) => Assert.Contains(why, Read(yaml).Faults[0], StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() => Assert.StartsWith($"Slos:File is \"{_path}\": it cannot be read", Assert.Single(Read(null).Faults), StringComparison.Ordinal);

    public void Dispose() => File.Delete(_path);

    private (SloSettings Slos, IReadOnlyList<string> Faults) Read(string? yaml)
    {
        if (yaml is not null) File.WriteAllText(_path, yaml);
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new("Slos:File", _path)]).Build());
        return (reader.Read().Bot.Slos, reader.Faults);
    }
}
