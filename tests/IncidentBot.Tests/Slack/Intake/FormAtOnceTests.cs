using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Tests.Slack.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

public sealed class FormAtOnceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Start = """{"command":"/incident","text":"start","team_id":"T1","channel_id":"C1","user_id":"U1","user_name":"ana","trigger_id":"trigger-secret"}""";
    private const string Shortcut = """{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1","username":"ana"},"callback_id":"incident.declare","trigger_id":"trigger-secret"}""";

    private const string AddToTimeline = """{"type":"message_action","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"timeline.add","trigger_id":"trigger-secret","channel":{"id":"C5"},"message":{"user":"U2","text":"disk is full","ts":"1700000001.000000"}}""";

    [Theory]
    [InlineData(Start, "C1")]
    [InlineData(Shortcut, "U1")]
    public async Task A_form_opens_before_the_acknowledgement_and_nothing_is_stored(string payload, string place)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Ok);
        Assert.Empty(await intake.TakeAsync(payload));
        var call = Assert.Single(intake.Slack.Calls);
        Assert.Equal(("views.open", "trigger-secret"), (call.Method, call["trigger_id"]));
        var view = JsonNode.Parse(call["view"]!)!;
        Assert.Equal("incident.declare", (string?)view["callback_id"]);
        Assert.Equal(place, (string?)JsonNode.Parse((string)view["private_metadata"]!)!["channel"]);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("trigger_expired")]
    [InlineData("invalid_auth")]
    public async Task What_opens_no_form_is_stored_so_that_the_person_is_answered(string error)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Refusal(error));
        Assert.Empty(await intake.TakeAsync(Start));
        Assert.Equal(Start, Assert.Single(intake.Inbox.Stored).Body);
        Assert.Contains(intake.Logged, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(error, StringComparison.Ordinal));
        Assert.DoesNotContain(intake.Logged, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exchanged_trigger_id")]
    [InlineData("trigger_exchanged")]
    public async Task A_redelivered_command_whose_form_stands_open_is_not_stored(string error)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Refusal(error));
        await intake.TakeAsync(Start);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_Slack_that_does_not_answer_holds_the_acknowledgement_up_for_less_than_three_seconds()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var asked = new TaskCompletionSource();
        intake.Slack.On("views.open", async (_, ct) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return ScriptedSlack.Json(ScriptedSlack.Ok);
        });
        var taking = intake.TakingAsync(Start);
        await asked.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        intake.Clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.False(taking.IsCompleted);
        intake.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await taking.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Single(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_about_a_message_keeps_the_name_of_who_wrote_it()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.DeclaredAsync(1);
        intake.Slack.On("users.info", call => """{"ok":true,"user":{"id":"U","profile":{"display_name":"NAME"}}}""".Replace("NAME", call["user"] == "U2" ? "Ben" : "Ana", StringComparison.Ordinal));
        intake.Slack.On("views.open", ScriptedSlack.Ok);
        await intake.TakeAsync(AddToTimeline);
        Assert.Contains("Ben", Assert.Single(intake.Slack.To("views.open"))["view"], StringComparison.Ordinal);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_about_a_message_opens_also_while_names_cannot_be_asked_for()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.DeclaredAsync(1);
        intake.Slack.On("users.info", ScriptedSlack.Refusal("internal_error"));
        intake.Slack.On("views.open", ScriptedSlack.Ok);
        await intake.TakeAsync(AddToTimeline);
        Assert.Single(intake.Slack.To("views.open"));
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_that_is_wrong_is_answered_by_field_and_not_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = JsonNode.Parse(await intake.TakeAsync(Submission("")))!;
        Assert.Equal("errors", (string?)answer["response_action"]);
        Assert.Contains("title", (string?)answer["errors"]!["title"], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_that_is_right_is_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Empty(await intake.TakeAsync(Submission("Checkout is failing")));
        Assert.Equal("slack:view:V1:1.h", Assert.Single(intake.Inbox.Stored).Id);
    }

    [Fact]
    public async Task What_happens_outside_all_channels_is_placed_in_the_direct_conversation()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Refusal("expired_trigger_id"));
        intake.Slack.On("users.info", """{"ok":true,"user":{"id":"U1","profile":{"display_name":"Ana"}}}""");
        intake.Slack.On("conversations.open", """{"ok":true,"channel":{"id":"D1"}}""");
        await intake.TakeAsync(Shortcut);
        var told = await intake.Translator.TranslateAsync(Assert.Single(intake.Inbox.Stored), TestContext.Current.CancellationToken);
        Assert.Equal(new(new("slack:T1", "D1")), Assert.IsType<CommandGiven>(Assert.Single(told)).Place);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_to_still_did_it()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("views.open", ScriptedSlack.Refusal("expired_trigger_id"));
        intake.Slack.On("users.info", ScriptedSlack.Refusal("user_not_visible"));
        intake.Slack.On("conversations.open", ScriptedSlack.Refusal("cannot_dm_bot"));
        await intake.TakeAsync(Shortcut);
        var told = await intake.Translator.TranslateAsync(Assert.Single(intake.Inbox.Stored), TestContext.Current.CancellationToken);
        Assert.Equal("U1", Assert.IsType<CommandGiven>(Assert.Single(told)).Place.Channel.Id);
    }

    [Fact]
    public async Task A_delivery_waits_while_Slack_cannot_be_asked_for_a_name()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        intake.Slack.On("users.info", ScriptedSlack.Refusal("internal_error"));
        await intake.TakeAsync("""{"command":"/incident","text":"list","team_id":"T1","channel_id":"C1","user_id":"U1","trigger_id":"1"}""");
        var waits = await Assert.ThrowsAnyAsync<ChatException>(async () => await intake.Translator.TranslateAsync(Assert.Single(intake.Inbox.Stored), TestContext.Current.CancellationToken));
        Assert.Equal(ChatFault.Temporary, waits.Fault);
    }

    private static string Submission(string title) => new JsonObject
    {
        ["type"] = "view_submission",
        ["team"] = new JsonObject { ["id"] = "T1" },
        ["user"] = new JsonObject { ["id"] = "U1" },
        ["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["hash"] = "1.h",
            ["callback_id"] = "incident.declare",
            ["private_metadata"] = """{"workspace":"slack:T1","channel":"C1"}""",
            ["state"] = new JsonObject { ["values"] = new JsonObject { ["title"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = title } } } },
        },
    }.ToJsonString();
}
