using System.Collections.Concurrent;
using System.Text;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Requests that began as good ones, each changed a little, signed by Slack or not.</summary>
[Collection(ProgramCollection.Name)]
public sealed class MutatedRequestsTests
{
    private const int Requests = 20_000;
    private const int Connections = 8;
    private static readonly string[] Pieces = ["\"ts\"", "subtype", "message_changed", "U0", "<@U1>"];

    [Fact]
    public async Task Twenty_thousand_break_nothing_and_nothing_unsigned_is_stored()
    {
        await using var slack = await HeardProgram.WorkspaceAsync();
        using var folder = new TemporaryFolder();
        await using var program = await HeardProgram.StartAsync(slack, folder.FullPath);
        var seeds = Seeds(slack).ToList();
        var next = 0;
        var statuses = new ConcurrentDictionary<(bool Signed, int Status), int>();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var connection = await RawConnection.OpenAsync(program.Url);
            while (Interlocked.Increment(ref next) is var number && number <= Requests)
            {
                var post = Mutated(seeds[number % seeds.Count], new Random(number));
                var answer = await connection.AskAsync(post.ToBytes());
                statuses.AddOrUpdate((post.SignedAt is not null, answer!.Status), 1, (_, count) => count + 1);
                if (!answer.Closes) continue;
                connection.Dispose();
                connection = await RawConnection.OpenAsync(program.Url);
            }
            connection.Dispose();
        })));

        var seen = string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"));
        Assert.All(statuses.Keys, key => Assert.True(key.Signed ? key.Status is 200 or 400 or 401 : key.Status is 400 or 401, seen));
        Assert.True(statuses[(true, 200)] > Requests / 5 && statuses[(false, 401)] > Requests / 5, seen); // else nothing was tried
        await program.SettlesAsync();
        Assert.DoesNotContain(await program.TimelineAsync(), entry => entry.Text.Contains("unsigned", StringComparison.Ordinal));
        program.Faults.AreNone();
    }

    private static IEnumerable<string> Seeds(SlackWorkspace slack)
    {
        var said = new SaidInRoom(slack);
        for (var number = 0; number < 20; number++) yield return said.Event(number, "said by someone <@U1|ana> &amp; <https://example.com|them>").ToJsonString();
        var told = new ToldOnce();
        slack.Deliveries.Way = told;
        var (ana, ben) = (slack.Person("ana"), slack.Person("ben"));
        var message = ana.Say(HeardProgram.Room, "hello *all*, see https://example.com");
        ben.Reply(message, "in the thread", alsoInChannel: true);
        ben.React(message, "📌");
        ana.Pin(message);
        ana.Edit(message, "hello again");
        ana.Delete(message);
        ben.Upload(HeardProgram.Room, "graph.txt", "rising", "look");
        foreach (var body in told.Bodies) yield return body;
    }

    /// <summary>Changes some of the body, or of the head, or nothing. The head still tells where the body ends.</summary>
    private static SlackPost Mutated(string seed, Random random)
    {
        var body = Encoding.UTF8.GetBytes(seed);
        for (var changes = random.Next(4); changes > 0; changes--) body = Mutation.Of(body, random, Pieces);
        var post = new SlackPost(body);
        if (random.Next(4) == 0) post = post with { MoreHeaders = $"X-Slack-Retry-Num: {random.Next(-1, 5)}\r\nX-{random.Next()}: {new string((char)random.Next('!', '~'), random.Next(200))}\r\n" };
        if (random.Next(20) == 0) post = post with { Type = new[] { "application/x-www-form-urlencoded", "application/json; charset=utf-16", "text/html", "application/json;;" }[random.Next(4)] };
        if (random.Next(20) == 0) post = post with { SignedAt = post.SignedAt + random.Next(-400, 400) };
        return random.Next(2) == 0 ? post : Unsigned(seed, post, random);
    }

    /// <summary>Not signed, or signed for something else.</summary>
    private static SlackPost Unsigned(string seed, SlackPost post, Random random)
    {
        var forged = new SlackPost(seed.Replace("said", "unsigned", StringComparison.Ordinal)) { SignedAt = null, Type = post.Type };
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return random.Next(4) switch
        {
            0 => forged,
            1 => forged with { MoreHeaders = $"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: v0={new string('0', 64)}\r\n" },
            2 => forged with { MoreHeaders = $"X-Slack-Request-Timestamp: {at}x\r\nX-Slack-Signature: \r\n" },
            _ => forged with { MoreHeaders = $"X-Slack-Signature: v0={Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64()))}\r\n" },
        };
    }
}
