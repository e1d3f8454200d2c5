using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using Xunit;
using static IncidentBot.Tests.Teams.Histories.GraphMessages;

namespace IncidentBot.Tests.Teams.Histories;

/// <summary>A message is the same whether it was heard as it was said or found in the history.</summary>
public sealed class HeardAndReadTests : IDisposable
{
    private readonly GraphUnderTest _test = new();

    /// <param name="html">With <c>{Ana}</c>, <c>{Bot}</c> and <c>{General}</c> for mentions.</param>
    /// <param name="text">What people see.</param>
    /// <param name="toBot">What is said to the bot; null: nothing.</param>
    [Theory]
    [InlineData("<p>checkout is slow</p>", "checkout is slow", null)]
    [InlineData("<div><div>one</div><div>two<br>three</div></div>", "one\ntwo\nthree", null)]
    [InlineData("<p>a &lt; b &amp;&amp; c&nbsp;d</p>", "a < b && c d", null)]
    [InlineData("<p>{Bot}&nbsp;status mitigated</p>", "@IncidentBot status mitigated", "status mitigated")]
    [InlineData("<p>{Bot} role lead {Ana}</p>", "@IncidentBot role lead @Ana Arc", "role lead @Ana Arc")]
    [InlineData("<p>{Ana} look, {General} too</p>", "@Ana Arc look, @General too", null)]
    [InlineData("<ul><li>first</li><li>second <a href=\"https://example.com/run\">run</a></li></ul>", "• first\n• second run (https://example.com/run)", null)]
    [InlineData("<blockquote><p>quoted</p></blockquote><p>answer <strong>bold</strong></p>", "> quoted\nanswer bold", null)]
    [InlineData("<p>done <emoji id=\"smile\" alt=\"🙂\" title=\"Smile\"></emoji></p>", "done 🙂", null)]
    [InlineData("<pre><code>if (x)\n  y();</code></pre>", "if (x)\n  y();", null)]
    [InlineData("<attachment id=\"f\"></attachment><p>see the log</p>", "see the log", null)]
    public async Task In_text_mentions_and_author(string html, string text, string? toBot)
    {
        var heard = await HeardAsync(html);
        var read = await ReadAsync(html);

        Assert.Equal((text, toBot), (read.Text, read.ToBot));
        Assert.Equal((heard.Text, heard.ToBot, heard.By, heard.Place, heard.Message), (read.Text, read.ToBot, read.By, read.Place, read.Message));
        Assert.Equal(heard.Mentions, read.Mentions);
        Assert.Equal(html.Contains("{Ana}", StringComparison.Ordinal) ? ["oid-ana"] : [], read.Mentions.Select(person => person.Ref.Id));
    }

    public void Dispose() => _test.Dispose();

    private async Task<MessagePosted> HeardAsync(string html)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "7",
            ["timestamp"] = "2026-11-22T12:00:07.1234567Z",
            ["serviceUrl"] = "https://smba.trafficmanager.net/teams/",
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:bea", ["name"] = "Bea Bok", ["aadObjectId"] = "oid-bea" },
            ["recipient"] = new JsonObject { ["id"] = "28:" + GraphUnderTest.App, ["name"] = "IncidentBot" },
            ["conversation"] = new JsonObject { ["id"] = $"{GraphUnderTest.Channel};messageid=1", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = GraphUnderTest.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = GraphUnderTest.Tenant }, ["channel"] = new JsonObject { ["id"] = GraphUnderTest.Channel } },
            ["text"] = "what the plain text makes of it",
            ["textFormat"] = "plain",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = Marked(html, (name, number) => $"""<span itemscope itemtype="http://schema.skype.com/Mention" itemid="{number}">{name}</span>""") }),
            ["entities"] = new JsonArray([.. InOrder(html).Select(mention => new JsonObject
            {
                ["type"] = "mention",
                ["text"] = $"<at>{mention.Name}</at>",
                ["mentioned"] = mention.Mark == "{Ana}" ? new JsonObject { ["id"] = "29:ana", ["name"] = mention.Name, ["aadObjectId"] = "oid-ana" } : new JsonObject { ["id"] = mention.Live, ["name"] = mention.Name },
            })]),
        };
        var told = await _test.Get<TeamsTranslator>().TranslateAsync(new("1", "teams", "channel", activity.ToJsonString(), Start), GraphUnderTest.Ct);
        return Assert.IsType<MessagePosted>(told[0]);
    }

    private async Task<MessagePosted> ReadAsync(string html)
    {
        _test.HasThread(
            Said("1", 0, change: DeletedAt(1)),
            Said("7", 7, Marked(html, (name, number) => $"""<at id="{number}">{name}</at>"""), thread: "1", change: message =>
            {
                message["from"]!["user"] = new JsonObject { ["id"] = "oid-bea", ["displayName"] = "Bea Bok", ["userIdentityType"] = "aadUser" };
                message["mentions"] = new JsonArray([.. InOrder(html).Select((mention, number) => new JsonObject
                {
                    ["id"] = number,
                    ["mentionText"] = mention.Name,
                    ["mentioned"] = JsonNode.Parse(mention.Graph),
                })]);
            }));
        return Assert.Single(await _test.ReadAsync(GraphUnderTest.Room("1"), Start)).Posted;
    }

    private static readonly (string Mark, string Name, string Live, string Graph)[] People =
    [
        ("{Ana}", "Ana Arc", "29:ana", """{"application":null,"device":null,"conversation":null,"user":{"id":"oid-ana","displayName":"Ana Arc","userIdentityType":"aadUser"}}"""),
        ("{Bot}", "IncidentBot", "28:" + GraphUnderTest.App, $$$"""{"user":null,"application":{"id":"{{{GraphUnderTest.App}}}","displayName":"IncidentBot","applicationIdentityType":"bot"}}"""),
        ("{General}", "General", GraphUnderTest.Channel, $$$"""{"user":null,"application":null,"conversation":{"id":"{{{GraphUnderTest.Channel}}}","displayName":"General","conversationIdentityType":"channel"}}"""),
    ];

    private static IEnumerable<(string Mark, string Name, string Live, string Graph)> InOrder(string html) =>
        People.Where(person => html.Contains(person.Mark, StringComparison.Ordinal)).OrderBy(person => html.IndexOf(person.Mark, StringComparison.Ordinal));

    private static string Marked(string html, Func<string, int, string> mark) =>
        InOrder(html).Index().Aggregate(html, (marked, one) => marked.Replace(one.Item.Mark, mark(one.Item.Name, one.Index), StringComparison.Ordinal));
}
