using IncidentBot.Slack;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Api;

public sealed class ResponseUrlsTests
{
    private const string Url = "https://hooks.slack.com/commands/T1/2/three";

    private readonly FakeTimeProvider _clock = new();
    private readonly ResponseUrls _urls;

    public ResponseUrlsTests() => _urls = new(new SlackOptions { BotToken = SlackUnderTest.BotToken }, _clock);

    [Fact]
    public void One_can_be_used_five_times()
    {
        _urls.Keep("C1", "U1", Url);

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(new Uri(Url), _urls.Take("C1", "U1")));
        Assert.Null(_urls.Take("C1", "U1"));
    }

    [Fact]
    public void One_lasts_half_an_hour()
    {
        _urls.Keep("C1", "U1", Url);
        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotNull(_urls.Take("C1", "U1"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_urls.Take("C1", "U1"));
    }

    [Fact]
    public void One_is_for_its_person_and_channel_alone()
    {
        _urls.Keep("C1", "U1", Url);

        Assert.Null(_urls.Take("C1", "U2"));
        Assert.Null(_urls.Take("C2", "U1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not an address")]
    [InlineData("http://hooks.slack.com/commands/1")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_address_of_Slack_is_not_kept(string? url)
    {
        _urls.Keep("C1", "U1", url);

        Assert.Null(_urls.Take("C1", "U1"));
    }
}
