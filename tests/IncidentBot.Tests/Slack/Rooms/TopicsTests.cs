using IncidentBot.Tests.Slack.Api;
using Xunit;
using static IncidentBot.Tests.Slack.Api.ScriptedSlack;

namespace IncidentBot.Tests.Slack.Rooms;

public sealed class TopicsTests : IDisposable
{
    private readonly SlackUnderTest _test = new();

    public TopicsTests() => _test.Slack.On("conversations.setTopic", Ok);

    [Theory]
    [InlineData("SEV2 & open", "SEV2 &amp; open")]
    [InlineData("SEV2 & open", "SEV2 & open")]
    [InlineData("See https://example.com/a", "See <https://example.com/a>")]
    [InlineData("See https://example.com/a", "See <https://example.com/a|example.com/a>")]
    public async Task A_topic_that_stands_is_not_set_again(string topic, string standing)
    {
        Stands(standing);

        await SetAsync(topic);

        Assert.Empty(_test.Slack.To("conversations.setTopic"));
    }

    [Fact]
    public async Task A_topic_fits_and_cannot_call_everybody()
    {
        Stands("before");

        await SetAsync("<!channel>\n" + new string('é', 300));

        var topic = _test.Slack.To("conversations.setTopic").Single()["topic"]!;
        Assert.StartsWith("&lt;!channel&gt; é", topic, StringComparison.Ordinal);
        Assert.InRange(topic.Length, 150, 250);
    }

    [Fact]
    public async Task A_topic_that_was_shortened_is_not_set_again()
    {
        Stands("before");
        var topic = string.Join(" & ", Enumerable.Repeat("checkout", 60));
        await SetAsync(topic);

        Stands(_test.Slack.To("conversations.setTopic").Single()["topic"]!);
        await SetAsync(topic);

        Assert.Single(_test.Slack.To("conversations.setTopic"));
    }

    public void Dispose() => _test.Dispose();

    private void Stands(string topic) => _test.Slack.On("conversations.info", $$$"""{"ok":true,"channel":{"id":"C1","topic":{"value":"{{{topic}}}"} } }""");

    private Task SetAsync(string topic) => _test.Chat.SetTopicAsync(SlackUnderTest.Room(), topic, SlackUnderTest.Ct);
}
