using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Ingest;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Auth;
using Xunit;

namespace IncidentBot.Tests.Teams.Http;

/// <summary>Requests that began as good ones, each changed a little, with a token of the Connector or without.</summary>
[Collection(ProgramCollection.Name)]
public sealed class MutatedRequestsTests
{
    private const int Requests = 10_000;
    private const int Connections = 8;
    private static readonly string[] Pieces = ["invoke", "messageUpdate", "channelData", "19:x@thread.tacv2", ";messageid=", "<at>", "aadObjectId", "28:", "\"tenantId\""];

    [Fact]
    public async Task Ten_thousand_break_nothing()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        var next = 0;
        var statuses = new ConcurrentDictionary<(bool Proven, int Status), int>();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var connection = await RawConnection.OpenAsync(program.Url);
            while (Interlocked.Increment(ref next) is var number && number <= Requests)
            {
                var (post, proven) = Mutated(Seeds[number % Seeds.Length], new Random(number));
                var answer = await connection.AskAsync(post.ToBytes());
                statuses.AddOrUpdate((proven, answer!.Status), 1, (_, count) => count + 1);
                if (!answer.Closes) continue;
                connection.Dispose();
                connection = await RawConnection.OpenAsync(program.Url);
            }
            connection.Dispose();
        })));

        var seen = string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"));
        Assert.All(statuses.Keys, key => Assert.True(key.Proven ? key.Status is 200 or 400 or 401 or 403 or 501 : key.Status is 401, seen));
        Assert.True(statuses[(true, 200)] > Requests / 10 && statuses[(false, 401)] > Requests / 4, seen); // else nothing was tried
        await program.SettlesAsync();
        Assert.Empty(program.Errors);
    }

    private static readonly string[] Seeds =
    [
        .. new[]
        {
            Activities.Message(),
            Channel(activity => activity["text"] = "<at>IncidentBot</at> start checkout is failing sev2"),
            Channel(activity => (activity["type"], activity["channelData"]!["eventType"]) = ("messageUpdate", "editMessage")),
            Channel(activity => (activity["type"], activity["channelData"]!["eventType"]) = ("messageDelete", "softDeleteMessage")),
            Channel(activity => (activity["type"], activity["reactionsAdded"], activity["replyToId"]) = ("messageReaction", new JsonArray(new JsonObject { ["type"] = "1f4cc_pushpin" }), "1795442700000")),
            Channel(activity => (activity["type"], activity["name"], activity["value"]) = ("invoke", "adaptiveCard/action", JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"x","data":{}},"trigger":"manual"}"""))),
            Channel(activity => (activity["type"], activity["name"], activity["value"]) = ("invoke", "task/fetch", JsonNode.Parse("""{"data":{},"context":{"theme":"default"}}"""))),
            Channel(activity => (activity["type"], activity["name"], activity["value"]) = ("invoke", "composeExtension/fetchTask", JsonNode.Parse("""{"commandId":"x","commandContext":"message","messagePayload":{"id":"1","body":{"contentType":"html","content":"<p>x</p>"}}}"""))),
            Channel(activity => (activity["type"], activity["action"]) = ("installationUpdate", "add")),
            Channel(activity => (activity["type"], activity["membersAdded"], activity["channelData"]!["eventType"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "29:ben" }), "teamMemberAdded")),
        }.Select(activity => activity.ToJsonString()),
    ];

    private static JsonObject Channel(Action<JsonObject> change) => Activities.Message(activity =>
    {
        activity["conversation"] = new JsonObject { ["id"] = "19:c@thread.tacv2;messageid=1795442700000", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = AuthenticationUnderTest.Options.TenantId };
        activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:t@thread.tacv2" };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = "19:c@thread.tacv2" };
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>IncidentBot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + ConnectorToken.AppId, ["name"] = "IncidentBot" } });
        change(activity);
    });

    /// <summary>Changes some of the body, or of the head, or nothing. The head still tells where the body ends.</summary>
    private static (TeamsPost Post, bool Proven) Mutated(string seed, Random random)
    {
        var body = Encoding.UTF8.GetBytes(seed);
        for (var changes = random.Next(4); changes > 0; changes--) body = Mutation.Of(body, random, Pieces);
        var post = new TeamsPost(body);
        if (random.Next(4) == 0) post = post with { MoreHeaders = $"X-{random.Next()}: {new string((char)random.Next('!', '~'), random.Next(200))}\r\n" };
        return random.Next(2) == 0 ? (post with { Authorization = ProgramUnderTest.Token.Header }, true) : (post with { Authorization = Unproven(random) }, false);
    }

    private static string? Unproven(Random random) => random.Next(4) switch
    {
        0 => null,
        1 => (ProgramUnderTest.Token with { Key = SigningKey.Forged }).Header,
        2 => $"Bearer {Convert.ToBase64String(BitConverter.GetBytes(random.NextInt64()))}",
        _ => ProgramUnderTest.Token.Header[..random.Next(1, 200)],
    };
}
