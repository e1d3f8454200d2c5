using IncidentBot.Http;
using IncidentBot.Slack.Api;
using Xunit;

namespace IncidentBot.Tests.Slack.Api;

public sealed class SlackPagesTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    [Fact]
    public async Task Pages_are_read_until_there_is_no_cursor_also_past_an_empty_one()
    {
        _test.Slack.On("conversations.members", call => call["cursor"] switch
        {
            null => """{"ok":true,"members":["U1"],"response_metadata":{"next_cursor":"two=="}}""",
            "two==" => """{"ok":true,"members":[],"response_metadata":{"next_cursor":"three"}}""",
            _ => """{"ok":true,"members":["U2"],"response_metadata":{"next_cursor":""}}""",
        });

        var members = new List<string>();
        await foreach (var page in _test.Get<SlackApi>().PagesAsync("conversations.members", new() { ["channel"] = "C1" }, SlackUnderTest.Ct)) members.AddRange(page.Items("members").Select(member => member.ToString()));

        Assert.Equal(["U1", "U2"], members);
        Assert.Equal([("C1", "200", null), ("C1", "200", "two=="), ("C1", "200", "three")], _test.Slack.Calls.Select(call => (call["channel"], call["limit"], call["cursor"])));
    }

    [Fact]
    public async Task An_answer_without_a_cursor_is_the_only_page()
    {
        _test.Slack.On("conversations.members", """{"ok":true,"members":["U1"]}""");

        var pages = 0;
        await foreach (var _ in _test.Get<SlackApi>().PagesAsync("conversations.members", new(), SlackUnderTest.Ct)) pages++;

        Assert.Equal(1, pages);
    }

    public void Dispose() => _test.Dispose();
}
