using IncidentBot.Core.Bot;
using IncidentBot.Tests.Slack.Events;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

public sealed class SlackUpkeepTests
{
    [Theory]
    [InlineData("user_change")]
    [InlineData("team_join")]
    public async Task A_changed_person_is_known_by_the_new_name_without_asking(string type)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope("""{"type":"TYPE","user":{"id":"U1","team_id":"T1","tz":"Europe/Lisbon","profile":{"display_name":"Ana S."}}}""".Replace("TYPE", type, StringComparison.Ordinal)));
        Assert.Equal(("Ana S.", "Europe/Lisbon"), (intake.People.Known("T1", "U1", "ana").Name, intake.People.Known("T1", "U1", "ana").TimeZone));
        Assert.Empty(intake.Inbox.Stored);
        Assert.Empty(intake.Slack.Calls);
    }

    [Fact]
    public async Task Where_the_bot_comes_in_the_history_is_read()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope("""{"type":"member_joined_channel","user":"UBOT","channel":"C1"}"""));
        Assert.Equal(new HistoryRequest("slack:T1", "C1"), intake.History.Next());
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task Where_somebody_else_comes_in_is_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope("""{"type":"member_joined_channel","user":"U1","channel":"C1"}"""));
        Assert.Single(intake.Inbox.Stored);
    }

    [Fact]
    public async Task What_Slack_held_back_is_read_from_the_history()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Empty(await intake.TakeAsync("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}"""));
        Assert.Equal(new HistoryRequest("slack:T1"), intake.History.Next());
        Assert.Contains(intake.Logged, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"bot":["UBOT"]}}""")]
    [InlineData("""{"type":"member_left_channel","user":"UBOT","channel":"C1"}""")]
    public async Task What_concerns_the_bot_alone_is_not_stored(string inner)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope(inner));
        Assert.Empty(intake.Inbox.Stored);
        Assert.Empty(intake.Ignored.Counts);
    }
}
