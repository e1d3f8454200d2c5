using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Incidents;

public sealed class AssignRoleTests
{
    private static readonly Person Maria = new(new(Some.Workspace, "maria"), "Maria José da Silva", "Europe/Lisbon");

    [Fact]
    public void The_first_commander_acknowledges_the_incident()
    {
        var incident = Changed("commander @ben", Some.Incident(), Some.Ben);
        Assert.Equal(Some.Ben, incident.Commander);
        Assert.Equal(Some.Time, incident.Reached(MilestoneKind.Acknowledged)!.At);
    }

    [Fact]
    public void The_next_commander_changes_nothing_about_when_it_was_acknowledged()
    {
        var acknowledged = new Milestone(MilestoneKind.Acknowledged, Some.Time.AddMinutes(-5), Some.Ana, "said");
        var incident = Changed("commander me", Some.Incident() with { Roles = [new(RoleHolder.Commander, Some.Ben)], Milestones = [acknowledged] });
        Assert.Equal(Some.Ana, incident.Commander);
        Assert.Equal([acknowledged], incident.Milestones);
    }

    [Fact]
    public void A_commander_named_after_the_resolution_acknowledges_nothing() =>
        Assert.Null(Changed("commander me", Some.Incident(IncidentStatus.Resolved)).Reached(MilestoneKind.Acknowledged));

    [Theory]
    [InlineData("role scribe @Maria José da Silva", "scribe")]
    [InlineData("role @Maria José da Silva Customer  Support", "customer support")]
    [InlineData("role IC @Maria José da Silva", RoleHolder.Commander)]
    public void A_role_is_the_words_without_the_person(string words, string role)
    {
        var holder = Assert.Single(Changed(words, Some.Incident(), Maria).Roles);
        Assert.Equal((role, Maria), (holder.Role, holder.Person));
    }

    [Fact]
    public void One_takes_a_role_oneself_with_me() => Assert.Equal([new("scribe", Some.Ana)], Changed("role scribe me", Some.Incident()).Roles);

    [Fact]
    public void A_role_has_one_holder()
    {
        var incident = Changed("role scribe @ben", Some.Incident() with { Roles = [new("scribe", Some.Ana), new("comms", Some.Chidi)] }, Some.Ben);
        Assert.Equal([new("comms", Some.Chidi), new("scribe", Some.Ben)], incident.Roles);
    }

    [Theory]
    [InlineData("commander")]
    [InlineData("commander @nobody")]
    [InlineData("role scribe")]
    [InlineData("role")]
    [InlineData("role me")]
    public void Without_a_person_or_a_name_the_form_that_works_is_shown(string words) => Assert.Contains("/incident", Refused(words), StringComparison.Ordinal);

    [Fact]
    public void Two_persons_are_one_too_many() => Assert.Contains("Name one person", Refused("commander @ana @ben", Some.Ana, Some.Ben), StringComparison.Ordinal);

    [Fact]
    public void Who_has_the_role_already_is_told_so() =>
        Assert.Contains("already", Refused("commander @ben", Some.Incident() with { Roles = [new(RoleHolder.Commander, Some.Ben)] }, Some.Ben), StringComparison.Ordinal);

    [Fact]
    public async Task Of_two_who_take_command_at_once_the_second_is_told_who_has_it()
    {
        var story = new Story();
        await story.Says("ana", "/incident start here checkout is failing");
        var pressed = new ButtonPressed(story.Time.GetUtcNow(), Some.Ben, story.Room, null, IncidentActions.TakeCommand, "INC-1");
        await story.Does(pressed);
        await story.Does(pressed with { By = Some.Chidi });
        story.Hears("ben is incident commander");
    }

    private static Incident Changed(string words, Incident incident, params Person[] mentions) =>
        Assert.IsType<Incident>(Assert.Single(Routing.Decide(Some.Command(words, mentions: mentions), Some.Situation(incident)).Save));

    private static string Refused(string words, params Person[] mentions) => Refused(words, Some.Incident(), mentions);

    private static string Refused(string words, Incident incident, params Person[] mentions)
    {
        var decision = Routing.Decide(Some.Command(words, mentions: mentions), Some.Situation(incident));
        Assert.Equal(0, decision.Save.Count + decision.Record.Count);
        return CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card);
    }
}
