using IncidentBot.Slack.Events.Text;
using Xunit;

namespace IncidentBot.Tests.Slack.Events.Text;

public sealed class IncomingTextTests
{
    [Theory]
    [InlineData("checkout is down", "checkout is down")]
    [InlineData("ask <@U1> and <@U2|ben>", "ask @Ana and @Ben")]
    [InlineData("ask <@U9|carla>", "ask @carla")]
    [InlineData("in <#C1|general>", "in #general")]
    [InlineData("in <#C1|>", "in #a private channel")]
    [InlineData("in <#C1>", "in #a channel")]
    [InlineData("<!subteam^S1|@sre> please", "@sre please")]
    [InlineData("<!subteam^S1> please", "@a user group please")]
    [InlineData("<!here> <!channel> <!everyone>", "@here @channel @everyone")]
    [InlineData("<!here|here> <!channel|@channel>", "@here @channel")]
    [InlineData("since <!date^1700000000^{date} {time}|Nov 14, 10 pm>", "since Nov 14, 10 pm")]
    [InlineData("since <!date^1700000000^{date} {time}^https://example.com/x|Nov 14>", "since Nov 14")]
    [InlineData("since <!date^1700000000^{time}>", "since 2023-11-14 22:13 UTC")]
    [InlineData("<!later|label> <!later>", "label later")]
    [InlineData("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2")]
    [InlineData("see <https://example.com/a|the graph>", "see the graph (https://example.com/a)")]
    [InlineData("see <https://example.com/a|https://example.com/a>", "see https://example.com/a")]
    [InlineData("on <http://example.com|example.com>", "on example.com")]
    [InlineData("on <https://example.com/|example.com>", "on example.com")]
    [InlineData("to <mailto:a@example.com|a@example.com>", "to a@example.com")]
    [InlineData("to <mailto:a@example.com|the team>", "to the team (a@example.com)")]
    [InlineData("call <tel:+15550100|+1 555 0100>", "call +1 555 0100 (+15550100)")]
    [InlineData("if a &lt; b &amp;&amp; b &gt; c", "if a < b && b > c")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("<https://example.com|a &lt; b>", "a < b (https://example.com)")]
    [InlineData("*bold* _it_ ~no~ `code` ```more```", "*bold* _it_ ~no~ `code` ```more```")]
    [InlineData("i <3 this > that", "i <3 this > that")]
    [InlineData("<> <|> <@> <", "<> <|> <@> <")]
    [InlineData(":fire: it burns :rotating_light:", "🔥 it burns 🚨")]
    [InlineData(":our-own: at 12:00:00, a:x:b, `:x:`", ":our-own: at 12:00:00, a:x:b, `:x:`")]
    public async Task People_see_what_Slack_shows(string text, string seen) =>
        Assert.Equal(seen, (await IncomingText.ReadAsync(Hearing.Reading, text, CancellationToken.None)).Text);

    [Fact]
    public async Task Mentioned_people_stand_once_and_in_order_without_the_bot()
    {
        var read = await IncomingText.ReadAsync(Hearing.Reading, "<@UBOT> ask <@U2> and <@U1>, then <@U2>", CancellationToken.None);
        Assert.Equal(["Ben", "Ana"], read.Mentions.Select(person => person.Name));
    }

    [Fact]
    public async Task A_name_with_brackets_is_no_markup()
    {
        var reading = Hearing.Reading with { People = (team, user, _, _) => ValueTask.FromResult(new Core.Chat.Person(new(team, user), "<@U1> &lt; :fire:")) };
        Assert.Equal("hi @<@U1> &lt; :fire:", (await IncomingText.ReadAsync(reading, "hi <@U7>", CancellationToken.None)).Text);
    }
}
