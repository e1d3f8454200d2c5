using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Intake;
using Xunit;

namespace IncidentBot.Tests.Slack.Events;

/// <summary>Payloads with members dropped, renamed, doubled and of other types: whatever Slack sends, reading it ends well.</summary>
public sealed class MutatedPayloadsTests
{
    private const int Mutants = 4_000;

    private static readonly string[] Samples =
    [
        Hearing.Envelope("""{"type":"message","channel":"C1","channel_type":"channel","user":"U1","text":"<@UBOT> ask <@U2|ben> &amp; <#C2|x> <https://a.b|c> :fire:","ts":"1700000001.000001","event_ts":"1700000001.000001","thread_ts":"1700000000.000009","root":{"ts":"1.1"},"files":[{"name":"a","permalink":"https://f"}],"bot_profile":{"name":"b","app_id":"A2"},"user_profile":{"display_name":"d"},"edited":{"ts":"1.2"}}"""),
        Hearing.Envelope("""{"type":"message","subtype":"bot_message","bot_id":"B2","channel":{"id":"C1"},"ts":"1700000001.000001","text":"","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"},{"type":"link","url":"https://a"}]},{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"emoji","name":"fire"}]}]}]},{"type":"section","text":{"text":"t"},"fields":[{"text":"f"}]},{"type":"context","elements":[{"text":"c"}]},{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}],"attachments":[{"fallback":"f","fields":[{"title":"t","value":"v"}]}]}"""),
        Hearing.Envelope("""{"type":"message","subtype":"message_changed","channel":"C1","ts":"1700000040.000000","message":{"user":"U1","text":"new","ts":"1700000001.000001","edited":{"user":"U1","ts":"1700000030.000000"}},"previous_message":{"user":"U1","text":"old","ts":"1700000001.000001"}}"""),
        Hearing.Envelope("""{"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000040.000000","deleted_ts":"1700000001.000001","previous_message":{"user":"U1","text":"old","ts":"1700000001.000001"}}"""),
        Hearing.Envelope("""{"type":"reaction_added","reaction":"pushpin","user":"U1","item":{"type":"message","channel":"C1","ts":"1700000001.000000"},"item_user":"U2","event_ts":"1700000009.000000"}"""),
        Hearing.Envelope("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"type":"message","message":{"user":"U2","ts":"1700000001.000000"}},"event_ts":"1700000009.000000"}"""),
        Hearing.Envelope("""{"type":"channel_rename","channel":{"id":"C1","name":"n"},"event_ts":"1700000009.000000"}"""),
        Hearing.Envelope("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}"""),
        Hearing.Envelope("""{"type":"member_joined_channel","user":"U1","channel":"C1","team":"T1"}"""),
        Hearing.Envelope("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}"""),
        """{"command":"/incident","text":"start <@U2>","team_id":"T1","channel_id":"C1","user_id":"U1","user_name":"ana","trigger_id":"t","response_url":"https://r"}""",
        """{"type":"block_actions","api_app_id":"A1","team":{"id":"T1"},"user":{"id":"U1","name":"ana","team_id":"T1"},"trigger_id":"t","container":{"type":"message","message_ts":"1.0","channel_id":"C1","thread_ts":"1.0","is_ephemeral":false},"channel":{"id":"C1"},"message":{"ts":"1.0","thread_ts":"0.9"},"actions":[{"type":"button","action_id":"a#1","value":"v","action_ts":"1700000005.000000"}]}""",
        """{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"id":"V1","hash":"h","callback_id":"f","private_metadata":"{\"workspace\":\"slack:T1\",\"channel\":\"C1\",\"context\":\"x\"}","state":{"values":{"a":{"value":{"type":"plain_text_input","value":"v"}},"b":{"value":{"selected_option":{"value":"o"}}},"c":{"value":{"selected_user":"U2"}}}}}}""",
        """{"type":"message_action","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"c","trigger_id":"t","channel":{"id":"C1"},"message":{"user":"U2","text":"x","ts":"1700000001.000000"}}""",
        """{"type":"shortcut","team":null,"user":{"id":"U1","team_id":"T1"},"callback_id":"incident.declare","trigger_id":"t","action_ts":"1700000006.000000"}""",
    ];

    [Fact]
    public async Task Whatever_comes_is_read_without_an_error()
    {
        var random = new Random(20261123);
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var payload = JsonNode.Parse(Samples[mutant % Samples.Length])!;
            for (var changes = random.Next(1, 5); changes > 0; changes--) Mutate(payload, random);
            await ReadsAsync(payload.ToJsonString());
        }
    }

    [Fact]
    public async Task The_samples_themselves_each_tell_something()
    {
        foreach (var sample in Samples) Assert.NotEmpty(await Hearing.ReadAsync(sample));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7,"team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","authorizations":[null],"event":[]}""")]
    public async Task Payloads_of_no_shape_at_all_tell_nothing(string json)
    {
        await ReadsAsync(json);
        Assert.Empty(await Hearing.ReadAsync(json));
    }

    private static async Task ReadsAsync(string json)
    {
        try
        {
            foreach (var said in await Hearing.ReadAsync(json)) Hearing.LineOf(said);
            Assert.NotEmpty(DeliveryIdentity.Of(JsonSerializer.Deserialize<JsonElement>(json), "T1").Id);
        }
        catch (Exception failure)
        {
            Assert.Fail($"{json}\n{failure}");
        }
    }

    private static void Mutate(JsonNode root, Random random)
    {
        var places = Places(root).ToList();
        if (places.Count == 0) return;
        var (parent, name, index) = places[random.Next(places.Count)];
        var value = Odd(root, random);
        if (parent is JsonArray array) array[index] = value;
        else if (random.Next(3) == 0) ((JsonObject)parent).Remove(name);
        else ((JsonObject)parent)[name] = value;
    }

    private static JsonNode? Odd(JsonNode root, Random random) => random.Next(11) switch
    {
        0 => null,
        1 => 7,
        2 => -1.5e300,
        3 => true,
        4 => "",
        5 => "1700000001.000001",
        6 => "<@<!date^x^|> &amp <#|> :: \u0000 99999999999999999999.9",
        7 => new JsonArray(1, "a", null, new JsonObject()),
        8 => new JsonObject { ["id"] = new JsonArray(), ["type"] = "rich_text", ["ts"] = 1 },
        9 => new JsonArray(),
        _ => root.DeepClone(),
    };

    private static IEnumerable<(JsonNode Parent, string Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(member => ((JsonNode)json, member.Key, 0)).Concat(json.SelectMany(member => Places(member.Value))),
        JsonArray array => array.Select((_, index) => ((JsonNode)array, "", index)).Concat(array.SelectMany(Places)),
        _ => [],
    };
}
