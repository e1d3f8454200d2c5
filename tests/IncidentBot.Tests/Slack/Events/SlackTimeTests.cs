using System.Globalization;
using IncidentBot.Slack.Events;
using Xunit;

namespace IncidentBot.Tests.Slack.Events;

public sealed class SlackTimeTests
{
    [Theory]
    [InlineData("1700000000.000001", "2023-11-14T22:13:20.0000010Z")]
    [InlineData("1700000000.999999", "2023-11-14T22:13:20.9999990Z")]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000Z")]
    [InlineData("1700000000.5", "2023-11-14T22:13:20.5000000Z")]
    [InlineData("1700000000000001", "2023-11-14T22:13:20.0000010Z")]
    [InlineData("0.000000", "1970-01-01T00:00:00.0000000Z")]
    public void A_timestamp_keeps_its_microseconds(string ts, string time) =>
        Assert.Equal(time, SlackTime.Read(ts)?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1.000000")]
    [InlineData("1e9.000000")]
    [InlineData("1700000000.00000x")]
    [InlineData("99999999999999999999.000000")]
    [InlineData("999999999999.000000")]
    public void What_is_no_timestamp_is_no_time(string? ts) => Assert.Null(SlackTime.Read(ts));
}
