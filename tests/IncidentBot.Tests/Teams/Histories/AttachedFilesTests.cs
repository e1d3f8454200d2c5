using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Histories;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

public sealed class AttachedFilesTests : IDisposable
{
    private const string Attached = """{"attachments":[{"contentType":"text/html","content":"<p>see</p><attachment id=\"f\"></attachment>"}]}""";
    private static readonly FileLink Log = new("log.txt", "https://example.sharepoint.com/log.txt");
    private static readonly string Message = Said("7", 7, change: message => message["attachments"] = JsonNode.Parse("""[{"id":"f","contentType":"reference","contentUrl":"https://example.sharepoint.com/log.txt","name":"log.txt"}]"""));

    private readonly GraphUnderTest _test = new();

    [Fact]
    public async Task A_reply_a_first_message_and_one_of_a_chat_are_looked_at()
    {
        _test.Graph.On($"{GraphUnderTest.Messages}/1/replies/7", Message);
        _test.Graph.On($"{GraphUnderTest.Messages}/7", Message);
        _test.Graph.On($"{GraphUnderTest.ChatMessages}/7", Message);

        foreach (var place in (Place[])[GraphUnderTest.Room("1"), GraphUnderTest.Room("7"), GraphUnderTest.ChatRoom]) Assert.Equal([Log], (await HeardAsync(place, Attached)).Files);
    }

    [Fact]
    public async Task Without_an_attachment_nobody_is_asked()
    {
        Assert.Empty((await HeardAsync(GraphUnderTest.Room("1"), """{"text":"see"}""")).Files);
        Assert.Empty(_test.Graph.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task What_cannot_be_looked_at_is_taken_without(HttpStatusCode status)
    {
        _test.Refuses($"{GraphUnderTest.Messages}/1/replies/7", status, "no");

        var heard = await HeardAsync(GraphUnderTest.Room("1"), Attached);

        Assert.Equal(("see", 0), (heard.Text, heard.Files.Count));
        Assert.Single(_test.Graph.Calls);
    }

    public void Dispose() => _test.Dispose();

    private async Task<MessagePosted> HeardAsync(Place place, string body)
    {
        var posted = new MessagePosted(Start, new(TeamsIds.Person(GraphUnderTest.Tenant, "oid-ana"), "ana"), place, new(place.Channel, "7"), "see");
        var command = new CommandGiven(Start, posted.By, place, "see");
        var told = await _test.Get<AttachedFiles>().Adding((_, _) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([posted, command]))(new Delivery("1", "teams", "c", body, Start), GraphUnderTest.Ct);
        Assert.Same(command, told[1]);
        return Assert.IsType<MessagePosted>(told[0]);
    }
}
