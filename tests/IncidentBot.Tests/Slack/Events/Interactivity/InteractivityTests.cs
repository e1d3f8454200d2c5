using Xunit;

namespace IncidentBot.Tests.Slack.Events.Interactivity;

public sealed class InteractivityTests
{
    private const string ByAna = "\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"username\":\"ana\",\"team_id\":\"T1\"},\"trigger_id\":\"t\"";

    [Theory]
    [InlineData("start checkout fails sev2", "start checkout fails sev2")]
    [InlineData("  commander <@U2|ben> ", "commander @Ben\" +U2")]
    [InlineData("commander @ben", "commander @ben")]
    [InlineData("action see <https://example.com> &amp; fix", "action see https://example.com & fix")]
    [InlineData("", "")]
    public async Task A_slash_command_is_a_command(string text, string told) =>
        Assert.Equal(
            $"now Ana in C1: commands \"{told}{(told.Contains('+', StringComparison.Ordinal) ? "" : "\"")}",
            await Hearing.PayloadAsync($$"""{"command":"/incident","text":"{{text}}","team_id":"T1","channel_id":"C1","channel_name":"privategroup","user_id":"U1","user_name":"ana","trigger_id":"t","response_url":"https://example.com/r","is_enterprise_install":"false"}"""));

    [Theory]
    [InlineData("ops", "ops")]
    [InlineData("privategroup", "a private channel")]
    [InlineData("", null)]
    public async Task A_slash_command_names_its_channel(string told, string? name) =>
        Assert.Equal(name, Assert.Single(await Hearing.ReadAsync(
            $$"""{"command":"/incident","text":"start here","team_id":"T1","channel_id":"C1","channel_name":"{{told}}","user_id":"U1","trigger_id":"t"}""")).PlaceName);

    [Theory]
    [InlineData("""{"container":{"type":"message","message_ts":"1700000001.000000","channel_id":"C1"},"channel":{"id":"C1","name":"x"},"message":{"ts":"1700000001.000000"},"actions":[BUTTON]}""", "C1: presses incident.resolve \"INC-1\" of 1700000001.000000")]
    [InlineData("""{"container":{"type":"message","message_ts":"1700000001.000000","channel_id":"C1"},"message":{"ts":"1700000001.000000","thread_ts":"1700000001.000000"},"actions":[BUTTON]}""", "C1: presses incident.resolve \"INC-1\" of 1700000001.000000")]
    [InlineData("""{"container":{"type":"message","message_ts":"1700000001.000000","channel_id":"C1"},"message":{"ts":"1700000001.000000","thread_ts":"1700000000.000000"},"actions":[BUTTON]}""", "C1/1700000000.000000: presses incident.resolve \"INC-1\" of 1700000001.000000")]
    [InlineData("""{"container":{"type":"message","message_ts":"1700000001.000000","channel_id":"C1","is_ephemeral":true,"thread_ts":"1700000000.000000"},"channel":{"id":"C1"},"actions":[BUTTON]}""", "C1/1700000000.000000: presses incident.resolve \"INC-1\" of nothing")]
    [InlineData("""{"container":{"type":"view","view_id":"V1"},"view":{"type":"home"},"actions":[BUTTON]}""", "U1: presses incident.resolve \"INC-1\" of nothing")]
    public async Task A_pressed_button_tells_where(string payload, string told) =>
        Assert.Equal("5.000000 Ana in " + told, await Hearing.PayloadAsync(Payload("block_actions", payload.Replace("BUTTON", """{"type":"button","action_id":"incident.resolve#2","value":"INC-1","action_ts":"1700000005.000000"}""", StringComparison.Ordinal))));

    [Theory]
    [InlineData("""{"type":"button","action_id":"incident.resolve"}""", "now Ana in C1: presses incident.resolve \"\" of 1700000001.000000")]
    [InlineData("""{"type":"button","action_id":"a#0","value":"1"},{"type":"button","action_id":"b#1","value":"2"}""", "now Ana in C1: presses a \"1\" of 1700000001.000000 / now Ana in C1: presses b \"2\" of 1700000001.000000")]
    [InlineData("""{"type":"button","action_id":"graph","url":"https://example.com"}""", "")]
    [InlineData("""{"type":"static_select","action_id":"pick","selected_option":{"value":"1"}}""", "")]
    [InlineData("""{"type":"users_select","action_id":"pick","selected_user":"U2"}""", "")]
    [InlineData("7", "")]
    public async Task Only_buttons_are_pressed(string actions, string told) =>
        Assert.Equal(told, await Hearing.PayloadAsync(Payload("block_actions", $$"""{"container":{"message_ts":"1700000001.000000","channel_id":"C1"},"message":{"ts":"1700000001.000000"},"actions":[{{actions}}]}""")));

    [Fact]
    public async Task A_submitted_form_brings_its_values_back_to_where_it_was_opened() =>
        Assert.Equal(
            "now Ana in C1/1700000000.000000: submits action.edit about \"A-7\" what=fix & test, priority=p1, owner=U2 owner:@Ben",
            await Hearing.PayloadAsync(Payload("view_submission", """
                {"view":{"id":"V1","hash":"1.x","callback_id":"action.edit","private_metadata":"{\"workspace\":\"slack:T1\",\"channel\":\"C1\",\"thread\":\"1700000000.000000\",\"context\":\"A-7\"}",
                "state":{"values":{"what":{"value":{"type":"plain_text_input","value":"fix & test"}},"due":{"value":{"type":"plain_text_input","value":null}},
                "priority":{"value":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"P1"},"value":"p1"}}},"none":{"value":{"type":"static_select","selected_option":null}},"owner":{"value":{"type":"users_select","selected_user":"U2"}},"odd":7}}}}
                """)));

    [Theory]
    [InlineData("""{"view":{"callback_id":"incident.declare","private_metadata":"not ours"}}""")]
    [InlineData("""{"view":{"callback_id":"incident.declare"}}""")]
    [InlineData("""{"view":{"private_metadata":"{\"workspace\":\"slack:T1\",\"channel\":\"C1\"}"}}""")]
    [InlineData("""{"view":null}""")]
    public async Task A_view_that_is_not_ours_tells_nothing(string payload) => Assert.Empty(await Hearing.PayloadAsync(Payload("view_submission", payload)));

    [Fact]
    public async Task A_choice_in_a_messages_menu_brings_the_message() =>
        Assert.Equal(
            "now Ana in C1/1700000000.000000: chooses timeline.add for 1700000001.000000 \"ask @Ana\" by Ben of 1.000000",
            await Hearing.PayloadAsync(Payload("message_action", """{"callback_id":"timeline.add","channel":{"id":"C1","name":"x"},"message_ts":"1700000001.000000","message":{"user":"U2","text":"ask <@U1>","ts":"1700000001.000000","thread_ts":"1700000000.000000"}}""")));

    [Fact]
    public async Task The_shortcut_to_declare_is_a_start_without_a_title() =>
        Assert.Equal("6.000000 Ana in U1: commands \"start\"", await Hearing.PayloadAsync(Payload("shortcut", """{"callback_id":"incident.declare","action_ts":"1700000006.000000"}""")));

    [Theory]
    [InlineData("shortcut", """{"callback_id":"somebody.elses"}""")]
    [InlineData("view_closed", """{"view":{"callback_id":"incident.declare"}}""")]
    [InlineData("block_suggestion", """{"action_id":"a","value":"x"}""")]
    [InlineData("interactive_message", """{"actions":[{"name":"a"}]}""")]
    [InlineData("dialog_submission", """{"submission":{}}""")]
    [InlineData("not_invented_yet", """{"x":1}""")]
    public async Task Other_interactions_tell_nothing(string type, string payload) => Assert.Empty(await Hearing.PayloadAsync(Payload(type, payload)));

    private static string Payload(string type, string rest) => $$"""{"type":"{{type}}","api_app_id":"A1",{{ByAna}},{{rest.Trim()[1..]}}""";
}
