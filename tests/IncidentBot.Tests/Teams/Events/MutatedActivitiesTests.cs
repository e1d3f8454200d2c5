using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Intake;
using IncidentBot.Teams.Rendering;
using Xunit;

namespace IncidentBot.Tests.Teams.Events;

/// <summary>Activities with members dropped, of other types, doubled: whatever Teams sends, reading it ends well.</summary>
public sealed class MutatedActivitiesTests
{
    private const int Mutants = 4_000;

    private static readonly JsonObject[] Samples =
    [
        Heard.InChannel($$"""{"text":"<at>IncidentBot</at> commander <at>Ben</at>","entities":[{{Heard.Mention(Heard.Bot, "IncidentBot")}},{{Heard.Mention("29:ben", "Ben")}},{"type":"clientInfo","timezone":"Europe/Lisbon"}],"attachments":[{"contentType":"text/html","content":"<p><at id=\"0\">IncidentBot</at> <b>go</b><br><a href=\"https://a.example\">x</a><ul><li>y</li></ul></p>"},{"contentType":"image/png","contentUrl":"https://files.example/a.png"}]}"""),
        Heard.InChat("""{"text":"disk is full"}"""),
        Heard.Directly("""{"text":"list all","localTimezone":"UTC"}"""),
        Heard.InChannel("""{"type":"messageUpdate","text":"more","channelData":{"eventType":"editMessage"}}"""),
        Heard.InChat("""{"type":"messageDelete","channelData":{"eventType":"softDeleteMessage"}}"""),
        Heard.InChat("""{"type":"messageReaction","replyToId":"1700000001000","reactionsAdded":[{"type":"1f4cc_pushpin"}]}"""),
        Heard.InChat("""{"type":"conversationUpdate","membersAdded":[{"id":"29:ben","name":"Ben"}],"membersRemoved":[{"id":"29:ana"}],"topicName":"x"}"""),
        Heard.InChannel($$"""{"type":"conversationUpdate","channelData":{"eventType":"teamDeleted","team":{"id":"{{Heard.Team}}"} } }"""),
        Heard.InChannel($$"""{"type":"conversationUpdate","channelData":{"eventType":"channelRenamed","channel":{"id":"{{Heard.Channel}}","name":"n"} } }"""),
        Invoke("adaptiveCard/action", new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "v", ["data"] = CardData.OfButton("incident.resolve", "INC-1") } }),
        Invoke("task/fetch", new() { ["data"] = CardData.OfButton("incident.declare", "") }),
        Invoke("task/submit", new() { ["data"] = CardData.OfForm("incident.declare", new(new(new("teams:t", "chat/19:chat@thread.v2")))) }),
        Invoke("composeExtension/fetchTask", JsonNode.Parse("""{"commandId":"timeline.add","commandContext":"message","messagePayload":{"id":"1700000001000","replyToId":"1","createdDateTime":"2023-11-14T22:13:23.5Z","from":{"user":{"id":"u","displayName":"n"}},"body":{"contentType":"html","content":"<p>x</p>"}}}""")!.AsObject()),
    ];

    [Fact]
    public async Task Whatever_comes_is_read_without_an_error()
    {
        var random = new Random(20261123);
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var activity = Samples[mutant % Samples.Length].DeepClone();
            for (var changes = random.Next(1, 5); changes > 0; changes--) Mutate(activity, random);
            await ReadsAsync(activity.ToJsonString());
        }
    }

    [Fact]
    public async Task The_samples_themselves_each_tell_something()
    {
        foreach (var sample in Samples) Assert.NotEmpty(await Heard.ReadAsync(sample));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message","conversation":{"id":"a:1"}}""")]
    [InlineData("""{"type":"message","conversation":[],"channelData":{"tenant":{"id":"t"}}}""")]
    [InlineData("""{"type":7,"conversation":{"id":"a:1","tenantId":"t"}}""")]
    public async Task Activities_of_no_shape_at_all_tell_nothing(string json)
    {
        await ReadsAsync(json);
        Assert.Empty(await ActivityReading.ReadAsync(JsonSerializer.Deserialize<JsonElement>(json), Heard.Reading, Heard.Now, CancellationToken.None));
    }

    private static async Task ReadsAsync(string json)
    {
        try
        {
            var activity = JsonSerializer.Deserialize<JsonElement>(json);
            var told = await ActivityReading.ReadAsync(activity, Heard.Reading, Heard.Now, CancellationToken.None);
            Assert.NotEmpty(DeliveryIdentity.Of(activity, told).Id);
        }
        catch (Exception failure)
        {
            Assert.Fail($"{json}\n{failure}");
        }
    }

    private static JsonObject Invoke(string name, JsonObject value)
    {
        var invoke = Heard.InChat($$"""{"type":"invoke","name":"{{name}}"}""");
        invoke["value"] = value;
        return invoke;
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
        5 => "1700000001000",
        6 => "<at id=\"<p>\0 </at> &amp <a href=' 99999999999999999999.9 ;messageid=",
        7 => new JsonArray(1, "a", null, new JsonObject()),
        8 => new JsonObject { ["id"] = new JsonArray(), ["type"] = "mention", ["mentioned"] = 1 },
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
