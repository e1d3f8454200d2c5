using IncidentBot.Core.Blameless;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Blameless;

public sealed class NamedPeopleTests
{
    [Theory]
    [InlineData("John Talbot", "Talbot restarted it", "X restarted it")]
    [InlineData("Sarah Appleton", "then Sarah Appleton looked", "then X looked")]
    [InlineData("Mary Jenkins", "then Mary looked", "then X looked")]
    [InlineData("Deploy Bot", "then Deploy Bot ran", "then Deploy Bot ran")]
    [InlineData("deploybot", "then deploybot ran", "then deploybot ran")]
    [InlineData("ci-bot", "then ci-bot ran", "then ci-bot ran")]
    [InlineData("PagerDuty", "then PagerDuty rang", "then PagerDuty rang")]
    [InlineData("Grafana Alerts", "then Grafana rang", "then Grafana rang")]
    public void A_person_is_found_and_a_machine_is_not(string name, string text, string replaced) => Assert.Equal(replaced, new NamedPeople([Some.Person("p1") with { Name = name }]).Replace(text, (_, _) => "X"));

    [Fact]
    public void Letters_that_only_a_pattern_takes_for_the_same_are_harmless() =>
        Assert.Equal("\u212Aim and X", new NamedPeople([Some.Person("p1") with { Name = "Kim" }]).Replace("\u212Aim and kim", (_, _) => "X"));

    [Fact]
    public void A_first_name_that_several_have_is_nobodys()
    {
        Person[] people = [Some.Person("p1") with { Name = "Ana Lopez" }, Some.Person("p2") with { Name = "Ana Silva" }];
        Assert.Equal("<>, <Ana Silva> and <Ana Lopez>", new NamedPeople(people).Replace("Ana, Silva and Ana Lopez", (person, _) => $"<{person?.Name}>"));
    }
}
