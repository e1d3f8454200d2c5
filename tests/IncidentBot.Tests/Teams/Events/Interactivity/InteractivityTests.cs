using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Rendering;
using Xunit;

namespace IncidentBot.Tests.Teams.Events.Interactivity;

public sealed class InteractivityTests
{
    private static readonly Place Thread = new(TeamsIds.Channel(Heard.Tenant, Heard.Channel), "1700000001000");

    [Fact]
    public async Task An_executed_action_is_a_pressed_button() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: presses incident.resolve \"INC-1\" of m3", await Heard.TellsAsync(Pressed("adaptiveCard/action", new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "incident.resolve", ["data"] = Button() } })));

    [Fact]
    public async Task A_submitted_action_is_a_pressed_button()
    {
        var message = Heard.InChannel("""{"replyToId":"1700000003000"}""");
        message["value"] = Button();
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: presses incident.resolve \"INC-1\" of m3", await Heard.TellsAsync(message));
    }

    [Fact]
    public async Task A_button_that_wants_a_dialog_is_pressed() =>
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: presses incident.resolve \"INC-1\" of m3", await Heard.TellsAsync(Pressed("task/fetch", new() { ["data"] = Button() })));

    [Fact]
    public async Task A_pressed_button_of_a_card_that_nobody_can_address_is_pressed_all_the_same()
    {
        var press = Pressed("task/fetch", new() { ["data"] = Button() });
        press.Remove("replyToId");
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: presses incident.resolve \"INC-1\" of nothing", await Heard.TellsAsync(press));
    }

    [Theory]
    [InlineData("task/submit")]
    [InlineData("composeExtension/submitAction")]
    public async Task A_submitted_dialog_tells_its_fields_and_the_people_chosen_in_them(string name)
    {
        var data = CardData.OfForm("action.open", new(Thread, "INC-1"));
        data[CardData.InputId("text")] = "Add a canary";
        data[CardData.InputId("owner")] = Heard.Ben;
        Assert.Equal(
            $"2 Ana in channel/19:ops@thread.tacv2/m1: submits action.open about \"INC-1\" text=Add a canary, owner={Heard.Ben} owner:@Ben Carter",
            await Heard.TellsAsync(Pressed(name, new() { ["data"] = data })));
    }

    [Theory]
    [InlineData("channel/19:secret@thread.tacv2", "teams:" + Heard.Tenant)]
    [InlineData("channel/" + Heard.Channel, "teams:99999999-0000-4000-8000-000000000009")]
    [InlineData("C1", "slack:T1")]
    public async Task A_dialog_counts_where_its_request_comes_from_whatever_place_it_claims(string channel, string workspace)
    {
        var data = CardData.OfForm("action.open", new(new(new(workspace, channel), "1"), "INC-1"));
        Assert.Equal(Thread, Assert.Single(await Heard.ReadAsync(Pressed("task/submit", new() { ["data"] = data }))).Place);
    }

    [Fact]
    public async Task An_action_chosen_for_a_message_tells_all_of_the_message() =>
        Assert.Equal(
            "2 Ana in channel/19:ops@thread.tacv2/m1: chooses timeline.add for m3 \"@Ana disk is full\nsince two\" by Ben of 3.5",
            await Heard.TellsAsync(Chosen("timeline.add")));

    [Fact]
    public async Task A_message_outside_any_thread_stands_in_its_own()
    {
        var chosen = Chosen("timeline.add");
        chosen["conversation"]!["id"] = Heard.Channel;
        Assert.Equal("1700000003000", Assert.Single(await Heard.ReadAsync(chosen)).Place.Thread);
        chosen["value"]!["messagePayload"]!["replyToId"] = "1700000002000";
        Assert.Equal("1700000002000", Assert.Single(await Heard.ReadAsync(chosen)).Place.Thread);
    }

    [Fact]
    public async Task A_message_of_an_app_can_be_chosen_too()
    {
        var chosen = Chosen("action.from-message");
        chosen["value"]!["messagePayload"]!["from"] = new JsonObject { ["application"] = new JsonObject { ["id"] = "app-1", ["displayName"] = "Alerts" } };
        Assert.Equal("Alerts", Assert.IsType<MessageChosen>(Assert.Single(await Heard.ReadAsync(chosen))).Author.Name);
    }

    [Fact]
    public async Task An_action_at_the_composer_that_opens_a_form_is_its_button()
    {
        var chosen = Chosen("incident.declare");
        chosen["value"] = new JsonObject { ["commandId"] = "incident.declare", ["commandContext"] = "compose" };
        Assert.Equal("2 Ana in channel/19:ops@thread.tacv2/m1: presses incident.declare \"\" of nothing", await Heard.TellsAsync(chosen));
    }

    [Theory]
    [InlineData("task/fetch", """{"data":{"x":1}}""")]
    [InlineData("task/fetch", """{"data":{"incidentBot":{"form":"incident.declare"}}}""")]
    [InlineData("task/submit", """{"data":{"incidentBot":{"cancel":"incident.declare"}}}""")]
    [InlineData("task/submit", """{"data":{"incidentBot":{"action":"incident.resolve"}}}""")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"resolve","data":{"incident":"INC-7"}}}""")]
    [InlineData("composeExtension/fetchTask", """{"commandId":"somebody.elses","commandContext":"message","messagePayload":{"id":"1"}}""")]
    [InlineData("composeExtension/fetchTask", """{"commandId":"timeline.add","commandContext":"message"}""")]
    [InlineData("composeExtension/query", """{"commandId":"timeline.add"}""")]
    [InlineData("task/fetch", "7")]
    public async Task What_is_not_ours_tells_nothing(string name, string value)
    {
        var invoke = Pressed(name, []);
        invoke["value"] = JsonNode.Parse(value);
        Assert.Equal("", await Heard.TellsAsync(invoke));
    }

    [Fact]
    public async Task A_form_in_a_message_could_not_have_been_checked_and_tells_nothing()
    {
        var message = Heard.InChannel();
        message["value"] = CardData.OfForm("incident.declare", new(Thread));
        Assert.Equal("", await Heard.TellsAsync(message));
    }

    private static JsonObject Button() => CardData.OfButton("incident.resolve", "INC-1");

    private static JsonObject Pressed(string name, JsonObject value)
    {
        var invoke = Heard.InChannel($$"""{"type":"invoke","id":"f:1","name":"{{name}}","replyToId":"1700000003000"}""");
        invoke["value"] = value;
        return invoke;
    }

    private static JsonObject Chosen(string action) => Pressed("composeExtension/fetchTask", new()
    {
        ["commandId"] = action,
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1700000003000",
            ["createdDateTime"] = "2023-11-14T22:13:23.5Z",
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Heard.Ben, ["displayName"] = "Ben" } },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p><at id=\"0\">Ana</at> disk is full</p><p>since two</p>" },
        },
    });
}
