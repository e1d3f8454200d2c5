using System.Collections.Concurrent;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Slack.Workspace;
using IncidentBot.Tests.Slack.Workspace.Api;
using IncidentBot.Tests.Slack.Workspace.State;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Slack promises no order, and sends again what it thinks was not heard.</summary>
[Collection(ProgramCollection.Name)]
public sealed class RepeatedAndShuffledEventsTests
{
    private const int Connections = 8;
    private const int MostCopies = 4;
    private static readonly int[] Seeds = [1, 2, 3, 4, 5];

    [Fact]
    public async Task Every_event_once_to_four_times_in_any_order_gives_the_same_timeline()
    {
        await using var slack = await HeardProgram.WorkspaceAsync();
        slack.Faults.Next("conversations.history", new Fault.Refused("internal_error"), times: 1000); // only events tell what happened
        var told = new ToldOnce();
        slack.Deliveries.Way = told;
        var messages = Talk(slack);

        var (inOrder, entries) = await HeardAsync(slack, [.. told.Bodies.Select(body => new SlackPost(body))], connections: 1);

        Assert.Equal(messages, entries);
        Assert.All(["edited at", "deleted at", "📌", "↳", "graph", "@IncidentBot hear"], kind => Assert.Contains(kind, inOrder, StringComparison.Ordinal));
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            SlackPost[] posts = [.. told.Bodies.SelectMany(body => Enumerable.Range(0, random.Next(1, MostCopies + 1)).Select(new SlackPost(body).Retried))];
            random.Shuffle(posts);
            Assert.Equal((inOrder, entries), await HeardAsync(slack, posts, Connections));
        }
    }

    /// <summary>Returns the uploaded timeline and the number of its entries.</summary>
    private static async Task<(string Export, int Entries)> HeardAsync(SlackWorkspace slack, IReadOnlyList<SlackPost> posts, int connections)
    {
        using var folder = new TemporaryFolder();
        await using var program = await HeardProgram.StartAsync(slack, folder.FullPath);
        var queue = new ConcurrentQueue<SlackPost>(posts);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var connection = await RawConnection.OpenAsync(program.Url);
            while (queue.TryDequeue(out var post)) Assert.Equal(200, (await connection.AskAsync(post.ToBytes()))?.Status);
        }));
        await program.SettlesAsync();
        program.Faults.AreNone();
        return (await program.ExportAsync(), (await program.TimelineAsync()).Count);
    }

    /// <summary>Everything that people do to messages. Returns how many there were.</summary>
    private static int Talk(SlackWorkspace slack)
    {
        var random = new Random(11);
        string[] names = ["ana", "ben", "chidi", "dana"];
        var said = new List<Message>();
        var posted = 0;
        for (var number = 1; number <= 120; number++)
        {
            var person = slack.Person(names[random.Next(names.Length)]);
            var own = said.FindAll(message => message.By == person.Member);
            switch (random.Next(10))
            {
                case 0 or 1 when own.Count > 0: person.Edit(own[random.Next(own.Count)], $"edited, number {number}"); break;
                case 2 when own.FindIndex(message => message.Replies.Count == 0) is >= 0 and var gone:
                    person.Delete(own[gone]);
                    said.Remove(own[gone]);
                    break;
                case 3 when said.Count > 0: person.React(said[random.Next(said.Count)], "📌", on: random.Next(3) > 0); break;
                case 4 when said.Count > 0: Add(person.Reply(said[random.Next(said.Count)], $"reply number {number}", alsoInChannel: random.Next(2) == 0)); break;
                case 5: Add(person.Upload(HeardProgram.Room, $"graph{number}.txt", "rising", $"look at number {number}")); break;
                case 6: Add(person.Say(HeardProgram.Room, $"did @incidentbot hear number {number}?")); break; // comes as a message and as a mention
                default: Add(person.Say(HeardProgram.Room, $"number {number}")); break;
            }
        }
        return posted;

        void Add(Message message)
        {
            said.Add(message);
            posted++;
        }
    }
}
