using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using IncidentBot.Tests.Slack.Events;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

public sealed class SlackIntakeTests
{
    private const string Message = """{"type":"message","channel":"C1","user":"U1","text":"down","ts":"1700000001.000001"}""";

    [Fact]
    public async Task What_came_is_stored_as_it_came_and_acknowledged_with_nothing()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Empty(await intake.TakeAsync(Hearing.Envelope(Message)));
        var stored = Assert.Single(intake.Inbox.Stored);
        Assert.Equal(("slack:T1:C1:1700000001.000001", "slack", "slack:T1/C1", Hearing.Envelope(Message)), (stored.Id, stored.Adapter, stored.OrderKey, stored.Body));
    }

    [Fact]
    public async Task A_mention_that_comes_as_two_events_counts_once()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        const string Mention = """{"type":"message","channel":"C1","user":"U1","text":"<@UBOT> resolve","ts":"1700000001.000001"}""";
        await intake.TakeAsync(Hearing.Envelope(Mention));
        await intake.TakeAsync(Hearing.Envelope(Mention.Replace("message", "app_mention", StringComparison.Ordinal)).Replace("Ev1", "Ev2", StringComparison.Ordinal));
        var told = await intake.Translator.TranslateAsync(Assert.Single(intake.Inbox.Stored), TestContext.Current.CancellationToken);
        Assert.Equal([typeof(MessagePosted), typeof(CommandGiven)], told.Select(said => said.GetType()));
    }

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"emoji_changed"}}""", "emoji_changed")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"message","subtype":"channel_topic","channel":"C1","ts":"1.0","user":"U1"}}""", "message.channel_topic")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"reaction_added","reaction":"eyes"}}""", "reaction_added")]
    [InlineData("""{"type":"view_closed","team":{"id":"T1"}}""", "view_closed")]
    [InlineData("""{"type":"block_suggestion"}""", "block_suggestion")]
    [InlineData("""{"type":"odd <kind>","team_id":"T1"}""", "other")]
    [InlineData("{}", "other")]
    [InlineData("[]", "other")]
    public async Task What_means_nothing_is_acknowledged_and_counted_but_not_stored(string payload, string kind)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Empty(await intake.TakeAsync(payload));
        Assert.Empty(intake.Inbox.Stored);
        Assert.Equal(1, Assert.Single(intake.Ignored.Counts, count => count.Key == kind).Value);
    }

    [Fact]
    public async Task What_the_bot_said_itself_is_not_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope(Message.Replace("U1", "UBOT", StringComparison.Ordinal)));
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task What_is_not_stored_is_not_acknowledged()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Inbox.IsFull = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => intake.TakeAsync(Hearing.Envelope(Message)));
    }

    [Fact]
    public async Task Nobody_asks_Slack_before_the_acknowledgement()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync(Hearing.Envelope(Message.Replace("down", "ask <@U7> in <#C9>", StringComparison.Ordinal)));
        await intake.TakeAsync("""{"command":"/incident","text":"start checkout <@U7>","team_id":"T1","channel_id":"C1","user_id":"U1","trigger_id":"1"}""");
        await intake.TakeAsync("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"2","container":{"channel_id":"C1","message_ts":"1.0"},"actions":[{"type":"button","action_id":"incident.take-command#0","value":"INC-1"}]}""");
        Assert.Equal(3, intake.Inbox.Stored.Count);
        Assert.Empty(intake.Slack.Calls);
    }

    [Fact]
    public async Task A_commands_response_url_is_kept_to_answer_to_and_never_logged()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.TakeAsync("""{"command":"/incident","text":"list","team_id":"T1","channel_id":"C1","user_id":"U1","trigger_id":"trigger-secret","response_url":"https://hooks.slack.com/commands/secret"}""");
        Assert.Equal("https://hooks.slack.com/commands/secret", intake.ResponseUrls.Take("C1", "U1")?.ToString());
        Assert.DoesNotContain(intake.Logged, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_collected_payload_is_taken()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Ok);
        foreach (var (name, payload) in CapturedPayloads.Read())
        {
            var answer = await intake.TakeAsync(payload.GetRawText());
            Assert.True(answer.Length == 0, $"{name} is answered with {answer}");
        }
        Assert.NotEmpty(intake.Inbox.Stored);
        Assert.NotEmpty(intake.Ignored.Counts);
        Assert.DoesNotContain(intake.Logged, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("could not be read", StringComparison.Ordinal));
    }
}
