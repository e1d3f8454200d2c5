using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Intake;

public sealed class InvokeAnsweringTests
{
    private static readonly Place Thread = new(TeamsIds.Channel(Heard.Tenant, Heard.Channel), "1700000001000");

    [Fact]
    public async Task A_press_is_stored_and_heard()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Execute(CardData.OfButton("incident.resolve", "INC-1")));
        Assert.Equal((200, 200, "application/vnd.microsoft.activity.message"), (answer.Status, (int?)answer.Body!["statusCode"], (string?)answer.Body["type"]));
        Assert.Equal("incident.resolve", Assert.IsType<ButtonPressed>(Assert.Single(await intake.ToldAsync())).Action);
    }

    [Fact]
    public async Task A_press_on_a_card_of_somebody_else_is_refused_within_the_answer()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Execute(new() { ["x"] = 1 }));
        Assert.Equal((200, 400, "application/vnd.microsoft.error"), (answer.Status, (int?)answer.Body!["statusCode"], (string?)answer.Body["type"]));
        Assert.Empty(intake.Inbox.Stored);
    }

    [Theory]
    [InlineData("adaptiveCard/action", "7")]
    [InlineData("adaptiveCard/action", "{}")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""")]
    [InlineData("task/fetch", "null")]
    [InlineData("task/submit", "[]")]
    [InlineData("composeExtension/fetchTask", "\"x\"")]
    public async Task A_value_that_cannot_be_read_is_refused(string name, string value)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Invoke(name, JsonNode.Parse(value)));
        Assert.Equal((400, "application/vnd.microsoft.error"), (answer.Status, (string?)answer.Body!["type"]));
        Assert.Empty(intake.Inbox.Stored);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("signin/verifyState")]
    [InlineData("fileConsent/invoke")]
    [InlineData("tab/fetch")]
    [InlineData("somethingNew")]
    public async Task What_is_not_offered_is_not_implemented(string name)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Equal((501, null), Pair(await intake.TakeAsync(Invoke(name, new JsonObject()))));
        Assert.Equal(1, Assert.Single(intake.Ignored).Value);
    }

    [Fact]
    public async Task An_invoke_without_a_name_is_not_implemented()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var invoke = Invoke("x", new JsonObject());
        invoke.Remove("name");
        Assert.Equal((501, null), Pair(await intake.TakeAsync(invoke)));
    }

    [Fact]
    public async Task A_button_opens_its_form_in_the_answer_and_nothing_is_stored()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Invoke("task/fetch", new JsonObject { ["data"] = CardData.OfButton("incident.declare", "") }));
        Assert.Equal("continue", (string?)answer.Body!["task"]!["type"]);
        Assert.Contains(CardData.InputId("title"), answer.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_button_whose_form_cannot_be_opened_is_stored_and_answered_in_the_conversation()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Invoke("task/fetch", new JsonObject { ["data"] = CardData.OfButton("action.open", "INC-7") }));
        Assert.Equal("message", (string?)answer.Body!["task"]!["type"]);
        Assert.Single(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_button_that_nobody_knows_is_said_to_be_so()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var answer = await intake.TakeAsync(Invoke("task/fetch", new JsonObject { ["data"] = new JsonObject { ["x"] = 1 } }));
        Assert.Equal("message", (string?)answer.Body!["task"]!["type"]);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_that_is_right_is_stored_and_closes()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(await SubmittedAsync(intake, "Checkout is failing")));
        Assert.Equal("Checkout is failing", Assert.IsType<FormSubmitted>(Assert.Single(await intake.ToldAsync())).Values["title"]);
    }

    [Fact]
    public async Task A_form_that_is_wrong_comes_back_with_what_is_wrong_and_what_was_typed()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var submitted = await SubmittedAsync(intake, "");
        submitted["value"]!["data"]![CardData.InputId("service")] = "payments";
        var answer = (await intake.TakeAsync(submitted)).Body!;
        Assert.Equal("continue", (string?)answer["task"]!["type"]);
        Assert.Contains("payments", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Attention", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_form_that_comes_back_can_be_put_right()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var again = Submit(await intake.TakeAsync(await SubmittedAsync(intake, "")));
        again[CardData.InputId("title")] = "Checkout is failing";
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(Invoke("task/submit", new JsonObject { ["data"] = again })));
        Assert.Equal(Thread, Assert.Single(await intake.ToldAsync()).Place);
    }

    [Fact]
    public async Task A_dialog_that_is_submitted_twice_counts_once()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var submitted = await SubmittedAsync(intake, "Checkout is failing");
        await intake.TakeAsync(submitted);
        submitted["id"] = "f:2";
        submitted["timestamp"] = "2023-11-14T22:13:25Z";
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(submitted));
        Assert.Single(intake.Inbox.Stored);
    }

    [Theory]
    [InlineData("context", "INC-2")]
    [InlineData("thread", "1700000009000")]
    [InlineData("id", "x")]
    [InlineData("seal", "")]
    [InlineData("seal", null)]
    public async Task A_dialog_whose_origin_was_changed_does_nothing(string part, string? value)
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var submitted = await SubmittedAsync(intake, "Checkout is failing");
        submitted["value"]!["data"]!["incidentBot"]!["origin"]![part] = value;
        Assert.Equal("message", (string?)(await intake.TakeAsync(submitted)).Body!["task"]!["type"]);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_dialog_of_one_form_is_no_dialog_of_another()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        var submitted = await SubmittedAsync(intake, "Checkout is failing");
        submitted["value"]!["data"]!["incidentBot"]!["form"] = "timeline.add";
        Assert.Equal("message", (string?)(await intake.TakeAsync(submitted)).Body!["task"]!["type"]);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task A_dialog_that_is_left_closes()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        Assert.Equal(InvokeAnswer.Accepted, await intake.TakeAsync(Invoke("task/submit", new JsonObject { ["data"] = CardData.OfCancel("incident.declare") })));
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task An_action_in_a_messages_menu_opens_its_form()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.DeclaredAsync(1);
        var answer = await intake.TakeAsync(Chosen());
        Assert.Equal("continue", (string?)answer.Body!["task"]!["type"]);
        Assert.Empty(intake.Inbox.Stored);
    }

    [Fact]
    public async Task An_action_in_a_messages_menu_that_needs_no_form_is_stored_and_answered()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.DeclaredAsync(1, Thread);
        Assert.Equal("message", (string?)(await intake.TakeAsync(Chosen())).Body!["task"]!["type"]);
        Assert.IsType<MessageChosen>(Assert.Single(await intake.ToldAsync()));
    }

    [Fact]
    public async Task Nothing_that_is_answered_asks_Teams()
    {
        await using var intake = await IntakeUnderTest.OpenAsync();
        await intake.DeclaredAsync(1);
        await intake.TakeAsync(Execute(CardData.OfButton("incident.resolve", "INC-1")));
        await intake.TakeAsync(Chosen());
        await intake.TakeAsync(await SubmittedAsync(intake, ""));
        Assert.Empty(intake.Asked);
    }

    private static (int, JsonNode?) Pair(InvokeAnswer answer) => (answer.Status, answer.Body);

    private static JsonObject Invoke(string name, JsonNode? value)
    {
        var invoke = Heard.InChannel($$"""{"type":"invoke","id":"f:1","name":"{{name}}","replyToId":"1700000001000"}""");
        invoke["value"] = value;
        return invoke;
    }

    private static JsonObject Execute(JsonObject data) => Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "x", ["data"] = data } });

    /// <summary>The form to declare, opened and filled in.</summary>
    private static async Task<JsonObject> SubmittedAsync(IntakeUnderTest intake, string title)
    {
        var data = Submit(await intake.TakeAsync(Invoke("task/fetch", new JsonObject { ["data"] = CardData.OfButton("incident.declare", "") })));
        data[CardData.InputId("title")] = title;
        return Invoke("task/submit", new JsonObject { ["data"] = data });
    }

    /// <summary>The data of the dialog's button.</summary>
    private static JsonNode Submit(InvokeAnswer dialog) => dialog.Body!["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone();

    private static JsonObject Chosen() => Invoke("composeExtension/fetchTask", new JsonObject
    {
        ["commandId"] = "timeline.add",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1700000001000",
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Heard.Ben, ["displayName"] = "Ben" } },
            ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "disk is full" },
        },
    });
}
